import type { Finding } from "../finding.ts";
import type { Problem } from "../problem.ts";
import { grouped } from "../text/grouped.ts";
import type { MatchedDetection, RiskDetection } from "./risk-detections.ts";
import { riskProof } from "./risk-proof.ts";

/** Somebody whom Entra ID Protection holds for at risk. */
export type PersonAtRisk = {
  /** Object id; null where Graph gives none. */
  readonly id: string | null;
  /** As a log names the user, in small letters. */
  readonly user: string;
  /** `low`, `medium` or `high`; null where it is hidden or another. */
  readonly level: string | null;
  /** An administrator or Microsoft said that the account is compromised. */
  readonly isConfirmed: boolean;
  /** ISO 8601, when the risk was last changed; null where that is not known. */
  readonly changedAt: string | null;
};

/** Who is at risk, and what was detected of those of them who were asked about. */
export type PeopleAtRisk = {
  readonly people: readonly PersonAtRisk[];
  /** By object id. */
  readonly detections: ReadonlyMap<string, readonly RiskDetection[]>;
  /** Why the detections could not be read; null where they were, or where nobody had to be asked about. */
  readonly unread: Problem | null;
};

/** Nobody looks at more of them one by one. */
export const mostAtRisk = 20;

/** What the log says of them: rows in all, those that Entra logs as failures, and of these the correct passwords that met MFA. */
export type RowsAtRisk = { readonly rows: number; readonly failures: number; readonly checks: number };

/** What is known of their risk detections: each with what it is in the log, or null and perhaps why. */
export type DetectionsAtRisk = {
  readonly matches: readonly MatchedDetection[] | null;
  readonly unread: Problem | null;
};

/**
 * Somebody at risk who has failures in the log that are none. What raised a risk stands in the risk detections and in no sign-in log:
 * without them it is not said that these did.
 *
 * @returns null where the log has no such rows of theirs
 */
export function personAtRiskFinding(
  person: PersonAtRisk,
  rows: RowsAtRisk,
  { matches, unread }: DetectionsAtRisk = { matches: null, unread: null },
): Finding | null {
  if (rows.checks === 0) return null;
  const { user, isConfirmed } = person;
  if (matches === null || matches.length === 0) {
    return {
      rule: "risk-from-checks",
      severity: isConfirmed ? "warning" : "info",
      certainty: "inferred",
      title: `${state(person)} ${of(rows)} met MFA.`,
      detail: `${isConfirmed ? confirmed : cause}${whyNotKnown(matches, unread)}`,
      where: { row: user },
      fix: { label: "What to look at", steps: isConfirmed ? confirmedSteps : compareSteps },
      source: "https://learn.microsoft.com/entra/id-protection/concept-identity-protection-risks",
    };
  }
  const proof = riskProof(matches);
  return {
    rule: "risk-from-checks",
    severity: proof.isAll && !isConfirmed ? "info" : "warning",
    certainty: proof.isExact ? "documented" : "inferred",
    title: `${state(person)} ${proof.title}`,
    detail: `${isConfirmed ? `${confirmed} ` : ""}${proof.detail} ${of(rows)} met MFA.`,
    where: { row: user },
    fix: { label: "What to do", steps: isConfirmed ? confirmedSteps : proof.steps },
    source: "https://learn.microsoft.com/graph/api/resources/riskdetection",
  };
}

function state({ user, level, isConfirmed, changedAt }: PersonAtRisk): string {
  const known = level !== null && ["low", "medium", "high"].includes(level) ? ` (${level})` : "";
  const since = changedAt === null ? "" : `, last changed ${changedAt.slice(0, 10)}`;
  return `${user} is ${isConfirmed ? "confirmed as compromised" : `at risk${known}`} in Entra ID Protection${since}.`;
}

function of({ failures, checks }: RowsAtRisk): string {
  const all =
    failures === 1
      ? "The one failure of theirs"
      : `${grouped(checks)} of their ${grouped(failures)} failures`;
  return `${all} ${checks === 1 ? "is a correct password" : "are correct passwords"} that`;
}

function whyNotKnown(matches: DetectionsAtRisk["matches"], unread: Problem | null): string {
  if (unread !== null) return ` Their risk detections could not be read. ${unread.title}`;
  return matches === null ? "" : " Entra shows no risk detection of theirs that still counts.";
}

const cause =
  "Whether these raised the risk does not stand in a sign-in log. Jamf says that such checks can; Microsoft says nothing about it.";
const confirmed =
  "Somebody confirmed it. Do not take it for noise because correct passwords are logged as failures.";

const compareSteps = [
  "Open the risk detections of this person in Entra ID Protection, and compare their request ids with the rows here.",
  "Where every detection is one of these checks, dismiss the risk, and take the check out of the policy that asks for MFA.",
  "Where any is not, treat the risk as real.",
];
const confirmedSteps = ["Treat the account as compromised: reset the password, and revoke its sessions."];
