import type { Problem } from "../../../core/problem.ts";
import { allEntries } from "../../../core/verdict/catalogue.ts";
import { codesInText } from "../../../core/verdict/entra-error.ts";
import { explain } from "../../../core/verdict/explain/explain.ts";
import type { Explanation } from "../../../core/verdict/explain/explanation.ts";
import type { Command, CommandCall, ExitCode, Terminal } from "../command.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = "explain CODE|TEXT";

/** `explain`: what a code, an error text, a log row or a symptom means for Jamf Connect. */
export const command: Command = {
  name: "explain",
  usage,
  summary: "Explain an error code or text",
  options: {},
  run,
};

async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const asked = call.positionals.join(" ").trim();
  if (asked === "") return wrongCall("Name a code, or paste an error in quotes.", usage);
  const found = explain(asked);
  if (found === null) return unknown(asked);
  terminal.stdout(call.json ? `${JSON.stringify(found)}\n` : text(found));
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

function unknown(asked: string): Problem {
  const code = codeIn(asked);
  if (code !== null) {
    return {
      code: "unknown-error",
      title: `The code ${code} is not in the catalogue.`,
      detail: `The catalogue has ${allEntries().length} codes of Entra, and Latchkey does not guess at others.`,
      fix: `Paste the whole error, or look the code up at https://login.microsoftonline.com/error?code=${code}.`,
    };
  }
  return {
    code: "unknown-error",
    title: "Nothing is known about this text.",
    detail: `${JSON.stringify(oneLine(asked).slice(0, 120))} contains no code and no symptom of the catalogue.`,
    fix: "Paste the whole error, with its AADSTS code.",
  };
}

/** The code that somebody asked for: bare, or behind AADSTS in a longer text; null where there is none. */
function codeIn(asked: string): string | null {
  const bare = /^(?:AADSTS)?(\d{4,15})$/i.exec(asked)?.[1];
  return bare ?? codesInText(asked)[0]?.toString() ?? null;
}
