import type { Finding } from "../../core/finding.ts";
import { oneLine } from "./text.ts";

/**
 * The one line that says on stderr why nothing could be asked: what happened, where, what to do.
 *
 * @param parts sentences in their order; one that an earlier one contains is left out, and each gets its full stop
 */
export function stopSentences(parts: readonly string[]): string {
  const said: string[] = [];
  for (const part of parts.map(oneLine)) {
    if (part === "" || said.some((earlier) => earlier.includes(part))) continue;
    said.push(/[.:!?…]$/.test(part) ? part : `${part}.`);
  }
  return `latchkey: ${said.join(" ")}\n`;
}

/** The first thing to do about a finding; empty where it names none. */
export function firstStep(finding: Finding | undefined): string {
  const fix = finding?.fix;
  return fix !== undefined && "steps" in fix ? (fix.steps[0] ?? "") : "";
}
