import type { Problem } from "../../../core/problem.ts";
import type { LoginResult } from "../../../core/verdict/login-result.ts";
import type { Command, CommandCall, ExitCode, Terminal } from "../command.ts";
import { loginContext } from "../test-run/context.ts";
import { exitCodeOf, stopLine } from "../test-run/exit-code.ts";
import { checkSettings, loginSettings } from "../test-run/load-settings.ts";
import { networkOptions, readNetworkChoice, readSource, text } from "../test-run/options.ts";
import { readPassword } from "../test-run/password.ts";
import { resultText } from "../test-run/result-text.ts";
import { chooseSignIn } from "../test-run/sign-in.ts";
import { wrongCall } from "../wrong-call.ts";

const usage =
  "test (ropg --username U --password-stdin [--from login|menu-bar] | oidc [--redirect loopback|paste] [--no-open]) --profile FILE [--authority URL] [--jamf-connect VERSION] [--allow-host HOST]";

/** `test`: runs a login as Jamf Connect runs it. Exit code 0 only when Jamf Connect would accept the answer. */
export const command: Command = {
  name: "test",
  usage,
  summary: "Run a login as Jamf Connect runs it: ropg or oidc",
  options: {
    ...networkOptions,
    username: { type: "string" },
    "password-stdin": { type: "boolean" },
    from: { type: "string" },
    redirect: { type: "string" },
    "no-open": { type: "boolean" },
  },
  run: async (call, terminal) => {
    const [kind, extra] = call.positionals;
    if (extra !== undefined) return wrongCall("test takes one word: ropg or oidc.", usage);
    const stop = new AbortController();
    const cancelled = (): void => stop.abort();
    process.once("SIGINT", cancelled);
    try {
      if (kind === "ropg") return await testRopg(call, terminal, stop.signal);
      if (kind === "oidc") return await testOidc(call, terminal, stop.signal);
      return wrongCall("Say which login to test: ropg or oidc.", usage);
    } finally {
      process.removeListener("SIGINT", cancelled);
    }
  },
};

async function testRopg(
  call: CommandCall,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode | Problem> {
  const choice = readNetworkChoice(call, usage);
  if (!choice.ok) return choice.problem;
  const from = readSource(call, usage);
  if (!from.ok) return from.problem;
  const username = text(call, "username");
  if (username === null) return wrongCall("--username is missing.", usage);
  const settings = await checkSettings(choice.value.profile, from.value, terminal);
  if (!settings.ok) return settings.problem;
  const password = await readPassword(call, terminal, username);
  if (!password.ok) return password.problem;
  const { runRopg } = await import("../../../login/ropg.ts");
  const context = await loginContext(choice.value, terminal, signal, call.json);
  const result = await runRopg({ settings: settings.value, username, password: password.value }, context);
  return report(result, call, terminal);
}

async function testOidc(
  call: CommandCall,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode | Problem> {
  const choice = readNetworkChoice(call, usage);
  if (!choice.ok) return choice.problem;
  const settings = await loginSettings(choice.value.profile, terminal);
  if (!settings.ok) return settings.problem;
  const signIn = chooseSignIn(call, settings.value.redirectUri.value, terminal, usage);
  if (!signIn.ok) return signIn.problem;
  const { runOidc } = await import("../../../login/oidc.ts");
  const context = await loginContext(choice.value, terminal, signal, call.json);
  const loginHint = text(call, "username");
  const result = await runOidc({ settings: settings.value, loginHint, signIn: signIn.value }, context);
  return report(result, call, terminal);
}

function report(result: LoginResult, call: CommandCall, terminal: Terminal): ExitCode {
  terminal.stdout(call.json ? `${JSON.stringify(result)}\n` : resultText(result));
  const code = exitCodeOf(result);
  if (code === 2) terminal.stderr(stopLine(result));
  return code;
}
