import type { ReactNode } from "react";
import { Icon } from "../../components/icon.tsx";

type DropHintProps = {
  /** What stands on the other side of the words. */
  readonly children?: ReactNode;
};

/** Says what may be dropped, and that this alone does nothing to a file. */
export function DropHint({ children }: DropHintProps): ReactNode {
  return (
    <div className="start-drop">
      <Icon name="download" />
      <p className="grow">
        <b>Drop a profile, a policy export or a log anywhere</b>
        <span>It stays as it is; nothing is sent until you press a test button.</span>
      </p>
      {children}
    </div>
  );
}
