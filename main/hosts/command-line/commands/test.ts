import { performRun } from "../../../app/runs/perform-run.ts";
import type { RunKind } from "../../../core/history/index.ts";
import type { LoginResult } from "../../../core/login-result.ts";
import type { Problem } from "../../../core/problem.ts";
import type { CommandCall, ExitCode, RunCommand, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { reportBoth } from "../test-run/both.ts";
import { loginContext } from "../test-run/context.ts";
import { exitCodeOf, stopLine } from "../test-run/exit-code.ts";
import { readNetworkChoice } from "../test-run/options.ts";
import { resultLooks, resultText } from "../test-run/result-text.ts";
import { predictFromFiles, readParts, untilInterrupted } from "../test-run/runs.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("test");

/**
 * `test`: runs a login as Jamf Connect runs it. Exit code 0 only when Jamf Connect would accept the answer. Standard input of
 * `both`: first the password, then the pasted address if the sign-in asks for it.
 */
export const run: RunCommand = async (call, terminal) => {
  const [kind, extra] = call.positionals;
  if (extra !== undefined) return wrongCall("test takes one word: ropg, oidc or both.", usage);
  if (kind === "ropg" || kind === "oidc" || kind === "both") {
    return untilInterrupted((signal) => test(kind, call, terminal, signal));
  }
  return wrongCall("Say which login to test: ropg, oidc or both.", usage);
};

async function test(
  kind: RunKind,
  call: CommandCall,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode | Problem> {
  const choice = readNetworkChoice(call, usage);
  if (!choice.ok) return choice.problem;
  const parts = await readParts(kind, call, choice.value, terminal, usage);
  if (!parts.ok) return parts.problem;
  const predict = await predictFromFiles(choice.value, terminal);
  if (!predict.ok) return predict.problem;
  const context = await loginContext(choice.value, terminal, signal, call.json);
  const end = await performRun(parts.value, { predict: predict.value, context: () => context });
  if (end.kind === "finished") return report(end.result, call, terminal);
  const { login, check, paired } = end;
  return reportBoth({ login, check, paired }, call, terminal);
}

function report(result: LoginResult, call: CommandCall, terminal: Terminal): ExitCode {
  if (call.json) terminal.stdout(`${JSON.stringify(result)}\n`);
  else terminal.stdout(resultText(result), resultLooks(result));
  const code = exitCodeOf(result);
  if (code === 2) terminal.stderr(stopLine(result));
  return code;
}
