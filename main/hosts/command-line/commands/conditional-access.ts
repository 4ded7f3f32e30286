import { askWhatIf } from "../../../app/graph/ask-what-if.ts";
import {
  type AnswerFormat,
  answerDocument,
  type ConditionalAccessAnswer,
  type WhatIfComparison,
} from "../../../core/conditional-access/index.ts";
import { explain } from "../../../core/pair/predict.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import { severityLooks } from "../colours.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { answerText } from "../conditional-access/answer-text.ts";
import { readBaselineScopes } from "../conditional-access/baseline-scopes.ts";
import { readGraphChoice } from "../conditional-access/graph-choice.ts";
import { inputOf, loadContext } from "../conditional-access/load-evaluation-input.ts";
import { loadFromGraph } from "../conditional-access/load-from-graph.ts";
import { checkOnePerson, loadPerson } from "../conditional-access/load-person.ts";
import { loadPolicies } from "../conditional-access/load-policies.ts";
import { loadSignIns } from "../conditional-access/load-sign-ins.ts";
import { compareWithFiles, whatIfText } from "../conditional-access/what-if.ts";
import { list, text } from "../test-run/options.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("conditional-access");

/**
 * `conditional-access`: which policy hits the login, which hits the password check (design section 6). Exit code 1
 * with a finding of severity error.
 */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const baseline = readBaselineScopes(call, usage);
  if (!baseline.ok) return baseline.problem;
  const graph = readGraphChoice(call, usage);
  if (!graph.ok) return graph.problem;
  const output = readOutput(call);
  if (!output.ok) return output.problem;
  const signIns = await loadSignIns(list(call, "profile"), terminal);
  if (!signIns.ok) return signIns.problem;
  const context = await loadContext(text(call, "context"), terminal);
  if (!context.ok) return context.problem;
  const person = graph.value?.person ?? null;
  const twice = checkOnePerson(person, context.value, usage);
  if (twice !== null) return twice;
  const { tested, findings } = signIns.value;
  const tenant = (tested.login ?? tested.check)?.tenant?.value ?? null;
  const loaded =
    graph.value === null
      ? await fromFiles(call, terminal)
      : await loadFromGraph(graph.value, tenant, terminal);
  if (!loaded.ok) return loaded.problem;
  const ofTenant = loaded.value.baselineScopes ?? "enforced";
  const setting = call.options["baseline-scopes"] === undefined ? ofTenant : baseline.value;
  const { connection } = loaded.value;
  const known =
    person === null || connection === null
      ? succeed(context.value.facts)
      : await loadPerson(person, connection, terminal);
  if (!known.ok) return known.problem;
  const facts = { ...context.value.facts, ...known.value };
  const input = inputOf(loaded.value.loaded, { ...context.value, facts }, setting);
  const answer = explain(tested, { ...input, inputFindings: [...input.inputFindings, ...findings] });
  let whatIf: readonly WhatIfComparison[] | null = null;
  const saved = list(call, "what-if");
  if (saved.length > 0 || graph.value?.asksWhatIf === true) {
    const signedIn = connection?.ports("what-if") ?? null;
    if (signedIn !== null && !signedIn.ok) return signedIn.problem;
    const compared =
      saved.length > 0 || signedIn === null
        ? await compareWithFiles(saved, answer, terminal, usage)
        : await askWhatIf(signedIn.value, answer, facts);
    if (!compared.ok) return compared.problem;
    whatIf = compared.value;
  }
  const shown = textOf(answer, whatIf, output.value);
  if (output.value.kind === "text") terminal.stdout(shown, { lines: severityLooks });
  else terminal.stdout(shown);
  return answer.findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

async function fromFiles(call: CommandCall, terminal: Terminal) {
  const loaded = await loadPolicies(call.positionals, terminal);
  return loaded.ok ? succeed({ loaded: loaded.value, baselineScopes: null, connection: null }) : loaded;
}

/** How the answer is printed: as text, as one JSON value for tools, or as a document for others. */
type Output =
  | { readonly kind: "text" | "json" }
  | { readonly kind: "document"; readonly format: AnswerFormat; readonly isMasked: boolean };

function readOutput({ options, json }: CommandCall): Result<Output> {
  const { format, unmasked } = options;
  if (format === undefined) {
    return unmasked === undefined
      ? succeed({ kind: json ? "json" : "text" })
      : fail(wrongCall("--unmasked belongs to --format.", usage));
  }
  if (format !== "markdown" && format !== "json")
    return fail(wrongCall("--format takes markdown or json.", usage));
  if (json) return fail(wrongCall("Give either --json or --format, not both.", usage));
  return succeed({ kind: "document", format, isMasked: unmasked !== true });
}

function textOf(
  answer: ConditionalAccessAnswer,
  whatIf: readonly WhatIfComparison[] | null,
  output: Output,
): string {
  if (output.kind === "document") return answerDocument(answer, { ...output, whatIf });
  if (output.kind === "json") return `${JSON.stringify(whatIf === null ? answer : { ...answer, whatIf })}\n`;
  return `${answerText(answer)}${whatIf === null ? "" : whatIfText(whatIf)}`;
}
