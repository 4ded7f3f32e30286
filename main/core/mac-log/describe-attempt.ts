import type { Explanation } from "../explain/explanation.ts";
import { type Explained, explainEvidence } from "./explain-evidence.ts";
import type { RawAttempt } from "./find-attempts.ts";
import { shownText } from "./kept-lines.ts";
import { millisecondsBetween } from "./log-entry.ts";
import type { MacLogAttempt } from "./mac-log.ts";

/** Lines of an attempt may come so long after the deciding one and still be its end. */
const end = 10_000;

/** The place of an explanation among those of the whole log; it is added where it is new. */
export type PlaceOf = (name: string, explanation: Explanation) => number;

/** An attempt as it is shown, in words that its lines bear out; the lines themselves are added where there is room for them. */
export function describeAttempt(raw: RawAttempt, file: string, placeOf: PlaceOf): MacLogAttempt {
  const { first, last, deciding } = raw;
  const [host = null] = raw.hosts;
  const explained = deciding === null ? null : explainEvidence(deciding.evidence, host);
  return {
    at: first.at.text,
    until: last.at.text,
    seconds: Math.max(0, Math.round(millisecondsBetween(first.at, last.at) / 1000)),
    file,
    firstLine: first.line,
    lastLine: last.lastLine,
    outcome: explained?.outcome ?? "unclear",
    certainty: explained?.certainty ?? "inferred",
    title: titleOf(raw, explained),
    deciding: deciding === null ? null : shownText(deciding.entry, true),
    decidingLine: deciding?.entry.line ?? null,
    evidence:
      deciding === null || explained === null
        ? null
        : {
            kind: deciding.evidence.kind,
            name: explained.name,
            code: deciding.evidence.kind === "code" ? deciding.evidence.code : null,
            meaning: explained.meaning,
            entry: explained.explanation === null ? null : placeOf(explained.name, explained.explanation),
          },
    codes: [...raw.codes],
    hosts: [...raw.hosts],
    from: [...raw.from],
    lines: [],
  };
}

/** "Stopped" only where the answer refuses and nothing but an end follows. */
function titleOf({ deciding, last }: RawAttempt, explained: Explained | null): string {
  if (deciding === null || explained === null) return "No line decides";
  if (deciding.evidence.kind === "network") return sentenceCase(explained.meaning ?? explained.name);
  const isAtEnd = millisecondsBetween(deciding.entry.at, last.at) <= end;
  return explained.refuses && isAtEnd ? `Stopped at ${explained.name}` : `Met ${explained.name}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
