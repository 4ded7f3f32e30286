import type { Finding } from "../../core/finding.ts";
import type { LintContext } from "../../core/lint/context.ts";
import { lintRules } from "../../core/lint/rules.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import { documentFindings } from "../document/findings.ts";

const lockOutRules: ReadonlySet<string> = new Set([
  ...lintRules.filter(({ group }) => group === "lock-out").map(({ id }) => id),
  "lockout-grant",
]);

/** The errors of a profile that would keep people out of their Macs. */
export function lockOutFindings(document: ProfileDocument, context?: LintContext): readonly Finding[] {
  const findings = documentFindings(document, context) ?? [];
  return findings.filter(({ rule, severity }) => severity === "error" && lockOutRules.has(rule));
}

/** Refuses a profile that would keep people out, unless somebody has typed that it is meant. Problem `lock-out`. */
export function refuseLockOut(findings: readonly Finding[], isAccepted: boolean): Result<null> {
  const [worst] = findings;
  if (worst === undefined || isAccepted) return succeed(null);
  return fail({
    code: "lock-out",
    title: `This profile can keep people out of their Macs: ${worst.title}`,
    detail: `${worst.detail} It is the rule ${worst.rule}. Nothing was sent.`,
    fix: "Mend it; latchkey lint says how. If it is meant, type --accept lock-out.",
  });
}
