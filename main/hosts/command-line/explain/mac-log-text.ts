import { macCommands } from "../../../core/mac-commands/mac-commands.ts";
import type { MacLog, MacLogAttempt } from "../../../core/mac-log/index.ts";
import { oneLine } from "../text.ts";

/** Attempts that are printed one by one; with `--json` all are. */
const mostAttempts = 50;

/** A log of the Mac as text: the answer, the attempts with the line that decides each, what is known and what is not. */
export function macLogText(log: MacLog): string {
  const { attempts, versions, known, unknown, notes, seen } = log;
  const place = log.files.length > 1 ? placeInFile : placeInLog;
  const shown = attempts.slice(-mostAttempts);
  const left = attempts.length - shown.length;
  const decided = attempts.some(({ evidence }) => evidence !== null);
  return [
    log.title,
    ...(log.detail === "" ? [] : [log.detail]),
    "",
    ...log.files.map(fileLine),
    "",
    ...(left > 0 ? [`… ${left} earlier attempts`] : []),
    ...shown.flatMap((attempt) => attemptLines(attempt, place)),
    ...(seen.length > 0 ? ["", "Named in the log:"] : []),
    ...seen.map(
      ({ name, meaning, count, firstLine, firstAt, file }) =>
        `- ${name}: ${count === 1 ? "once" : `${count} times`}, first at ${time(firstAt)}, ${place(file, firstLine)}${meaning === null ? "" : `; ${meaning}`}`,
    ),
    ...(versions.length > 0 ? ["", "Versions:"] : []),
    ...versions.map(({ what, version, file }) => `- ${what} ${version} (${file})`),
    "",
    "Known:",
    ...known.map((line) => `- ${line}`),
    "Not known:",
    ...unknown.map((line) => `- ${line}`),
    ...(notes.length > 0 ? ["Left out:"] : []),
    ...notes.map((line) => `- ${line}`),
    ...(decided
      ? []
      : [
          "On the Mac:",
          ...macCommands(["login-unified-log", "menu-bar-unified-log"]).map(({ command }) => `  ${command}`),
        ]),
    "",
  ]
    .map((line) => (line.startsWith("  ") ? `  ${oneLine(line)}` : oneLine(line)))
    .join("\n");
}

function fileLine({ name, lines, from, to }: MacLog["files"][number]): string {
  const span = from === null || to === null ? "" : `, ${time(from)} to ${time(to)}`;
  return `Read: ${name === "" ? "the text" : name}, ${lines} lines${span}`;
}

type Place = (file: string, first: number, last?: number) => string;

function attemptLines(attempt: MacLogAttempt, place: Place): readonly string[] {
  const { at, seconds, title, evidence, deciding, decidingLine, hosts, file, firstLine, lastLine } = attempt;
  const meaning = evidence?.meaning ?? null;
  return [
    `${time(at)}  ${title}${meaning === null || evidence?.kind === "network" ? "" : `: ${meaning}`}  (${seconds} s, ${place(file, firstLine, lastLine)})`,
    ...(deciding === null
      ? ["  Nothing in it says why it ended."]
      : [`  line ${decidingLine}: ${cut(deciding)}`]),
    ...(hosts.length === 0 ? [] : [`  hosts: ${hosts.join(", ")}`]),
  ];
}

function time(at: string): string {
  return at.slice(0, 19).replace("T", " ");
}

function placeInLog(_file: string, first: number, last = first): string {
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

function placeInFile(file: string, first: number, last = first): string {
  return `${file} ${placeInLog(file, first, last)}`;
}

function cut(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`;
}
