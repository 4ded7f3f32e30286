import type { Problem } from "../../../core/problem.ts";
import { describeProfile } from "../../../core/profile/index.ts";
import type { Command, CommandCall, ExitCode, Terminal } from "../command.ts";
import { type OpenedDocument, openDocument } from "../open-document.ts";
import { profileText } from "../profile-text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = "show FILE [--domain DOMAIN]";

/** `show FILE`: everything a profile holds (design section 4). */
export const command: Command = {
  name: "show",
  usage,
  summary: "Show what a profile holds",
  options: { domain: { type: "string" } },
  run,
};

async function run(
  { positionals, options, json }: CommandCall,
  terminal: Terminal,
): Promise<ExitCode | Problem> {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return wrongCall("show takes one file.", usage);
  const domain = typeof options["domain"] === "string" ? options["domain"] : undefined;
  const opened = await openDocument(file, terminal, { domain });
  if (!opened.ok) return opened.problem;
  terminal.stdout(json ? `${JSON.stringify(asJson(opened.value))}\n` : profileText(opened.value));
  return 0;
}

function asJson({ document, signature }: OpenedDocument): object {
  const { format, encoding, profile, payloads } = describeProfile(document);
  return { format, encoding, signature, profile, payloads, notices: document.notices };
}
