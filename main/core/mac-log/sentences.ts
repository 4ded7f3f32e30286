import { macLogLimits } from "./limits.ts";
import type { LogFormat } from "./log-entry.ts";
import type { MacLogAttempt, MacLogCount } from "./mac-log.ts";
import type { FolderFacts, ReadLog } from "./read-log.ts";

type Told = {
  readonly attempts: readonly MacLogAttempt[];
  readonly earlier: number;
  readonly seen: readonly MacLogCount[];
  readonly logs: readonly ReadLog[];
};

/** The answer in a sentence, and what else belongs into the first breath. */
export function titleAndDetail({ attempts, earlier, seen, logs }: Told): {
  readonly title: string;
  readonly detail: string;
} {
  const total = attempts.length + earlier;
  const last = attempts.at(-1);
  if (last === undefined) return nobodySignedIn(logs);
  const counted = `${count(total, "attempt")}.`;
  const which = total === 1 ? "It" : "The last one";
  const decided = attempts.findLast(({ evidence }) => evidence !== null);
  if (decided === undefined) {
    return {
      title: `${counted} No line says why ${total === 1 ? "it" : "they"} ended.`,
      detail:
        "No line names a code, an OAuth error or a network error. Only those are read; other words of this log are not documented.",
    };
  }
  const title =
    last.evidence === null
      ? `${counted} No line decides the last one. The last that is clear ${lowerFirst(met(decided))}.`
      : `${counted} ${which} ${lowerFirst(met(last))}.`;
  return { title, detail: firstFailure(seen, logs.length > 1) };
}

/** `stopped at AADSTS50105: the person is not assigned to the app` */
function met({ title, evidence }: MacLogAttempt): string {
  if (evidence === null) return title;
  if (evidence.kind === "network") return `Ended with a network error: ${evidence.meaning ?? evidence.name}`;
  return evidence.meaning === null ? `${title}, which no list has` : `${title}: ${evidence.meaning}`;
}

/** The first thing that failed and how often what stood in the log. */
function firstFailure(seen: readonly MacLogCount[], namesFile: boolean): string {
  const [first] = seen;
  if (first === undefined) return "";
  const where = `line ${first.firstLine}${namesFile ? ` of ${first.file}` : ""}`;
  const often = seen.map(({ name, count: times }) => `${name} in ${count(times, "line")}`);
  const shown = often.slice(0, 5).join(", ");
  const more = often.length > 5 ? `, and ${often.length - 5} others` : "";
  return `The first is ${first.name} at ${first.firstAt.replace("T", " ")} (${where}). Named: ${shown}${more}.`;
}

function nobodySignedIn(logs: readonly ReadLog[]): { readonly title: string; readonly detail: string } {
  const messages = sum(logs, (log) => log.messages);
  const foreign = sum(logs, (log) => log.foreign);
  if (messages === 0) {
    return {
      title: "No line of this log is from Jamf Connect.",
      detail: `${count(foreign, "message")} of other programs ${foreign === 1 ? "was" : "were"} passed over.`,
    };
  }
  return {
    title: "Nobody signed in while this log was written.",
    detail: `${count(messages, "message")} of Jamf Connect, and none of them names a host, a code or an error.`,
  };
}

const formatNames: Readonly<Record<LogFormat, string>> = {
  "login-log": "jamf_login.log",
  compact: "log show in its compact style",
  default: "log show in its default style",
  syslog: "log show in its syslog style",
  json: "log show as JSON",
};

export function knownText(logs: readonly ReadLog[]): readonly string[] {
  const formats = [...new Set(logs.flatMap(({ counts }) => counts.formats))].map(
    (format) => formatNames[format],
  );
  const hasZone = logs.some(({ from }) => from !== null && from.offset !== null);
  const lacksZone = logs.some(({ from }) => from !== null && from.offset === null);
  return [
    ...(formats.length === 0 ? [] : [`Form: ${formats.join(", ")}.`]),
    ...(lacksZone ? ["Times are those of the Mac's clock; the log gives no zone."] : []),
    ...(hasZone ? ["Times carry their zone."] : []),
    "Codes, OAuth errors, Apple's network errors and hosts are read; their meaning is documented by those who define them.",
    "Where one attempt ends and the next begins is inferred from pauses and requests: the log does not say it.",
  ];
}

export function unknownText(attempts: readonly MacLogAttempt[]): readonly string[] {
  const undecided = attempts.flatMap(({ evidence }, index) => (evidence === null ? [index + 1] : []));
  const listed = undecided.slice(0, 10).join(", ");
  const unlisted = attempts.filter(({ evidence }) => evidence !== null && evidence.entry === null);
  const names = [...new Set(unlisted.flatMap(({ evidence }) => evidence?.name ?? []))];
  return [
    ...(undecided.length === 1 ? [`Why attempt ${listed} ended.`] : []),
    ...(undecided.length > 1
      ? [`Why attempts ${listed}${undecided.length > 10 ? " and others" : ""} ended.`]
      : []),
    ...(names.length > 0 ? [`What ${names.slice(0, 5).join(", ")} means: no public list has it.`] : []),
    "Whether anybody was logged in afterwards: no documented line says so.",
    "What the person saw in the window.",
    "What other words in this log mean. No public source documents them, so only times, codes, errors and hosts are read.",
  ];
}

type Notable = {
  readonly logs: readonly ReadLog[];
  readonly folder: FolderFacts;
  readonly earlier: number;
  readonly merged: number;
};

export function notesText({ logs, folder, earlier, merged }: Notable): readonly string[] {
  const cut = sum(logs, ({ counts }) => counts.cut);
  const quiet = sum(logs, (log) => log.quiet);
  const foreign = sum(logs, (log) => log.foreign);
  const others = sum(logs, ({ counts }) => counts.others);
  const mixed = logs.filter(({ counts }) => counts.formats.length > 1);
  return [
    ...(earlier > 0
      ? [`${count(earlier, "earlier attempt")} ${earlier === 1 ? "is" : "are"} counted and not shown.`]
      : []),
    ...(merged > 0
      ? [
          `The ${count(logs.length, "file")} are put together by time: ${count(merged, "attempt")} that two of them seem to tell of ${merged === 1 ? "is" : "are"} shown once.`,
        ]
      : []),
    ...(quiet > 0
      ? [`${count(quiet, "stretch", "stretches")} without a host, a code or an error left out.`]
      : []),
    ...(foreign > 0 ? [`${count(foreign, "message")} of other programs passed over.`] : []),
    ...(others > 0 ? [`${count(others, "line")} without a time before the first message passed over.`] : []),
    ...(cut > 0
      ? [`${count(cut, "line")} longer than ${macLogLimits.line / 1024} kB read at the beginning only.`]
      : []),
    ...mixed.map(
      ({ name, counts }) =>
        `${name === "" ? "The text" : name} mixes ${counts.formats.length} forms of a log.`,
    ),
    ...logs
      .filter(({ isBroken }) => isBroken)
      .map(
        ({ name }) =>
          `Some characters of ${name === "" ? "the text" : name} are damaged and shown as \ufffd.`,
      ),
    ...(folder.passedOver > 0 ? [`${count(folder.passedOver, "other file")} passed over.`] : []),
    ...folder.notRead,
  ];
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
