import { parseArgs } from "node:util";
import type { Problem } from "../../core/problem.ts";
import { nearest } from "../../core/text/nearest.ts";
import type { CommandCall, CommandForm } from "./command.ts";
import { wrongCall } from "./wrong-call.ts";

/** What every command understands beside its own options. */
const everywhere = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

/**
 * What a call of a command says.
 *
 * @param args what follows the name of the command
 * @returns the call, `help` where its page is asked for, or problem `wrong-call`; a value that follows an option is never in it
 */
export function parseCall(form: CommandForm, args: readonly string[]): CommandCall | "help" | Problem {
  const { usage, options: known } = form;
  const unknown = unknownOption(form, args);
  if (unknown !== null && !asksForHelp(args)) return unknown;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: unknown === null,
      options: { ...known, ...everywhere },
    });
    const { json, help, ...options } = values;
    if (help === true) return "help";
    const call = { positionals, options, json: json === true };
    const missing = form.missing?.(call) ?? [];
    return missing.length === 0 ? call : wrongCall(`${nameOf(usage)} needs ${inWords(missing)}.`, usage);
  } catch (error) {
    // The first sentence names the option, what follows is advice for programmers.
    const said = error instanceof Error ? (error.message.split(/\.\s|\n/)[0] ?? "") : "";
    return wrongCall(`This is not how ${nameOf(usage)} is called: ${said.replace(/\.?$/, ".")}`, usage);
  }
}

/** `a`, `a and b`, `a, b and c`. */
function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function nameOf(usage: string): string {
  return usage.split(" ", 1).join();
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}

/** An option that the command does not have: what may have been meant. Its value is never repeated. */
function unknownOption({ usage, options }: CommandForm, args: readonly string[]): Problem | null {
  const names = [...Object.keys(options), ...Object.keys(everywhere)];
  const { tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: { ...options, ...everywhere },
  });
  for (const token of tokens) {
    if (token.kind !== "option" || names.includes(token.name)) continue;
    if (isSecretName(token.name)) return secretRefused(usage, options);
    const meant = nearest(token.name, names);
    const hint = meant === null ? "" : ` Did you mean --${meant}?`;
    return wrongCall(
      `${nameOf(usage)} has no option ${JSON.stringify(token.rawName.slice(0, 60))}.${hint}`,
      usage,
    );
  }
  return null;
}

/** A typo of it as well: the value behind it is as secret. */
function isSecretName(name: string): boolean {
  return (
    /^(pass|pw|pwd|pin)$/i.test(name) ||
    nearest(name, ["password", "passphrase", "secret", "client-secret"]) !== null
  );
}

/** Everybody on the machine can read the arguments of a process, and the shell keeps them in its history. */
function secretRefused(usage: string, options: CommandForm["options"]): Problem {
  const ways =
    "password-stdin" in options
      ? "Leave it out to be asked for it, or give it as a line of standard input with --password-stdin."
      : `${nameOf(usage)} needs none.`;
  return {
    code: "wrong-call",
    title: "A password is never taken from an argument.",
    detail:
      "Other programs can read the arguments, and the shell keeps them in its history: if this one is real, remove that line and change the password.",
    fix: ways,
  };
}
