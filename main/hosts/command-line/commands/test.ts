import type { LoginResult } from "../../../core/login-result.ts";
import { withPrediction } from "../../../core/pair/with-prediction.ts";
import type { Problem } from "../../../core/problem.ts";
import type { Command, CommandCall, ExitCode, Terminal } from "../command.ts";
import { testBoth } from "../test-run/both.ts";
import { loginContext } from "../test-run/context.ts";
import { exitCodeOf, stopLine } from "../test-run/exit-code.ts";
import { networkOptions, readNetworkChoice } from "../test-run/options.ts";
import { resultText } from "../test-run/result-text.ts";
import { predictFromFiles, readyCheck, readyLogin, untilInterrupted } from "../test-run/runs.ts";
import { wrongCall } from "../wrong-call.ts";

const usage =
  "test ropg|oidc|both --profile FILE [--username U --password-stdin] [--from login|menu-bar] [--redirect loopback|paste] [--fill-in-name] [--no-open] [--authority URL] [--jamf-connect VERSION] [--policies FILE [--context FILE] [--baseline-scopes enforced|legacy|APPID]] [--allow-host HOST]";

/** `test`: runs a login as Jamf Connect runs it. Exit code 0 only when Jamf Connect would accept the answer. */
export const command: Command = {
  name: "test",
  usage,
  summary: "Run a login as Jamf Connect runs it: ropg, oidc or both",
  options: {
    ...networkOptions,
    username: { type: "string", value: "U", description: "User name to test with" },
    "password-stdin": {
      type: "boolean",
      description: "Read the password from the first line of standard input",
    },
    from: {
      type: "string",
      value: "login|menu-bar",
      description: "Whose settings to test: the login window or the menu bar app",
    },
    redirect: {
      type: "string",
      value: "loopback|paste",
      description: "How the login comes back: caught on this machine, or pasted",
    },
    "fill-in-name": {
      type: "boolean",
      description: "Hand the user name to the sign-in page; Jamf Connect does not",
    },
    "no-open": { type: "boolean", description: "Print the address of the login and open nothing" },
  },
  run: async (call, terminal) => {
    const [kind, extra] = call.positionals;
    if (extra !== undefined) return wrongCall("test takes one word: ropg, oidc or both.", usage);
    if (kind === "both") return untilInterrupted((signal) => testBoth(call, terminal, signal, usage));
    if (kind === "ropg" || kind === "oidc") {
      return untilInterrupted((signal) => testOne(kind, call, terminal, signal));
    }
    return wrongCall("Say which login to test: ropg, oidc or both.", usage);
  },
};

async function testOne(
  kind: "ropg" | "oidc",
  call: CommandCall,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode | Problem> {
  const choice = readNetworkChoice(call, usage);
  if (!choice.ok) return choice.problem;
  const prepare = kind === "ropg" ? readyCheck : readyLogin;
  const ready = await prepare(call, choice.value, terminal, usage);
  if (!ready.ok) return ready.problem;
  const { settings, start } = ready.value;
  const tested = { login: kind === "oidc" ? settings : null, check: kind === "ropg" ? settings : null };
  const predicted = await predictFromFiles(choice.value, tested, terminal);
  if (!predicted.ok) return predicted.problem;
  const result = await start(await loginContext(choice.value, terminal, signal, call.json));
  return report(withPrediction(result, predicted.value), call, terminal);
}

function report(result: LoginResult, call: CommandCall, terminal: Terminal): ExitCode {
  terminal.stdout(call.json ? `${JSON.stringify(result)}\n` : resultText(result));
  const code = exitCodeOf(result);
  if (code === 2) terminal.stderr(stopLine(result));
  return code;
}
