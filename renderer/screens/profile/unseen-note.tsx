import type { ReactNode } from "react";
import type { UnseenText } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";

type UnseenNoteProps = {
  readonly unseen: UnseenText;
  /** The value with the marks, where it is one text. */
  readonly text: string | null;
  readonly label: string;
  /** Left out where the fix of a finding stands below, which does the same. */
  readonly onRemove?: () => void;
};

/** Says what cannot be seen in a value, shows where it stands, and takes it out by a press. */
export function UnseenNote({ unseen, text, label, onRemove }: UnseenNoteProps): ReactNode {
  return (
    <p className="unseen-note">
      <Icon name="warning" size="small" />
      <span className="grow">
        There is {unseen.what}
        {text === null ? "." : ": "}
        {text !== null && (
          <code className="unseen-text">
            <MarkedText text={text} />
          </code>
        )}
      </span>
      {onRemove !== undefined && (
        <Button look={["small"]} aria-label={`Take ${unseen.what} out of ${label}`} onPress={onRemove}>
          Take it out
        </Button>
      )}
    </p>
  );
}
