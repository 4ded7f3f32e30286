import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExitCode } from "../../../main/hosts/command-line/command.ts";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import { createTerminal } from "../../../main/hosts/command-line/terminal.ts";

/** What a call of the command line printed and returned. */
export type Outcome = { readonly code: ExitCode; readonly stdout: string; readonly stderr: string };

/** Calls the command line in this process, with the real file system. */
export async function latchkey(...args: readonly string[]): Promise<Outcome> {
  const printed = { stdout: "", stderr: "" };
  const code = await runCommandLine(args, {
    ...createTerminal(process),
    stdout: (text) => {
      printed.stdout += text;
    },
    stderr: (text) => {
      printed.stderr += text;
    },
  });
  return { code, ...printed };
}

/** A folder of its own for the files of one test. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), "latchkey-profiles-"));
}
