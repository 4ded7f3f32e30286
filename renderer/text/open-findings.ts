import type { Finding } from "../../preload/contract.ts";
import { count } from "./count.ts";

/** What is to be looked at before a profile goes anywhere: errors and warnings, in their order. */
export function openFindings(findings: readonly Finding[] | null): readonly Finding[] {
  return (findings ?? []).filter(({ severity }) => severity !== "info");
}

/** How many there are: `1 error and 2 warnings are in this profile.` */
export function openFindingsLine(findings: readonly Finding[]): string {
  return `${countFindings(findings)} ${findings.length === 1 ? "is" : "are"} in this profile.`;
}

/** How many there are of each kind: `1 error and 2 warnings`. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [count(errors, "error")]),
    ...(warnings === 0 ? [] : [count(warnings, "warning")]),
  ];
  return parts.join(" and ");
}

/** Findings that are shown at once; the others are a press away, so that what comes below them stays in sight. */
const atOnce = 3;

/** The worst kind, a few of it, and all others; both in their order. */
export function worstFirst(findings: readonly Finding[]): {
  readonly worst: readonly Finding[];
  readonly others: readonly Finding[];
} {
  const errors = findings.filter(({ severity }) => severity === "error");
  const worst = (errors.length > 0 ? errors : findings).slice(0, atOnce);
  return { worst, others: findings.filter((finding) => !worst.includes(finding)) };
}
