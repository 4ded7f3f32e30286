import type { ReactNode } from "react";
import { isAddress, shortAddress, splitCode } from "../text/short-address.ts";
import { MarkedText } from "./marked-text.tsx";

/** A sentence whose addresses stand as code, on one line, with their ids cut in the middle; the tooltip has them whole. */
export function CodedText({ text }: { readonly text: string }): ReactNode {
  return splitCode(text).map((part, index, parts) =>
    part.isCode ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, told apart by where they stand
      <Address key={index} value={part.text} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Words key={index} text={part.text} isBehind={index > 0} isBefore={index < parts.length - 1} />
    ),
  );
}

type WordsProps = { readonly text: string; readonly isBehind: boolean; readonly isBefore: boolean };

/** A blank beside an address parts words, so it is none of those that have to be seen. */
function Words({ text, isBehind, isBefore }: WordsProps): ReactNode {
  const begin = isBehind && text.startsWith(" ") ? 1 : 0;
  const end = isBefore && text.endsWith(" ") && text.length > begin ? text.length - 1 : text.length;
  return (
    <>
      {text.slice(0, begin)}
      <MarkedText text={text.slice(begin, end)} />
      {text.slice(end)}
    </>
  );
}

/** The name of an app; where it has none, its address or id as code. */
export function AppName({ name }: { readonly name: string }): ReactNode {
  return isAddress(name) ? <Address value={name} /> : <MarkedText text={name} />;
}

function Address({ value }: { readonly value: string }): ReactNode {
  return (
    <code className="whole-id" title={value}>
      {shortAddress(value)}
    </code>
  );
}
