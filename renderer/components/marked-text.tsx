import type { ReactNode } from "react";
import { splitUnseen } from "../text/unseen.ts";

/** A text whose blanks at the ends and unseen characters can be seen, each as a mark with its name. */
export function MarkedText({ text }: { readonly text: string }): ReactNode {
  return splitUnseen(text).map((part, index) =>
    part.name === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, told apart by where they stand
      <span key={index}>
        <WholeIds text={part.text} />
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <mark key={index} className="unseen-mark" title={part.name}>
        {part.sign}
      </mark>
    ),
  );
}

/** Whole, or cut in the middle. */
const guid = /([\da-f]{8}(?:(?:-[\da-f]{4}){3}-[\da-f]{12}|…[\da-f]{4}))/iu;

/** Ids go on in the next line as a whole: in halves they are not read as one. */
function WholeIds({ text }: { readonly text: string }): ReactNode {
  return text.split(guid).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, told apart by where they stand
      <span key={index} className="whole-id">
        {piece}
      </span>
    ),
  );
}
