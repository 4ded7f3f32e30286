import type { CSSProperties, ReactNode } from "react";
import { type MarkedToken, markColumn, tokenizeXmlLine } from "../text/xml-tokens.ts";

type XmlLineProps = {
  readonly number: number;
  readonly text: string;
  readonly isMarked?: boolean;
  /** Column from 1 that is wrong; underlined, or a caret where nothing stands there any more. */
  readonly errorColumn?: number;
  /** No line follows: behind its end the file ends. */
  readonly isLast?: boolean;
};

/** One numbered line of a property list. */
export function XmlLine({
  number,
  text,
  isMarked = false,
  errorColumn,
  isLast = false,
}: XmlLineProps): ReactNode {
  // In a line with a mark every column counts as it stands.
  const blanks = errorColumn === undefined ? (leadingBlanks.exec(text)?.[0] ?? "") : "";
  const tokens = tokenizeXmlLine(text.slice(blanks.length));
  const isBehindEnd = errorColumn !== undefined && errorColumn > text.length;
  const shown = errorColumn === undefined ? tokens : markColumn(tokens, errorColumn);
  return (
    <div className={isMarked ? "source-line source-marked" : "source-line"}>
      <span className="source-number" aria-hidden="true">
        {number}
      </span>
      <code style={columnsOf(blanks)}>
        {blanks !== "" && <span className="source-indent">{blanks}</span>}
        {shown.map((token, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never move
          <Piece key={index} token={token} />
        ))}
      </code>
      {isBehindEnd && isLast && <span className="source-end">ends here</span>}
    </div>
  );
}

/** Blanks at the beginning of a line; not so many that nothing has room behind them. */
const leadingBlanks = /^(?:\t{1,16}|[ \t]{1,32})(?=[^ \t])/;

/** How far in a line begins, for a style sheet that lets it go on; a tab is two columns. */
function columnsOf(blanks: string): CSSProperties {
  const columns: Record<`--${string}`, number> = {
    "--source-columns": blanks.length + blanks.split("\t").length - 1,
  };
  return columns;
}

function Piece({ token }: { readonly token: MarkedToken }): ReactNode {
  switch (token.kind) {
    case "text":
      return token.text;
    case "error":
      return <mark className={token.text === " " ? "source-caret" : undefined}>{token.text}</mark>;
    default:
      return <span className={`x-${token.kind}`}>{token.text}</span>;
  }
}
