import { type LivePair, pairLive } from "../../../core/pair/pair-live.ts";
import type { Problem } from "../../../core/problem.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { oneLine } from "../text.ts";
import { loginContext } from "./context.ts";
import { exitCodeOf, stopLine } from "./exit-code.ts";
import { readNetworkChoice } from "./options.ts";
import { resultText } from "./result-text.ts";
import { predictFromFiles, readyCheck, readyLogin } from "./runs.ts";

/**
 * `test both`: the login, then the password check, and what they come to together. Standard input: first the password, then
 * the pasted address if the sign-in asks for it.
 */
export async function testBoth(
  call: CommandCall,
  terminal: Terminal,
  signal: AbortSignal,
  usage: string,
): Promise<ExitCode | Problem> {
  const choice = readNetworkChoice(call, usage);
  if (!choice.ok) return choice.problem;
  const login = await readyLogin(call, choice.value, terminal, usage);
  if (!login.ok) return login.problem;
  const check = await readyCheck(call, choice.value, terminal, usage);
  if (!check.ok) return check.problem;
  const tested = { login: login.value.settings, check: check.value.settings };
  const predicted = await predictFromFiles(choice.value, tested, terminal);
  if (!predicted.ok) return predicted.problem;
  const context = await loginContext(choice.value, terminal, signal, call.json);
  const ended = { login: await login.value.start(context), check: await check.value.start(context) };
  return report(pairLive({ ...ended, tested, predicted: predicted.value }), call, terminal);
}

function report(both: LivePair, call: CommandCall, terminal: Terminal): ExitCode {
  terminal.stdout(call.json ? `${JSON.stringify(both)}\n` : bothText(both));
  const codes = [both.login, both.check].map((result) => {
    const code = exitCodeOf(result);
    if (code === 2) terminal.stderr(stopLine(result));
    return code;
  });
  if (codes.includes(2)) return 2;
  return codes.includes(1) ? 1 : 0;
}

function bothText({ login, check, paired }: LivePair): string {
  const head = [
    paired.sentence,
    ...paired.findings.map((finding) => `${finding.severity}: ${finding.title} ${finding.detail}`),
  ];
  return `${head.map(oneLine).join("\n")}\n\nLogin\n${resultText(login)}\nPassword check\n${resultText(check)}`;
}
