import type { Finding } from "../finding.ts";
import { grouped } from "../text/grouped.ts";

/** Somebody whom Entra ID Protection holds for at risk. */
export type PersonAtRisk = {
  /** As a log names the user, in small letters. */
  readonly user: string;
  /** `low`, `medium` or `high`; null where it is hidden or another. */
  readonly level: string | null;
  /** An administrator or Microsoft said that the account is compromised. */
  readonly isConfirmed: boolean;
  /** ISO 8601, when the risk was last changed; null where that is not known. */
  readonly changedAt: string | null;
};

/** What the log says of them: rows in all, those that Entra logs as failures, and of these the correct passwords that met MFA. */
export type RowsAtRisk = { readonly rows: number; readonly failures: number; readonly checks: number };

/**
 * Somebody at risk who has failures in the log that are none. What raised a risk stands in the risk detections and in no sign-in log, so
 * it is not said that these did.
 *
 * @returns null where the log has no such rows of theirs
 */
export function personAtRiskFinding(person: PersonAtRisk, rows: RowsAtRisk): Finding | null {
  if (rows.checks === 0) return null;
  const { user, level, isConfirmed, changedAt } = person;
  const known = level !== null && ["low", "medium", "high"].includes(level) ? ` (${level})` : "";
  const since = changedAt === null ? "" : `, last changed ${changedAt.slice(0, 10)}`;
  return {
    rule: "risk-from-checks",
    severity: isConfirmed ? "warning" : "info",
    certainty: "inferred",
    title: `${user} is ${isConfirmed ? "confirmed as compromised" : `at risk${known}`} in Entra ID Protection${since}. ${of(rows)} met MFA.`,
    detail: isConfirmed ? confirmed : cause,
    where: { row: user },
    fix: { label: "What to look at", steps: isConfirmed ? confirmedSteps : steps },
    source: "https://learn.microsoft.com/entra/id-protection/concept-identity-protection-risks",
  };
}

function of({ failures, checks }: RowsAtRisk): string {
  const all =
    failures === 1
      ? "The one failure of theirs"
      : `${grouped(checks)} of their ${grouped(failures)} failures`;
  return `${all} ${checks === 1 ? "is a correct password" : "are correct passwords"} that`;
}

const cause =
  "Whether these raised the risk does not stand in a sign-in log. Jamf says that such checks can; Microsoft says nothing about it.";
const confirmed =
  "Somebody confirmed it. Do not take it for noise because correct passwords are logged as failures.";

const steps = [
  "Open the risk detections of this person in Entra ID Protection, and compare their request ids with the rows here.",
  "Where every detection is one of these checks, dismiss the risk, and take the check out of the policy that asks for MFA.",
  "Where any is not, treat the risk as real.",
];
const confirmedSteps = ["Treat the account as compromised: reset the password, and revoke its sessions."];
