import { version } from "../../../package.json";
import type { Problem } from "../../core/problem.ts";
import { nearest } from "../../core/text/nearest.ts";
import { catalogue } from "./catalogue.ts";
import type { ExitCode, Terminal } from "./command.ts";
import { type CommandName, commandTable } from "./command-table.ts";
import { generalHelp, helpFor } from "./help.ts";
import { parseCall } from "./parse-call.ts";
import { safeOutput } from "./safe-output.ts";
import { oneLine } from "./text.ts";

/**
 * Runs one call of the command line.
 *
 * @param args what follows `latchkey`, for example `["show", "staff.mobileconfig", "--json"]`
 * @returns 0 fine; 1 the thing asked about is not fine; 2 the input or the call is wrong (design section 4)
 */
export async function runCommandLine(args: readonly string[], process: Terminal): Promise<ExitCode> {
  const terminal = safeOutput(process);
  const [name, ...rest] = args;
  const [about] = rest;
  if (name === "help" && about !== undefined) return tellOf(about, terminal);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.stdout(generalHelp(commandTable));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    terminal.stdout(`${version}\n`);
    return 0;
  }
  if (!isCommand(name)) return refuse(terminal, unknownCommand(name));
  const form = commandTable[name];
  const call = parseCall(form, rest);
  if (call === "help") {
    terminal.stdout(helpFor(form));
    return 0;
  }
  if ("code" in call) return refuse(terminal, call);
  const command = await catalogue[name]();
  try {
    const outcome = await command(call, terminal);
    return typeof outcome === "number" ? outcome : refuse(terminal, outcome);
  } catch (error) {
    return refuse(terminal, unexpected(error));
  }
}

/** `help lint` is `lint --help`. */
function tellOf(name: string, terminal: Terminal): ExitCode {
  if (!isCommand(name)) return refuse(terminal, unknownCommand(name));
  terminal.stdout(helpFor(commandTable[name]));
  return 0;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name);
}

function refuse(terminal: Terminal, problem: Problem): ExitCode {
  const at = problem.at ? ` Line ${problem.at.line}, column ${problem.at.column}.` : "";
  terminal.stderr(`latchkey: ${oneLine(`${problem.title}${at} ${problem.detail} ${problem.fix}`)}\n`);
  return 2;
}

function unknownCommand(name: string): Problem {
  const meant = nearest(name, Object.keys(commandTable));
  return {
    code: "unknown-command",
    title: `There is no command named ${JSON.stringify(name.slice(0, 60))}.`,
    detail: meant === null ? "" : `Did you mean ${meant}?`,
    fix: "latchkey --help lists all commands.",
  };
}

function unexpected(error: unknown): Problem {
  return {
    code: "internal",
    title: "Latchkey met something it was not built for.",
    detail: whatWasThrown(error),
    fix: "Nothing was written. Report this line with the command you called, without passwords.",
  };
}

/** Kind, code and place of an error. Its message is left out: it may repeat a value of a file. */
function whatWasThrown(error: unknown): string {
  if (!(error instanceof Error)) return "No further detail.";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const place = /^ {4}at .*?([\w.-]+:\d+:\d+)\)?$/m.exec(error.stack ?? "")?.[1];
  return `${error.name}${code}${place === undefined ? "" : `, at ${place}`}.`;
}
