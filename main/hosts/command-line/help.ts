import type { CatalogueEntry } from "./catalogue.ts";
import type { Command } from "./command.ts";

/** The page that `latchkey --help` prints. */
export function generalHelp(catalogue: Readonly<Record<string, CatalogueEntry>>): string {
  const width = Math.max(...Object.keys(catalogue).map((name) => name.length)) + 2;
  const lines = Object.entries(catalogue).map(([name, entry]) => `  ${name.padEnd(width)}${entry.summary}`);
  return [
    "Latchkey: Jamf Connect, explained.",
    "",
    "Usage: latchkey COMMAND [--json] [--help]",
    "",
    ...lines,
    "",
    "Exit codes: 0 fine, 1 the thing asked about is not fine, 2 the input or the call is wrong.",
    "Passwords and secrets are read from standard input or a hidden prompt, never from arguments.",
    "",
  ].join("\n");
}

/** The page that `latchkey COMMAND --help` prints. */
export function helpFor(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) =>
    option.type === "boolean" ? `  --${name}` : `  --${name} ${name.toUpperCase()}`,
  );
  return [`Usage: latchkey ${command.usage}`, "", command.summary, "", ...options, "  --json", ""].join("\n");
}
