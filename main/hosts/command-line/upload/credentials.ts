import type { JamfProCredentials } from "../../../core/jamf-pro/server.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { Terminal } from "../command.ts";
import type { UploadCall } from "./read-call.ts";

/** The secret or the password: one line of standard input, else typed without echo. Never an argument. */
export async function readCredentials(
  { identity, secretFromStdin }: UploadCall,
  terminal: Terminal,
): Promise<Result<JamfProCredentials>> {
  if (identity === null) return fail(empty("secret", "--secret-stdin"));
  const isClient = identity.kind === "client";
  const [noun, option] = isClient
    ? (["secret", "--secret-stdin"] as const)
    : (["password", "--password-stdin"] as const);
  const typed = secretFromStdin
    ? ((await terminal.readStdinLine()) ?? "")
    : await terminal.askHidden(isClient ? `Secret of ${identity.id}: ` : `Password of ${identity.name}: `);
  if (typeof typed !== "string")
    return fail(
      typed.code === "no-terminal" ? { ...typed, fix: `Pass it on standard input with ${option}.` } : typed,
    );
  if (typed === "") return fail(empty(noun, option));
  return succeed(
    isClient
      ? { kind: "client", clientId: identity.id, clientSecret: typed }
      : { kind: "user", name: identity.name, password: typed },
  );
}

function empty(noun: string, option: string) {
  return {
    code: `${noun}-empty`,
    title: `There is no ${noun}.`,
    detail: "Standard input or the prompt gave an empty line. Nothing was sent.",
    fix: `Pass the ${noun} on standard input: printf '%s\\n' "$SECRET" | latchkey upload … ${option}.`,
  };
}
