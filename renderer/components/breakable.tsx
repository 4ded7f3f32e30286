import { Fragment, type ReactNode } from "react";

/** Breaks of a line: never behind the short first label of `com.apple.…`. */
const breath = /(?<=[/:_-]|[^.\s]{4}\.)(?![/:._-])|(?<=\p{Ll})(?=\p{Lu})/u;

/** A name that may go on in the next line, but only where a reader would take a breath: `api://…/jamfconnect`, `OIDCRedirectURI`. */
export function Breakable({ text }: { readonly text: string }): ReactNode {
  const parts = text.split(breath);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
