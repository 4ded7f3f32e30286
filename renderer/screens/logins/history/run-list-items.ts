import type { RunName, RunView } from "../../../../preload/contract.ts";
import { progressOf, type Run, resultsOf } from "../../../stores/run.ts";
import { dayTitle } from "../../../text/day.ts";
import { formatClock } from "../../../text/time.ts";
import { runLine } from "../result/run-text.ts";

/** One line of the run list. */
export type RunItem = {
  readonly id: string;
  readonly name: RunName;
  readonly kind: RunView["kind"];
  readonly startedAt: string;
  /** When it started, with seconds where another run of the list started in the same minute. */
  readonly clock: string;
  /** What came of it. */
  readonly text: string;
  readonly tone: "ok" | "warn" | "err" | "mute" | "mfa";
  readonly isRunning: boolean;
  readonly isListed: boolean;
  readonly practice: boolean;
  readonly kept: boolean;
  readonly masked: boolean;
  /** Keys that were changed between the run before and this one. */
  readonly changedKeys: readonly string[];
  /** When they were changed, ISO 8601; null when that was in another session. */
  readonly changedAt: string | null;
};

/** The runs of main's list, and before them those that this page has seen and main has not listed yet. */
export function runItems(
  listed: readonly RunView[],
  seen: Readonly<Record<string, Run>>,
  runningId: string | null,
): readonly RunItem[] {
  const known = new Set(listed.map((run) => run.id));
  const fresh = Object.values(seen)
    .filter((run) => !known.has(run.id))
    .map((run) => itemOfSeen(run, run.id === runningId))
    .toReversed();
  return withClocks([...fresh, ...listed.map(itemOfListed)]);
}

type Unclocked = Omit<RunItem, "clock">;

function withClocks(items: readonly Unclocked[]): readonly RunItem[] {
  const minuteOf = ({ startedAt }: Unclocked) =>
    `${new Date(startedAt).toDateString()} ${formatClock(startedAt)}`;
  const minutes = items.map(minuteOf);
  return items.map((item) => {
    const isAlone = minutes.filter((minute) => minute === minuteOf(item)).length === 1;
    return { ...item, clock: formatClock(item.startedAt, !isAlone) };
  });
}

function itemOfSeen(run: Run, isRunning: boolean): Unclocked {
  const [first] = resultsOf(run);
  const line =
    first === undefined
      ? { word: isRunning ? runningWord(run) : "No result", tone: "mute" as const }
      : runLine(first);
  return {
    id: run.id,
    name: run.name,
    kind: run.kind,
    startedAt: run.startedAt,
    text: run.paired?.sentence ?? line.word,
    tone: line.tone === "accent" ? "mute" : line.tone,
    isRunning,
    isListed: false,
    practice: run.practice,
    kept: false,
    masked: false,
    changedKeys: [],
    changedAt: null,
  };
}

function runningWord(run: Run): string {
  const progress = progressOf(run);
  return progress === null ? "Running" : `Running, step ${progress.step} of ${progress.of}`;
}

function itemOfListed(run: RunView): Unclocked {
  return {
    id: run.id,
    name: run.name,
    kind: run.kind,
    startedAt: run.startedAt,
    text: run.label.text,
    tone: run.label.tone,
    isRunning: false,
    isListed: true,
    practice: run.practice,
    kept: run.kept,
    masked: run.masked,
    changedKeys: run.changeBefore?.keys ?? [],
    changedAt: run.changeBefore?.at ?? null,
  };
}

/** Runs under the day they were started on. */
export type RunDay = { readonly title: string; readonly items: readonly RunItem[] };

/** Groups runs by the reader's own days, the newest first as they come. */
export function groupByDay(items: readonly RunItem[], today: Date): readonly RunDay[] {
  const days = new Map<string, RunItem[]>();
  for (const item of items) {
    const title = dayTitle(new Date(item.startedAt), today);
    days.set(title, [...(days.get(title) ?? []), item]);
  }
  return [...days].map(([title, members]) => ({ title, items: members }));
}
