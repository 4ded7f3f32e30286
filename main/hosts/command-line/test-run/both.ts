import type { LivePair } from "../../../core/pair/pair-live.ts";
import { type PairedView, withVerdict } from "../../../core/pair/pair-verdict.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { oneLine } from "../text.ts";
import { exitCodeOf, stopLine } from "./exit-code.ts";
import { resultText, runLooks } from "./result-text.ts";

/** Prints what both came to. Exit code 0 only when Jamf Connect accepts both. */
export function reportBoth(both: LivePair, call: CommandCall, terminal: Terminal): ExitCode {
  if (call.json) terminal.stdout(`${JSON.stringify(both)}\n`);
  else terminal.stdout(bothText(both), { head: "strong", lines: runLooks });
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
    ...verdictLines(withVerdict(paired, login, check)),
    ...paired.findings.map((finding) => `${finding.severity}: ${finding.title} ${finding.detail}`),
  ];
  return `${head.map(oneLine).join("\n")}\n\nLogin\n${resultText(login)}\nPassword check\n${resultText(check)}`;
}

/** The verdict as the screen has it, and the facts of the pair where it leaves them to its picture. */
function verdictLines({ sentence, verdict: { title, lead, reason } }: PairedView): readonly string[] {
  const why = [lead ?? "", reason].filter((part) => part !== "").join(" ");
  const told = `${title} ${why}`;
  return [title, ...(why === "" ? [] : [why]), ...(told.includes(sentence) ? [] : [sentence])];
}
