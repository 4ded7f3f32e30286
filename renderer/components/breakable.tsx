import { Fragment, type ReactNode } from "react";

/** Breaks of a line: never behind the short first label of `com.apple.…`. */
const breath = /(?<=[/:_-]|[^.\s]{4}\.)(?![/:._-])|(?<=\p{Ll})(?=\p{Lu})/u;

const dot = /(?<=[^.\s]{4}\.)(?!\.)/u;

type BreakableProps = {
  readonly text: string;
  /** Names of domains go on behind a dot only. */
  readonly at?: "breath" | "dots";
};

/**
 * A name that may go on in the next line, but only where a reader would take a breath: `api://…/jamfconnect`, `OIDCRedirectURI`.
 * In a sentence it goes to the next line whole, and on in another only where it is longer than a line.
 */
export function Breakable({ text, at = "breath" }: BreakableProps): ReactNode {
  const words = text.split(/(\s+)/u);
  const breaks = at === "dots" ? dot : breath;
  return words.map((word, index) => {
    const parts = word.split(breaks);
    const name = parts.map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <Fragment key={place}>
        {place > 0 && <wbr />}
        {part}
      </Fragment>
    ));
    return words.length > 1 && parts.length > 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index} className="whole-id">
        {name}
      </span>
    ) : (
      name
    );
  });
}
