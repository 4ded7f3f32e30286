import { explainText } from "../../core/explain/explain-text.ts";
import { macCommands } from "../../core/mac-commands/mac-commands.ts";
import {
  type ChosenFiles,
  type Explained,
  type MacLogVersion,
  macLogLimits,
  type ReadLog,
  summarizeMacLogs,
  versionOfInfo,
  versionOfText,
} from "../../core/mac-log/index.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import {
  type Course,
  type FileCourse,
  inSilence,
  type LogSource,
  type ReadFile,
  readLogFile,
} from "./read-log-file.ts";

/** Longest text of a file that is explained as if it had been pasted. */
const longestText = 65_536;

/** Explains one file: a log of the Mac of any length, or a short text with an error in it. Problems say what it is instead. */
export async function explainFile(source: LogSource, course: Course = inSilence): Promise<Result<Explained>> {
  const read = await readLogFile(source, macLogLimits.fileBytes, true, {
    goesOn: course.goesOn,
    tell: (bytes) => course.tell({ file: source.name, index: 1, count: 1, bytes }),
  });
  switch (read.kind) {
    case "log":
      return succeed({ kind: "log", log: summarizeMacLogs([read.log], factsOf(read.problem)) });
    case "text": {
      if (!read.isWhole || read.text.length > longestText)
        return fail(notALog(source.name, "It is a text of another kind."));
      return read.text.trim() === "" ? fail(notALog(source.name, "It is empty.")) : explainText(read.text);
    }
    case "binary":
      return fail(notALog(source.name, "It is no text."));
    case "unread":
      return fail(read.problem);
  }
}

/**
 * Explains the files of a folder together, one after the other: its logs, and the versions that others name. What is read and what is
 * left out is said.
 *
 * @param name of the folder, for problems
 * @param chosen what was left out before
 */
export async function explainFolder(
  name: string,
  sources: readonly LogSource[],
  chosen: Omit<ChosenFiles, "read">,
  course: Course = inSilence,
): Promise<Result<Explained>> {
  const logs: ReadLog[] = [];
  const versions: MacLogVersion[] = [];
  const notRead = [...chosen.notRead];
  let { passedOver } = chosen;
  let left: number = macLogLimits.folderBytes;
  for (const [index, source] of sources.entries()) {
    if (left <= 0 || !course.goesOn()) {
      notRead.push(
        `${sources.length - index} files were not read${left <= 0 ? ": there are too many bytes" : ""}.`,
      );
      break;
    }
    const before = macLogLimits.folderBytes - left;
    const read = await readOne(source, Math.min(left, macLogLimits.fileBytes), {
      goesOn: course.goesOn,
      tell: (bytes) =>
        course.tell({ file: source.name, index: index + 1, count: sources.length, bytes: before + bytes }),
    });
    left -= read.bytes;
    if (read.log !== null) logs.push(read.log);
    else if (read.version !== null) versions.push(read.version);
    else passedOver += 1;
    if (read.problem !== null) notRead.push(sentence(read.problem));
  }
  if (logs.length === 0) return fail(noLog(name, sources.length, passedOver));
  return succeed({ kind: "log", log: summarizeMacLogs(logs, { versions, passedOver, notRead }) });
}

type ReadOne = {
  readonly bytes: number;
  readonly log: ReadLog | null;
  readonly version: MacLogVersion | null;
  readonly problem: Problem | null;
};

async function readOne(source: LogSource, most: number, course: FileCourse): Promise<ReadOne> {
  if (/(?:^|\/)info\.plist$/i.test(source.name)) return readInfo(source);
  const read: ReadFile = await readLogFile(source, most, /jamf|connect|login/i.test(source.name), course);
  const none = { log: null, version: null, problem: null };
  switch (read.kind) {
    case "log":
      return { ...none, bytes: read.bytes, log: read.log, problem: read.problem };
    case "text":
      return { ...none, bytes: read.bytes, version: versionOfText(read.text, source.name) };
    case "binary":
      return { ...none, bytes: read.bytes };
    case "unread":
      return { ...none, bytes: 0, problem: read.problem };
  }
}

/** A larger one is none. */
const largestInfo = 1024 * 1024;

async function readInfo(source: LogSource): Promise<ReadOne> {
  const pieces: Uint8Array[] = [];
  const problem = await source.readPieces(largestInfo, (piece) => void pieces.push(Uint8Array.from(piece)));
  const bytes = Buffer.concat(pieces);
  return {
    bytes: bytes.length,
    log: null,
    version: problem === null ? versionOfInfo(bytes, source.name) : null,
    problem: null,
  };
}

function factsOf(problem: Problem | null) {
  return {
    versions: [],
    passedOver: 0,
    notRead: problem === null ? [] : [`${sentence(problem)} What came before was read.`],
  };
}

function sentence({ title, detail }: Problem): string {
  return `${title} ${detail}`;
}

function howToGet(): string {
  const [command] = macCommands(["login-unified-log"]);
  return `On the Mac, run: ${command?.command}`;
}

function notALog(name: string, detail: string): Problem {
  return {
    code: "not-a-log",
    title: `${name} is no log of the Mac.`,
    detail: `${detail} jamf_login.log, the output of log show (compact, default, syslog, JSON) and folders with them can be read.`,
    fix: howToGet(),
  };
}

function noLog(name: string, read: number, passedOver: number): Problem {
  return {
    code: "no-log-in-folder",
    title: `${name} holds no log of the Mac.`,
    detail: `${read.toLocaleString("en-US")} files were looked into, ${passedOver.toLocaleString("en-US")} are something else. jamf_login.log and the output of log show can be read.`,
    fix: howToGet(),
  };
}
