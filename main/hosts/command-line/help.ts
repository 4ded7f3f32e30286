import type { CommandForm, CommandOption } from "./command.ts";

/** The page that `latchkey --help` prints. */
export function generalHelp(table: Readonly<Record<string, CommandForm>>): string {
  const width = Math.max(...Object.keys(table).map((name) => name.length)) + 2;
  const lines = Object.entries(table).map(([name, form]) => `  ${name.padEnd(width)}${form.summary}`);
  return [
    "Latchkey: Jamf Connect, explained.",
    "",
    "Usage: latchkey COMMAND [--json] [--help]",
    "       latchkey --version",
    "",
    ...lines,
    "",
    "Exit codes: 0 fine, 1 the thing asked about is not fine, 2 the input or the call is wrong.",
    "Colours only on a terminal; with NO_COLOR set, none there either.",
    "Passwords and secrets are read from standard input or a hidden prompt, never from arguments.",
    "",
  ].join("\n");
}

/** Where the descriptions begin, counted in characters. */
const descriptionColumn = 30;

/** The page that `latchkey COMMAND --help` prints. */
export function helpFor(command: CommandForm): string {
  const options = Object.entries(command.options).map(([name, option]) =>
    optionLine(flagText(name, option), option.description),
  );
  return [
    `Usage: latchkey ${command.usage}`,
    "",
    command.summary,
    "",
    ...options,
    optionLine("--json", "Print one JSON value and nothing else on standard output"),
    optionLine("-h, --help", "Print this page"),
    "",
    ...(command.examples.length > 1 ? ["Examples:"] : ["Example:"]),
    ...command.examples.map((call) => `  latchkey ${call}`),
    "",
  ].join("\n");
}

function flagText(name: string, option: CommandOption): string {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  return `${short}--${name}${option.type === "string" ? ` ${option.value}` : ""}`;
}

/** The description stands beside the option, or below where the option leaves no room. */
function optionLine(flag: string, description: string): string {
  const left = `  ${flag}`;
  return left.length < descriptionColumn - 1
    ? `${left.padEnd(descriptionColumn)}${description}`
    : `${left}\n${" ".repeat(descriptionColumn)}${description}`;
}
