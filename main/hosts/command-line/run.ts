import { parseArgs } from "node:util";
import { version } from "../../../package.json";
import type { Problem } from "../../core/problem.ts";
import { catalogue } from "./catalogue.ts";
import type { Command, CommandCall, ExitCode, Terminal } from "./command.ts";
import { generalHelp, helpFor } from "./help.ts";
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
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.stdout(generalHelp(catalogue));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    terminal.stdout(`${version}\n`);
    return 0;
  }
  const entry = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  if (entry === undefined) return refuse(terminal, unknownCommand(name));
  const command = await entry.load();
  const call = parseCall(command, rest);
  if (call === "help") {
    terminal.stdout(helpFor(command));
    return 0;
  }
  if ("code" in call) return refuse(terminal, call);
  try {
    const outcome = await command.run(call, terminal);
    return typeof outcome === "number" ? outcome : refuse(terminal, outcome);
  } catch (error) {
    return refuse(terminal, unexpected(error));
  }
}

function refuse(terminal: Terminal, problem: Problem): ExitCode {
  const at = problem.at ? ` Line ${problem.at.line}, column ${problem.at.column}.` : "";
  terminal.stderr(`latchkey: ${oneLine(`${problem.title}${at} ${problem.detail} ${problem.fix}`)}\n`);
  return 2;
}

function parseCall(command: Command, args: readonly string[]): CommandCall | "help" | Problem {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    const { json, help, ...options } = values;
    return help === true ? "help" : { positionals, options, json: json === true };
  } catch (error) {
    return {
      code: "wrong-call",
      title: `This is not how ${command.name} is called.`,
      detail: error instanceof Error ? `${error.message.split(". ")[0]}.` : "",
      fix: `Usage: latchkey ${command.usage}`,
    };
  }
}

function unknownCommand(name: string): Problem {
  return {
    code: "unknown-command",
    title: `There is no command named ${JSON.stringify(name.slice(0, 60))}.`,
    detail: `The commands are ${Object.keys(catalogue).join(", ")}.`,
    fix: "latchkey --help lists them.",
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
