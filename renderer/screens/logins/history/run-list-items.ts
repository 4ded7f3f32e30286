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
  /** Whom it was about, and where, as far as the runs of the list differ: the place alone is the same in every line of a practice scenario. */
  readonly about: string;
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
  return toldApart([...fresh, ...listed.map(itemOfListed)]);
}

/** A line without what depends on the other lines. */
type Alone = Omit<RunItem, "clock" | "about">;

function toldApart(items: readonly Alone[]): readonly RunItem[] {
  const minuteOf = ({ startedAt }: Alone) =>
    `${new Date(startedAt).toDateString()} ${formatClock(startedAt)}`;
  const minutes = items.map(minuteOf);
  const isOnePlace = new Set(items.map((item) => whoAndWhere(item).place)).size === 1;
  return items.map((item) => {
    const isAlone = minutes.filter((minute) => minute === minuteOf(item)).length === 1;
    return { ...item, clock: formatClock(item.startedAt, !isAlone), about: aboutOf(item, isOnePlace) };
  });
}

function aboutOf(item: Alone, isOnePlace: boolean): string {
  const { person, place } = whoAndWhere(item);
  if (person === null) return place;
  // Beside the place there is no room for the domain, which mostly says the place again.
  return isOnePlace ? person : `${person.replace(/@.*/, "")}, ${place}`;
}

/** A name begins with the person, in practice with the scenario; nobody is named where it has one part only. */
function whoAndWhere({ name: { title, about }, practice }: Alone): {
  readonly person: string | null;
  readonly place: string;
} {
  const rest = about.slice(title.length).replace(/^, /, "");
  if (rest === "") return { person: null, place: title };
  return practice ? { person: rest, place: title } : { person: title, place: rest };
}

function itemOfSeen(run: Run, isRunning: boolean): Alone {
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

function itemOfListed(run: RunView): Alone {
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
