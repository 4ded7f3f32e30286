import type { Finding } from "../../preload/contract.ts";
import { count } from "./count.ts";

/** What is to be looked at before a profile goes anywhere: errors and warnings, in their order. */
export function openFindings(findings: readonly Finding[] | null): readonly Finding[] {
  return (findings ?? []).filter(({ severity }) => severity !== "info");
}

/** How many there are: `1 error and 2 warnings are in this profile.` */
export function openFindingsLine(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [count(errors, "error")]),
    ...(warnings === 0 ? [] : [count(warnings, "warning")]),
  ];
  return `${parts.join(" and ")} ${findings.length === 1 ? "is" : "are"} in this profile.`;
}
