import type { Finding } from "../../../preload/contract.ts";

/**
 * Findings about several people, those together who are told the same: what is said of one and what to do must not be read as meant for
 * somebody else. In the order in which each advice comes up first.
 */
export function bySameAdvice(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.detail, finding.fix]);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [finding]);
    else same.push(finding);
  }
  return [...groups.values()];
}

/** Those that are equally sure together, the first in front. */
export function byCertainty(
  findings: readonly Finding[],
): readonly (readonly [Finding["certainty"], readonly Finding[]])[] {
  const met = [...new Set(findings.map(({ certainty }) => certainty))];
  return met.map((certainty) => [certainty, findings.filter((finding) => finding.certainty === certainty)]);
}
