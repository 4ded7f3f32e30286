import type { RunName, RunView } from "../../../../preload/contract.ts";
import { progressOf, type Run, resultsOf } from "../../../stores/run.ts";
import { count } from "../../../text/count.ts";
import { dayTitle } from "../../../text/day.ts";
import { runLine } from "../result/run-text.ts";

/** One line of the run list. */
export type RunItem = {
  readonly id: string;
  readonly name: RunName;
  readonly kind: RunView["kind"];
  readonly startedAt: string;
  /** What else tells it apart beside its title: the tenant, in practice the person where the list has more than one; else empty. */
  readonly about: string;
  /** Another run of the list was started in the same minute, so that the seconds tell them apart. */
  readonly withSeconds: boolean;
  /** What came of it. */
  readonly text: string;
  readonly tone: "ok" | "warn" | "err" | "mute" | "mfa";
  readonly isRunning: boolean;
  readonly isListed: boolean;
  readonly practice: boolean;
  readonly kept: boolean;
  readonly masked: boolean;
  /** What was changed between the run before and this one: `CA001 turned off`, `Profile changed, 2 keys`. */
  readonly changes: readonly string[];
  /** When the profile was changed, ISO 8601; null when that was in another session, when it was not, or when more was changed. */
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
type Alone = Omit<RunItem, "about" | "withSeconds">;

/** The title is the person, in practice the scenario; the rest of the name is the tenant, in practice the person. */
function toldApart(items: readonly Alone[]): readonly RunItem[] {
  const restOf = ({ name: { title, changed, about } }: Alone) => {
    const told = changed === undefined ? title : `${title}, ${changed}`;
    return about.slice(told.length).replace(/^, /, "");
  };
  const people = new Set(items.filter(({ practice }) => practice).map(restOf));
  const minutes = items.map(({ startedAt }) => startedAt.slice(0, "2026-12-01T02:30".length));
  return items.map((item, index) => {
    const withSeconds = minutes.some((minute, other) => other !== index && minute === minutes[index]);
    // The domain of a practice scenario is the same for everybody in it.
    const person = people.size > 1 ? restOf(item).replace(/@.*/, "") : "";
    return { ...item, withSeconds, about: item.practice ? person : restOf(item) };
  });
}

/** What stood otherwise in the tenant, where a line has little room: `CA001 off` of `CA001 turned off`. */
export function shortChange(changed: string): string {
  return changed.replace(/ turned (?=(?:on|off)$)/, " ");
}

/** What was changed before a run, in a few words each. */
export function changesOf(change: RunView["changeBefore"]): readonly string[] {
  if (change === null) return [];
  const keys = change.keys.length === 0 ? "" : `, ${count(change.keys.length, "key")}`;
  return [...change.switches, ...(change.profile === "changed" ? [`Profile changed${keys}`] : [])];
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
    text: run.paired?.verdict.title ?? line.word,
    tone: line.tone === "accent" ? "mute" : line.tone,
    isRunning,
    isListed: false,
    practice: run.practice,
    kept: false,
    masked: false,
    changes: [],
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
    changes: changesOf(run.changeBefore),
    // It is the time of an edit, and of no switch.
    changedAt: run.changeBefore?.switches.length === 0 ? run.changeBefore.at : null,
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
