import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { CopyButton } from "../../components/copy-button.tsx";
import { XmlLine } from "../../components/xml-line.tsx";
import { count } from "../../text/count.ts";
import type { Lines } from "./source-index.ts";

type SourceViewProps = {
  readonly source: string;
  readonly isAlone: boolean;
  /** Lines of the key that has the focus in the form. */
  readonly marked?: Lines | null;
  /** What has to be said about the source, above it. */
  readonly children?: ReactNode;
};

const linesPerBlock = 100;

/** The XML that an unsigned export would hold, to read. */
export function SourceView({ source, isAlone, marked = null, children }: SourceViewProps): ReactNode {
  const amount = useMemo(() => source.replace(/\n$/, "").split("\n").length, [source]);
  return (
    <section
      className={isAlone ? "profile-source profile-source-alone" : "profile-source"}
      aria-label="Source"
      data-pane="source"
    >
      <div className="source-head">
        <span className="small faint">{count(amount, "line")} · XML</span>
        <CopyButton text={source} label="Copy the source">
          Copy
        </CopyButton>
      </div>
      {children}
      <SourceText source={source} marked={marked} />
    </section>
  );
}

/** Lines of a source. Blocks of lines are laid out only when they come into view. */
export function SourceText({ source, marked }: Pick<SourceViewProps, "source" | "marked">): ReactNode {
  const blocks = useMemo(() => blocksOf(source), [source]);
  const text = useRef<HTMLElement>(null);
  const first = marked?.first ?? null;
  useEffect(() => {
    if (first !== null) {
      text.current?.querySelector(".source-marked")?.scrollIntoView({ block: "nearest" });
    }
  }, [first]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={text} className="source source-wrapped scroll" tabIndex={0} aria-label="Source text">
      {blocks.map((block) => (
        <div key={block.start} className="source-block">
          {block.lines.map((line, index) => (
            <XmlLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
              key={index}
              number={block.start + index + 1}
              text={line}
              isMarked={isIn(marked ?? null, block.start + index + 1)}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

function isIn(lines: Lines | null, line: number): boolean {
  return lines !== null && line >= lines.first && line <= lines.last;
}

type Block = { readonly start: number; readonly lines: readonly string[] };

function blocksOf(source: string): readonly Block[] {
  const lines = source.replace(/\n$/, "").split("\n");
  const starts = Array.from(
    { length: Math.ceil(lines.length / linesPerBlock) },
    (_, index) => index * linesPerBlock,
  );
  return starts.map((start) => ({ start, lines: lines.slice(start, start + linesPerBlock) }));
}
