import type { LoginResult } from "../../../core/login-result.ts";
import { withPrediction } from "../../../core/pair/with-prediction.ts";
import type { Problem } from "../../../core/problem.ts";
import type { CommandCall, ExitCode, RunCommand, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { testBoth } from "../test-run/both.ts";
import { loginContext } from "../test-run/context.ts";
import { exitCodeOf, stopLine } from "../test-run/exit-code.ts";
import { readNetworkChoice } from "../test-run/options.ts";
import { resultText } from "../test-run/result-text.ts";
import { predictFromFiles, readyCheck, readyLogin, untilInterrupted } from "../test-run/runs.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("test");

/** `test`: runs a login as Jamf Connect runs it. Exit code 0 only when Jamf Connect would accept the answer. */
export const run: RunCommand = async (call, terminal) => {
  const [kind, extra] = call.positionals;
  if (extra !== undefined) return wrongCall("test takes one word: ropg, oidc or both.", usage);
  if (kind === "both") return untilInterrupted((signal) => testBoth(call, terminal, signal, usage));
  if (kind === "ropg" || kind === "oidc") {
    return untilInterrupted((signal) => testOne(kind, call, terminal, signal));
  }
  return wrongCall("Say which login to test: ropg, oidc or both.", usage);
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
