import type { ReactNode } from "react";
import type { LeftOutView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSaving } from "../../stores/context.ts";
import type { Place } from "../../stores/form-store.ts";

/** Whether the draft that was restored had left out the value of a place. */
export function isLeftOutAt(leftOut: readonly LeftOutView[], { payload, path }: Place): boolean {
  const keyPath = path.join(".");
  return leftOut.some((one) => one.domain === payload.domain && one.keyPath === keyPath);
}

type LeftOutProps = {
  readonly title: string;
  /** The press that brings it back. */
  readonly children: ReactNode;
};

/** A secret that a restored draft does not have: it is not stored, and the profile is not saved without it. */
export function LeftOut({ title, children }: LeftOutProps): ReactNode {
  const showLeftOut = useSaving((state) => state.showLeftOut);
  return (
    <>
      <div className="row">
        <span className="field-box field-warning secret-box" data-readonly>
          <Icon name="warning" size="small" />
          <span className="grow cut">Left out of the draft</span>
          <span className="field-unit">missing</span>
        </span>
        {children}
        <Button
          look={["plain"]}
          onPress={() => showLeftOut(true)}
          aria-label={`Other ways to settle ${title}`}
        >
          Other ways…
        </Button>
      </div>
      <p className="unseen-note">
        Drafts hold no secrets. Until it is there again, the profile is not saved.
      </p>
    </>
  );
}

/** The press that lets a secret be typed again. */
export function EnterAgain({
  title,
  onPress,
}: {
  readonly title: string;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <Button onPress={onPress} aria-label={`Enter ${title} again`}>
      Enter again…
    </Button>
  );
}
