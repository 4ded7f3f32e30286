import type { Finding } from "../../../../preload/contract.ts";

const weights: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** The gravest finding first; among equals the one that can be mended. Otherwise they stay as they came. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  const weight = ({ severity, fix }: Finding) => 2 * weights[severity] + (fix === undefined ? 1 : 0);
  return findings.toSorted((a, b) => weight(a) - weight(b));
}
