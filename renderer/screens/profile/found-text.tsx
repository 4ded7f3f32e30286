import type { ReactNode } from "react";
import { MarkedText } from "../../components/marked-text.tsx";
import { useQuery } from "./query-context.ts";

/** A name in which what is searched is marked. */
export function FoundText({ text }: { readonly text: string }): ReactNode {
  const words = useQuery()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) {
    return <MarkedText text={text} />;
  }
  return split(text, words).map(({ part, isHit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, told apart by where they stand
    isHit ? <mark key={index}>{part}</mark> : <MarkedText key={index} text={part} />,
  );
}

function split(
  text: string,
  words: readonly string[],
): readonly { readonly part: string; readonly isHit: boolean }[] {
  const lower = text.toLowerCase();
  const parts: { part: string; isHit: boolean }[] = [];
  let at = 0;
  while (at < text.length) {
    const next = words
      .map((word) => ({ word, start: lower.indexOf(word, at) }))
      .filter(({ start }) => start !== -1)
      .toSorted((a, b) => a.start - b.start || b.word.length - a.word.length)[0];
    if (next === undefined) {
      break;
    }
    if (next.start > at) {
      parts.push({ part: text.slice(at, next.start), isHit: false });
    }
    at = next.start + next.word.length;
    parts.push({ part: text.slice(next.start, at), isHit: true });
  }
  return at < text.length ? [...parts, { part: text.slice(at), isHit: false }] : parts;
}
