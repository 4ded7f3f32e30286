import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { CommandCall, Terminal } from "../command.ts";

/** The password: one line of standard input with `--password-stdin`, else typed without echo. Never an argument. */
export async function readPassword(
  call: CommandCall,
  terminal: Terminal,
  username: string,
): Promise<Result<string>> {
  const typed =
    call.options["password-stdin"] === true
      ? ((await terminal.readStdinLine()) ?? "")
      : await terminal.askHidden(`Password of ${username}: `);
  if (typeof typed !== "string") return fail(typed);
  if (typed !== "") return succeed(typed);
  return fail({
    code: "password-empty",
    title: "There is no password.",
    detail: "Standard input or the prompt gave an empty line. Nothing was sent.",
    fix: "Pass the password on standard input: printf '%s\\n' \"$PASSWORD\" | latchkey test ropg … --password-stdin.",
  });
}
