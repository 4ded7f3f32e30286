import type { ReactNode } from "react";
import type { Problem } from "../../preload/contract.ts";
import { useConnection } from "../stores/context.ts";
import { isHostGone } from "../stores/not-stored.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type ProblemBannerProps = { readonly problem: Problem; readonly onDismiss?: () => void };

/** Something that was asked for did not happen: what, where, what to do. Announced at once; that the app is gone is said over everything. */
export function ProblemBanner({ problem, onDismiss }: ProblemBannerProps): ReactNode {
  const isGone = useConnection((state) => state.isGone);
  return isGone && isHostGone(problem) ? null : (
    <div className="banner banner-error" role="alert">
      <Icon name="error" />
      <div className="grow">
        <p>
          <b>{problem.title}</b> {problem.detail}
        </p>
        <p className="quiet">{problem.fix}</p>
      </div>
      {onDismiss !== undefined && (
        <Button look={["icon"]} aria-label="Close this message" onPress={onDismiss}>
          <Icon name="remove" size="small" />
        </Button>
      )}
    </div>
  );
}
