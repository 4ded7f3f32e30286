import type { Explanation } from "../explain/explanation.ts";
import { describeAttempt } from "./describe-attempt.ts";
import type { Evidence } from "./evidence.ts";
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
  const explanations = new Map<string, Explanation>();
  const placeOf = (name: string, explanation: Explanation): number => {
    if (!explanations.has(name)) explanations.set(name, explanation);
    return [...explanations.keys()].indexOf(name);
  };
  const raws = new Map<MacLogAttempt, RawAttempt>();
  for (const log of logs) {
    for (const raw of log.attempts) raws.set(describeAttempt(raw, log.name, placeOf), raw);
  }
  const all = mergeAttempts([...raws.keys()]);
  for (const { evidence } of logs.flatMap(({ counted }) => counted)) {
    const { name, explanation } = explainEvidence(evidence, null);
    if (explanation !== null) placeOf(name, explanation);
  }
  const left = all.slice(-macLogLimits.attempts);
  const { attempts, entries } = lastFirst(withLines(left, raws), [...explanations.values()]);
  const earlier = all.length - left.length + logs.reduce((sum, log) => sum + log.earlier, 0);
  const seen = countsOf(logs);
  return {
    ...titleAndDetail({ attempts, earlier, seen, logs }),
    attempts,
    entries,
    seen,
    files: logs.map(fileOf),
    versions: folder.versions,
    known: knownText(logs),
    unknown: unknownText(attempts),
    notes: notesText({ logs, folder, earlier }),
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
function withLines(
  attempts: readonly MacLogAttempt[],
  raws: ReadonlyMap<MacLogAttempt, RawAttempt>,
): readonly MacLogAttempt[] {
  let room: number = macLogLimits.lines;
  return attempts
    .toReversed()
    .map((attempt) => {
      const kept = raws.get(attempt)?.kept;
      if (kept === undefined) return attempt;
      const lines = kept.show(room <= 0);
      room -= lines.length;
      return { ...attempt, lines };
    })
    .toReversed();
}

function countsOf(logs: readonly ReadLog[]): readonly MacLogCount[] {
  return logs
    .flatMap((log) =>
      log.counted.map(({ evidence, first, count }) => ({
        ...nameAndMeaning(evidence),
        kind: evidence.kind,
        count,
        file: log.name,
        firstLine: first.line,
        firstAt: first.at.text,
      })),
    )
    .toSorted((a, b) => (a.firstAt < b.firstAt ? -1 : a.firstAt > b.firstAt ? 1 : 0));
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
