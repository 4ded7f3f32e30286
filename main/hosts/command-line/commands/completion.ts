import type { RunCommand } from "../command.ts";
import { commandTable, usageOf } from "../command-table.ts";
import { bashCompletion } from "../completion/bash.ts";
import { fishCompletion } from "../completion/fish.ts";
import { commandWords } from "../completion/words.ts";
import { zshCompletion } from "../completion/zsh.ts";
import { wrongCall } from "../wrong-call.ts";

const scripts = new Map([
  ["bash", bashCompletion],
  ["zsh", zshCompletion],
  ["fish", fishCompletion],
]);

/** `completion`: prints the script by which a shell completes this command line. */
export const run: RunCommand = async ({ positionals, json }, terminal) => {
  const [shell = "", ...more] = positionals;
  const script = scripts.get(shell);
  if (script === undefined || more.length > 0) {
    return wrongCall("completion takes one shell: bash, zsh or fish.", usageOf("completion"));
  }
  const text = script(commandWords(commandTable));
  terminal.stdout(json ? `${JSON.stringify({ shell, script: text })}\n` : text);
  return 0;
};
