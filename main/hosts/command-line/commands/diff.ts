import type { Problem } from "../../../core/problem.ts";
import { compareProfiles, type SettingChange } from "../../../core/profile/index.ts";
import type { Looks } from "../colours.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { openDocument } from "../open-document.ts";
import { nameText, settingText } from "../setting-lines.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("diff");

/** `diff A B`: the settings that differ; 0 when none does, 1 otherwise (design section 4). */
export async function run(
  { positionals, json }: CommandCall,
  terminal: Terminal,
): Promise<ExitCode | Problem> {
  const [first, second, ...more] = positionals;
  if (first === undefined || second === undefined || more.length > 0)
    return wrongCall("diff takes two files.", usage);
  const before = await openDocument(first, terminal, { typedJson: true });
  if (!before.ok) return before.problem;
  const after = await openDocument(second, terminal, { typedJson: true });
  if (!after.ok) return after.problem;
  const changes = compareProfiles(before.value.document, after.value.document);
  if (json) terminal.stdout(`${JSON.stringify({ changes })}\n`);
  else terminal.stdout(diffText(changes), diffLooks);
  return changes.length === 0 ? 0 : 1;
}

const diffLooks: Looks = {
  lines: [
    [/^ {2}- .*/, "bad"],
    [/^ {2}\+ .*/, "good"],
  ],
};

function diffText(changes: readonly SettingChange[]): string {
  if (changes.length === 0) return "The settings are equal.\n";
  const lines = changes.flatMap(({ domain, keyPath, before, after }) => [
    `${nameText(domain ?? "unknown domain")} ${nameText(keyPath)}`,
    ...(before === null ? [] : [`  - ${settingText(domain, keyPath, before)}`]),
    ...(after === null ? [] : [`  + ${settingText(domain, keyPath, after)}`]),
  ]);
  return `${lines.join("\n")}\n`;
}
