import { explainText } from "../../../core/explain/explain-text.ts";
import type { Explanation } from "../../../core/explain/explanation.ts";
import type { Problem } from "../../../core/problem.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("explain");

/** `explain`: what a code, an error text, a log row or a symptom means for Jamf Connect. */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const asked = call.positionals.join(" ").trim();
  if (asked === "") return wrongCall("Name a code, or paste an error in quotes.", usage);
  const found = explainText(asked);
  if (!found.ok) return found.problem;
  terminal.stdout(call.json ? `${JSON.stringify(found.value)}\n` : text(found.value));
  return 0;
}

function text(found: Explanation): string {
  const lines = [
    ...(found.kind === "symptom" ? [found.title, found.meaning] : [`${found.title}: ${found.meaning}`]),
    ...(found.assessed ? judgement(found) : ["Not assessed: only the meaning of this code is known."]),
    ...(found.suspects.length > 0 ? ["What to test, likeliest first:"] : ["What to do:"]),
    ...(found.suspects.length > 0
      ? found.suspects.map(
          (suspect, index) => `${index + 1}. ${suspect.what} ${suspect.because} ${suspect.test}`,
        )
      : found.steps.map((step) => `- ${step}`)),
    ...found.links.map((link) => `- ${link.label}: ${link.url}`),
    ...found.sources.map((source) => `Source: ${source}`),
  ];
  return `${lines.map(oneLine).join("\n")}\n`;
}

function judgement(found: Explanation): readonly string[] {
  if (found.kind === "symptom") return [];
  const log = found.signInLog;
  return [
    `Password: ${found.passwordVerdict} (${found.certainty}). ${found.basis}`,
    `Jamf Connect (${found.jamfConnect.certainty}): ${found.jamfConnect.why}`,
    `Cause: ${found.cause}`,
    ...(log === null ? [] : [`Sign-in log: ${log.status}. ${log.note}`]),
    `Lock-out and risk: ${found.risk}`,
  ];
}
