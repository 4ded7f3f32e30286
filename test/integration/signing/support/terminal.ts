import { readFile, writeFile } from "node:fs/promises";
import type { Problem } from "../../../../main/core/problem.ts";
import type { ExitCode, RunCommand, Terminal } from "../../../../main/hosts/command-line/command.ts";

/** What one call of a command left behind. */
export type Outcome = {
  readonly exitCode: ExitCode;
  readonly problem: Problem | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly asked: readonly string[];
};

/** Runs a command with real files and a scripted person at the keyboard. */
export async function call(
  command: RunCommand,
  positionals: readonly string[],
  options: Readonly<Record<string, string | boolean>>,
  typed: { readonly stdin?: readonly string[]; readonly hidden?: string } = {},
): Promise<Outcome> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const asked: string[] = [];
  const lines = [...(typed.stdin ?? [])];
  const noTerminal: Problem = { code: "no-terminal", title: "There is no terminal.", detail: "", fix: "" };
  const missing = (path: string): Problem => ({
    code: "file-unreadable",
    title: `${path} could not be read.`,
    detail: "",
    fix: "",
  });
  const terminal: Terminal = {
    stdout: (text) => void stdout.push(text),
    stderr: (text) => void stderr.push(text),
    readStdinLine: async () => lines.shift() ?? null,
    askHidden: async (prompt) => {
      asked.push(prompt);
      return typed.hidden ?? noTerminal;
    },
    readFile: async (path) => readFile(path).catch(() => missing(path)),
    writeFile: async (path, bytes) =>
      writeFile(path, bytes).then(
        () => null,
        () => missing(path),
      ),
    untilAskedToStop: async () => undefined,
    environment: {},
  };
  const outcome = await command(
    { positionals, options: { json: true, ...options }, json: options["json"] !== false },
    terminal,
  );
  return {
    exitCode: typeof outcome === "number" ? outcome : 2,
    problem: typeof outcome === "number" ? null : outcome,
    stdout: stdout.join(""),
    stderr: stderr.join(""),
    asked,
  };
}
