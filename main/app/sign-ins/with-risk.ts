import type { Finding } from "../../core/finding.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { RowFilter, SignInReport } from "../../core/sign-ins/index.ts";
import {
  type DetectionsAtRisk,
  mostAtRisk,
  type PeopleAtRisk,
  type PersonAtRisk,
  personAtRiskFinding,
} from "../../core/sign-ins/risk.ts";
import { matchDetections, type NamedRow, namesIn } from "../../core/sign-ins/risk-detections.ts";
import type { SignInLog } from "../../sign-in-logs/index.ts";

/**
 * The report with what Entra ID Protection says of the people in it, and which of their risk detections are rows of the log. Of somebody
 * whom it names, what the rows alone say of risk is left out.
 *
 * @returns problems of the log
 */
export async function withRisk(
  log: SignInLog,
  filter: RowFilter,
  report: SignInReport,
  risk: PeopleAtRisk,
): Promise<Result<SignInReport>> {
  const asked = (
    filter.user === null ? risk.people : risk.people.filter(({ user }) => user === filter.user)
  ).slice(0, mostAtRisk);
  const names = namesIn(asked.flatMap((person) => detectionsOf(person, risk) ?? []));
  // A detection may name any row, whatever part of the log is looked at.
  const rows = isEmpty(names) ? succeed([]) : await log.named(names);
  if (!rows.ok) return rows;
  const found: Finding[] = [];
  for (const person of asked) {
    const totals = await log.totals({ ...filter, user: person.user });
    if (!totals.ok) return totals;
    const { rows: all, loggedFailures: failures, classes } = totals.value;
    const counts = { rows: all, failures, checks: classes["password-correct-mfa"] };
    const finding = personAtRiskFinding(person, counts, knownOf(person, risk, rows.value, filter));
    if (finding !== null) found.push(finding);
  }
  const named = new Set(found.map(({ where }) => where.row));
  const others = report.findings.filter(
    ({ rule, where }) => rule !== "risk-from-checks" || !named.has(where.row),
  );
  // Whom to take for really at risk stands in front: a list is cut at its end.
  const [real, rest] = [found.filter(isReal), found.filter((finding) => !isReal(finding))];
  return succeed({ ...report, findings: [...others, ...real, ...rest] });
}

function isReal({ severity }: Finding): boolean {
  return severity === "warning";
}

function detectionsOf({ id }: PersonAtRisk, { detections }: PeopleAtRisk) {
  return id === null ? undefined : detections.get(id);
}

function isEmpty({ requestIds, correlationIds }: ReturnType<typeof namesIn>): boolean {
  return requestIds.length === 0 && correlationIds.length === 0;
}

function knownOf(
  person: PersonAtRisk,
  risk: PeopleAtRisk,
  rows: readonly NamedRow[],
  { appIds }: RowFilter,
): DetectionsAtRisk {
  const detections = detectionsOf(person, risk);
  return {
    matches:
      detections === undefined ? null : matchDetections(detections, rows, { user: person.user, appIds }),
    unread: risk.unread,
  };
}
