import type { ReactNode } from "react";
import type { SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { PickPolicies } from "../../components/load-policies.tsx";
import { useNavigation, useSignIns } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { nextPress } from "./next-press.ts";
import { PressStep } from "./press-step.tsx";
import { ShowStep } from "./show-step.tsx";
import { useMainAction } from "./use-main-action.ts";

type SetUpHeadProps = {
  readonly view: SetUpView;
  /** What stands behind the reason. */
  readonly children?: ReactNode;
};

/** The verdict in one sentence, why, and the ways on where something is not known. */
export function SetUpHead({ view, children }: SetUpHeadProps): ReactNode {
  const go = useNavigation((state) => state.go);
  const isMain = useMainAction(view) === "read";
  const press = nextPress(view);
  return (
    <div className="set-up-head">
      <div className="set-up-verdict">
        <h2 aria-live="polite">{view.sentence}</h2>
        {press !== null && <PressStep step={press} isMain />}
        {press === null && view.nextStep !== null && <ShowStep id={view.nextStep} />}
      </div>
      <p>
        <b className={view.because.isWarning ? "tone-warn" : ""}>{view.because.strong}</b>{" "}
        <span className="quiet">{view.because.rest}</span> {children}
      </p>
      <Evidence />
      {view.policies === null && (
        <p className="row set-up-ways">
          <Button look={isMain ? ["primary"] : []} onPress={() => go("conditional-access")}>
            Read from Microsoft Graph…
          </Button>
          <PickPolicies label="Open policy files…" look={[]} />
        </p>
      )}
    </div>
  );
}

/** What the loaded sign-in log says about the checks, where one is loaded. */
function Evidence(): ReactNode {
  const report = useSignIns((state) => state.answer?.report ?? null);
  const go = useNavigation((state) => state.go);
  const red = report?.classes["password-correct-mfa"] ?? 0;
  if (report === null || red === 0) return null;
  return (
    <p className="note quiet">
      The sign-in log has {count(red, "line")} of correct passwords that look like failures.{" "}
      <Button look={["plain", "small"]} onPress={() => go("sign-ins")}>
        Show them
      </Button>
    </p>
  );
}
