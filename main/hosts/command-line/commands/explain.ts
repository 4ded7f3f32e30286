import type { Problem } from "../../../core/problem.ts";
import type { CatalogueEntry } from "../../../core/verdict/catalogue.ts";
import { explain } from "../../../core/verdict/explain/explain.ts";
import type { Command, CommandCall, ExitCode, Terminal } from "../command.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = "explain CODE|TEXT";

/** `explain`: what a code, an error text or a symptom means for Jamf Connect. */
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
  terminal.stdout(call.json ? `${JSON.stringify(found.entry)}\n` : entryText(found.entry));
  return 0;
}

function entryText(entry: CatalogueEntry): string {
  const lines = [
    `AADSTS${entry.code}${entry.name === null ? "" : ` (${entry.name})`}: ${entry.meaning}`,
    `Password: ${entry.passwordVerdict} (${entry.certainty}). ${entry.basis}`,
    `Jamf Connect: ${entry.jamfConnect.why}`,
    `Sign-in log: ${entry.signInLog.status}. ${entry.signInLog.note}`,
    `Lock-out and risk: ${entry.risk}`,
    `What to do: ${entry.fix}`,
    ...entry.links.map((link) => `  ${link.label}: ${link.url}`),
  ];
  return `${lines.map(oneLine).join("\n")}\n`;
}

function unknown(asked: string): Problem {
  return {
    code: "unknown-error",
    title: "Nothing is known about this text.",
    detail: `${JSON.stringify(oneLine(asked).slice(0, 120))} contains no code and no symptom of the catalogue.`,
    fix: "Paste the whole error, with its AADSTS code.",
  };
}
