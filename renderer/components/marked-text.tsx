import type { ReactNode } from "react";
import { splitUnseen } from "../text/unseen.ts";

/** A text whose blanks at the ends and unseen characters can be seen, each as a mark with its name. */
export function MarkedText({ text }: { readonly text: string }): ReactNode {
  return splitUnseen(text).map((part, index) =>
    part.name === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, told apart by where they stand
      <span key={index}>{part.text}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <mark key={index} className="unseen-mark" title={part.name}>
        {part.sign}
      </mark>
    ),
  );
}
