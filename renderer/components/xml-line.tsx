import type { ReactNode } from "react";
import { tokenizeXmlLine } from "../text/xml-tokens.ts";

type XmlLineProps = {
  readonly number: number;
  readonly text: string;
  readonly isMarked?: boolean;
  /** Column from 1 that is wrong; underlined. */
  readonly errorColumn?: number;
};

/** One numbered line of a property list. */
export function XmlLine({ number, text, isMarked = false, errorColumn }: XmlLineProps): ReactNode {
  return (
    <div className={isMarked ? "source-line source-marked" : "source-line"}>
      <span className="source-number" aria-hidden="true">
        {number}
      </span>
      <code>
        {errorColumn === undefined ? (
          <Coloured text={text} />
        ) : (
          <WithError text={text} column={errorColumn} />
        )}
      </code>
    </div>
  );
}

function Coloured({ text }: { readonly text: string }): ReactNode {
  return tokenizeXmlLine(text).map((token, index) =>
    token.kind === "text" ? (
      token.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never move
      <span key={index} className={`x-${token.kind}`}>
        {token.text}
      </span>
    ),
  );
}

function WithError({ text, column }: { readonly text: string; readonly column: number }): ReactNode {
  const at = Math.min(Math.max(column - 1, 0), Math.max(text.length - 1, 0));
  return (
    <>
      {text.slice(0, at)}
      <mark className="source-error">{text.slice(at, at + 1) || " "}</mark>
      {text.slice(at + 1)}
    </>
  );
}
