import type { Explanation } from "../explain/explanation.ts";
import { describeAttempt } from "./describe-attempt.ts";
import { type Evidence, keyOf } from "./evidence.ts";
import { explainEvidence } from "./explain-evidence.ts";
import type { RawAttempt } from "./find-attempts.ts";
import { macLogLimits } from "./limits.ts";
import type { MacLog, MacLogAttempt, MacLogCount, MacLogFile } from "./mac-log.ts";
import { mergeAttempts } from "./merge-attempts.ts";
import { createMacLogReader, type FolderFacts, noFolder, type ReadLog } from "./read-log.ts";
import { knownText, notesText, titleAndDetail, unknownText } from "./sentences.ts";

/** A text that is there as a whole. */
export function readMacLogText(text: string): MacLog {
  const reader = createMacLogReader("");
  reader.push(text);
  return summarizeMacLogs([reader.end()]);
}

/** What one or more logs of a Mac say together. */
export function summarizeMacLogs(logs: readonly ReadLog[], folder: FolderFacts = noFolder): MacLog {
  const explanations = new Map<string, { readonly place: number; readonly explanation: Explanation }>();
  const placeOf = (name: string, explanation: Explanation): number => {
    const known = explanations.get(name) ?? { place: explanations.size, explanation };
    explanations.set(name, known);
    return known.place;
  };
  const { attempts: all, merged } = mergeAttempts(
    logs.flatMap((log) => log.attempts.map((raw) => ({ raw, file: log.name }))),
  );
  const left = all.slice(-macLogLimits.attempts);
  const described = withLines(left.map(({ raw, file }) => [describeAttempt(raw, file, placeOf), raw]));
  const seen = countsOf(logs);
  for (const { evidence } of seen) {
    const { name, explanation } = explainEvidence(evidence, null);
    if (explanation !== null) placeOf(name, explanation);
  }
  const { attempts, entries } = lastFirst(
    described,
    [...explanations.values()].map(({ explanation }) => explanation),
  );
  const earlier = all.length - left.length + logs.reduce((sum, log) => sum + log.earlier, 0);
  const counts = seen.map(({ count }) => count);
  return {
    ...titleAndDetail({ attempts, earlier, seen: counts, logs }),
    attempts,
    entries,
    seen: counts,
    files: logs.map(fileOf),
    versions: folder.versions,
    known: knownText(logs),
    unknown: unknownText(attempts),
    notes: notesText({ logs, folder, earlier, merged }),
  };
}

/** The explanation of the last deciding line stands first, and what decided nothing comes last. */
function lastFirst(
  attempts: readonly MacLogAttempt[],
  entries: readonly Explanation[],
): { readonly attempts: readonly MacLogAttempt[]; readonly entries: readonly Explanation[] } {
  const used: number[] = [];
  for (const { evidence } of attempts.toReversed()) {
    const entry = evidence?.entry ?? null;
    if (entry !== null && !used.includes(entry)) used.push(entry);
  }
  const order = [...used, ...entries.flatMap((_entry, place) => (used.includes(place) ? [] : [place]))];
  return {
    attempts: attempts.map((attempt) => {
      const { evidence } = attempt;
      if (evidence === null || evidence.entry === null) return attempt;
      return { ...attempt, evidence: { ...evidence, entry: used.indexOf(evidence.entry) } };
    }),
    entries: order.flatMap((place) => entries[place] ?? []),
  };
}

/** The newest attempts show their lines, as long as there is room; the others the one that decides. */
function withLines(attempts: readonly (readonly [MacLogAttempt, RawAttempt])[]): readonly MacLogAttempt[] {
  let room: number = macLogLimits.lines;
  return attempts
    .toReversed()
    .map(([attempt, { kept }]) => {
      const lines = kept.show(room <= 0);
      room -= lines.length;
      return { ...attempt, lines };
    })
    .toReversed();
}

type Seen = { readonly evidence: Evidence; readonly count: MacLogCount };

/** What was named in any of the files, each once with the number of its lines, the first failure first. */
function countsOf(logs: readonly ReadLog[]): readonly Seen[] {
  const seen = new Map<string, Seen>();
  for (const log of logs) {
    for (const { evidence, first, count } of log.counted) {
      const here = { count, file: log.name, firstLine: first.line, firstAt: first.at.text };
      const known = seen.get(keyOf(evidence));
      const earliest = known === undefined || here.firstAt < known.count.firstAt ? here : known.count;
      seen.set(keyOf(evidence), {
        evidence,
        count: {
          ...(known?.count ?? { ...nameAndMeaning(evidence), kind: evidence.kind }),
          file: earliest.file,
          firstLine: earliest.firstLine,
          firstAt: earliest.firstAt,
          count: count + (known?.count.count ?? 0),
        },
      });
    }
  }
  return [...seen.values()].toSorted((a, b) =>
    a.count.firstAt < b.count.firstAt ? -1 : a.count.firstAt > b.count.firstAt ? 1 : 0,
  );
}

function nameAndMeaning(evidence: Evidence): Pick<MacLogCount, "name" | "meaning"> {
  const { name, meaning } = explainEvidence(evidence, null);
  return { name, meaning };
}

function fileOf(log: ReadLog): MacLogFile {
  return {
    name: log.name,
    formats: log.counts.formats,
    lines: log.counts.lines,
    messages: log.messages,
    foreign: log.foreign,
    from: log.from?.text ?? null,
    to: log.to?.text ?? null,
  };
}
