import { readFile, stat } from "node:fs/promises";
import type { Problem } from "../../core/problem.ts";
import { writeAtomically } from "../shared/write-atomically.ts";
import type { Terminal } from "./command.ts";
import { askHidden } from "./hidden-prompt.ts";
import { lineReader } from "./line-reader.ts";
import { untilAskedToStop } from "./until-asked-to-stop.ts";

/** Largest file that any command reads, in bytes (design section 12: input of any size gives a clear error). */
const largestFile = 1024 * 1024 * 1024;

/** The real process as the commands see it. */
export type ProcessTerminal = Terminal & {
  /** Lets the process end although standard input is still open. */
  readonly close: () => void;
  /** Whether a command serves others until it is asked to stop. */
  readonly isServing: () => boolean;
};

/** Makes the terminal of a process. */
export function createTerminal(process: NodeJS.Process): ProcessTerminal {
  const stdin = lineReader(() => process.stdin);
  let serving = false;
  return {
    close: stdin.close,
    isServing: () => serving,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    readStdinLine: stdin.next,
    askHidden: (prompt) => askHidden(process.stdin, process.stderr, prompt),
    readFile: readWholeFile,
    writeFile: writeAtomically,
    untilAskedToStop: (options) => {
      serving = true;
      return untilAskedToStop(process, options?.signalsOnly ?? false).finally(() => {
        serving = false;
      });
    },
    environment: process.env,
  };
}

async function readWholeFile(path: string): Promise<Uint8Array | Problem> {
  try {
    const { size, isDirectory } = await stat(path).then((s) => ({
      size: s.size,
      isDirectory: s.isDirectory(),
    }));
    if (isDirectory) return unreadable(path, "It is a folder.", "Name a file in it.");
    if (size > largestFile) return unreadable(path, `It is ${size} bytes long.`, "Name a smaller file.");
    return await readFile(path);
  } catch (error) {
    return unreadable(path, reasonOf(error), "Check the path and your rights to read it.");
  }
}

function unreadable(path: string, detail: string, fix: string): Problem {
  return { code: "file-unreadable", title: `${path} could not be read.`, detail, fix };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EACCES" || code === "EPERM") return "Reading it is not allowed.";
  return code === "" ? "The system gave no reason." : `The system says ${code}.`;
}
