import { explain } from "../../../core/pair/predict.ts";
import type { Problem } from "../../../core/problem.ts";
import { severityLooks } from "../colours.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { answerText } from "../conditional-access/answer-text.ts";
import { readBaselineScopes } from "../conditional-access/baseline-scopes.ts";
import { loadEvaluationInput } from "../conditional-access/load-evaluation-input.ts";
import { loadSignIns } from "../conditional-access/load-sign-ins.ts";
import { text } from "../test-run/options.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("conditional-access");

/**
 * `conditional-access`: which policy hits the login, which hits the password check (design section 6). Exit code 1
 * with a finding of severity error.
 */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const profiles = listOf(call.options["profile"]);
  if (call.positionals.length === 0) return wrongCall("Give at least one file or folder of policies.", usage);
  if (profiles.length === 0) return wrongCall("--profile is missing.", usage);
  const baselineScopes = readBaselineScopes(call, usage);
  if (!baselineScopes.ok) return baselineScopes.problem;
  const signIns = await loadSignIns(profiles, terminal);
  if (!signIns.ok) return signIns.problem;
  const choice = {
    policies: call.positionals,
    context: text(call, "context"),
    baselineScopes: baselineScopes.value,
  };
  const known = await loadEvaluationInput(choice, terminal);
  if (!known.ok) return known.problem;
  const { tested, findings } = signIns.value;
  const inputFindings = [...known.value.inputFindings, ...findings];
  const answer = explain(tested, { ...known.value, inputFindings });
  if (call.json) terminal.stdout(`${JSON.stringify(answer)}\n`);
  else terminal.stdout(answerText(answer), { lines: severityLooks });
  return answer.findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

function listOf(value: CommandCall["options"][string]): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string");
}
