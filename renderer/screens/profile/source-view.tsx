import { type ReactNode, useMemo } from "react";
import { CopyButton } from "../../components/copy-button.tsx";
import { XmlLine } from "../../components/xml-line.tsx";
import { count } from "../../text/count.ts";

type SourceViewProps = { readonly source: string; readonly isAlone: boolean };

const linesPerBlock = 100;

/** The XML that an unsigned export would hold. Blocks of lines are laid out only when they come into view. */
export function SourceView({ source, isAlone }: SourceViewProps): ReactNode {
  const blocks = useMemo(() => {
    const lines = source.replace(/\n$/, "").split("\n");
    const starts = Array.from(
      { length: Math.ceil(lines.length / linesPerBlock) },
      (_, index) => index * linesPerBlock,
    );
    return {
      amount: lines.length,
      parts: starts.map((start) => ({ start, lines: lines.slice(start, start + linesPerBlock) })),
    };
  }, [source]);
  return (
    <section
      className={isAlone ? "profile-source profile-source-alone" : "profile-source"}
      aria-label="Source"
      data-pane="source"
    >
      <div className="source-head">
        <span className="small faint">{count(blocks.amount, "line")} · XML</span>
        <CopyButton text={source} label="Copy the source">
          Copy
        </CopyButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="source scroll" tabIndex={0} aria-label="Source text">
        {blocks.parts.map((part) => (
          <div key={part.start} className="source-block">
            {part.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
              <XmlLine key={index} number={part.start + index + 1} text={line} />
            ))}
          </div>
        ))}
      </section>
    </section>
  );
}
