import { once } from "node:events";
import { readFileWithin } from "../../files/read-file.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import { showsColours } from "./colours.ts";
import type { Terminal } from "./command.ts";
import { askHidden } from "./hidden-prompt.ts";
import { lineReader } from "./line-reader.ts";
import { untilAskedToStop } from "./until-asked-to-stop.ts";

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
    isInColour: showsColours(process.stdout, process.env),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
    },
    stderr: (text) => void process.stderr.write(text),
    readStdinLine: stdin.next,
    askHidden: (prompt) => askHidden(process.stdin, process.stderr, prompt),
    readFile: (path, most) => readFileWithin(path, most),
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
