import { readFile } from "node:fs/promises";
import { writeAtomically } from "../../main/files/write-atomically.ts";
import type { Terminal } from "../../main/hosts/command-line/command.ts";

export type RecordingTerminal = Terminal & { readonly out: () => string; readonly err: () => string };

/** A terminal for tests: real files, standard input from an array of lines, output kept. */
export function recordingTerminal(stdin: readonly string[] = []): RecordingTerminal {
  const lines = [...stdin];
  let out = "";
  let err = "";
  return {
    out: () => out,
    err: () => err,
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readStdinLine: async () => lines.shift() ?? null,
    askHidden: async () => ({ code: "no-terminal", title: "There is no terminal.", detail: "", fix: "" }),
    readFile: (path) =>
      readFile(path).catch(() => ({
        code: "file-unreadable",
        title: `${path} could not be read.`,
        detail: "",
        fix: "",
      })),
    writeFile: writeAtomically,
    untilAskedToStop: async () => undefined,
    environment: {},
  };
}
