import type { Finding } from "../../core/finding.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { RowFilter, SignInReport } from "../../core/sign-ins/index.ts";
import { type PersonAtRisk, personAtRiskFinding } from "../../core/sign-ins/risk.ts";
import type { SignInLog } from "../../sign-in-logs/index.ts";

/** Nobody looks at more of them one by one. */
const most = 20;

/**
 * The report with what Entra ID Protection says of the people in it. Of somebody whom it names, what the rows alone say of risk is left out.
 *
 * @returns problems of the log
 */
export async function withRisk(
  log: SignInLog,
  filter: RowFilter,
  report: SignInReport,
  people: readonly PersonAtRisk[],
): Promise<Result<SignInReport>> {
  const asked = filter.user === null ? people : people.filter(({ user }) => user === filter.user);
  const found: Finding[] = [];
  for (const person of asked.slice(0, most)) {
    const totals = await log.totals({ ...filter, user: person.user });
    if (!totals.ok) return totals;
    const { rows, loggedFailures: failures, classes } = totals.value;
    const finding = personAtRiskFinding(person, { rows, failures, checks: classes["password-correct-mfa"] });
    if (finding !== null) found.push(finding);
  }
  const named = new Set(found.map(({ where }) => where.row));
  const others = report.findings.filter(
    ({ rule, where }) => rule !== "risk-from-checks" || !named.has(where.row),
  );
  return succeed({ ...report, findings: [...others, ...found] });
}
