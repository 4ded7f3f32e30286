import { Fragment, type ReactNode } from "react";

/** Breaks of a line: never behind the short first label of `com.apple.…`. */
const breath = /(?<=[/:_-]|[^.\s]{4}\.)(?![/:._-])|(?<=\p{Ll})(?=\p{Lu})/u;

const dot = /(?<=[^.\s]{4}\.)(?!\.)/u;

type BreakableProps = {
  readonly text: string;
  /** Names of domains go on behind a dot only. */
  readonly at?: "breath" | "dots";
};

/** A name that may go on in the next line, but only where a reader would take a breath: `api://…/jamfconnect`, `OIDCRedirectURI`. */
export function Breakable({ text, at = "breath" }: BreakableProps): ReactNode {
  const parts = text.split(at === "dots" ? dot : breath);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
