import type { Finding } from "../../finding.ts";
import { baselineFindings } from "./baseline-findings.ts";
import { checkFindings } from "./check-findings.ts";
import { lockoutFindings } from "./lockout-findings.ts";
import { policyFindings } from "./policy-findings.ts";
import { recipeFindings } from "./recipe-findings.ts";
import { refusalFindings } from "./refusal-findings.ts";
import { securityKeyFindings } from "./security-key-findings.ts";
import type { FindingSource } from "./source.ts";

/** What the answer has to say, worst first. */
export function findingsAbout(source: FindingSource): readonly Finding[] {
  const findings = [
    ...source.inputFindings,
    ...refusalFindings(source),
    ...lockoutFindings(source),
    ...securityKeyFindings(source),
    ...checkFindings(source),
    ...recipeFindings(source),
    ...baselineFindings(source),
    ...policyFindings(source),
  ];
  const order = { error: 0, warning: 1, info: 2 };
  return findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
}
