import { grouped } from "../text/grouped.ts";
import { moment } from "./moment.ts";
import type { MatchedDetection, RiskDetection } from "./risk-detections.ts";
import { riskTypeName } from "./risk-types.ts";
import type { SignInClass } from "./sign-in-class.ts";

/** What a log proves about the risk detections of one person. */
export type RiskProof = {
  /** Every detection is a correct password that met MFA. */
  readonly isAll: boolean;
  /** Entra names every one of those by its request id; else some are found by the correlation id only. */
  readonly isExact: boolean;
  /** How many of how many. */
  readonly title: string;
  /** By which ids and of which types, and what the others are. */
  readonly detail: string;
  readonly steps: readonly string[];
};

/** So many others are told one by one. */
const mostOthers = 5;

/** @param matches at least one */
export function riskProof(matches: readonly MatchedDetection[]): RiskProof {
  const checks = matches.filter(({ meaning }) => meaning.kind === "check");
  const others = matches.filter(({ meaning }) => meaning.kind !== "check");
  const isExact = checks.every(isByRequest);
  const isAll = others.length === 0;
  return {
    isAll,
    isExact,
    title: titleOf(checks.length, matches.length, isExact),
    detail: [foundBy(checks), othersOf(others, checks.length)].filter((part) => part !== "").join(" "),
    steps: isAll ? allSteps : stepsFor(others, checks.length),
  };
}

function isByRequest({ meaning }: MatchedDetection): boolean {
  return meaning.kind === "check" && meaning.by === "request-id";
}

/** One that is found by its correlation id only names another request, which belongs to the same sign-in. */
function titleOf(checks: number, all: number, isExact: boolean): string {
  const names = isExact ? "names" : "belongs to";
  const name = isExact ? "name" : "belong to";
  if (all === 1) {
    return `The one risk detection that still counts there ${checks === 1 ? `${names} a` : "names no"} correct password that met MFA in this log.`;
  }
  if (checks === 0)
    return `${all === 2 ? "Neither" : "None"} of the ${grouped(all)} risk detections that still count there names a correct password that met MFA in this log.`;
  if (checks === all)
    return `${all === 2 ? "Both" : `All ${grouped(all)}`} risk detections that still count there ${name} correct passwords that met MFA in this log.`;
  const others = all - checks;
  return `${grouped(checks)} of the ${grouped(all)} risk detections that still count there ${checks === 1 ? `${names} a correct password` : `${name} correct passwords`} that met MFA in this log, and ${grouped(others)} ${others === 1 ? "does" : "do"} not.`;
}

function foundBy(checks: readonly MatchedDetection[]): string {
  if (checks.length === 0) return "";
  const types = typesOf(checks.map(({ detection }) => detection));
  return `${idsOf(checks.filter(isByRequest).length, checks.length)} Detected: ${types}.`;
}

/** @param exact how many of them have the request id of a row; the others have the correlation id */
function idsOf(exact: number, all: number): string {
  const byCorrelation = all - exact;
  if (byCorrelation === 0)
    return all === 1
      ? "The check has the request id of a row here."
      : "The checks have the request ids of rows here.";
  if (exact === 0)
    return `${all === 1 ? "The check has" : "The checks have"} the correlation id of rows here only; the request itself is not in this log.`;
  return `Of the checks, ${grouped(exact)} ${exact === 1 ? "has" : "have"} the request id of a row here, and ${grouped(byCorrelation)} the correlation id only.`;
}

/** `unfamiliar sign-in properties (2), password spray`, the most frequent first. */
function typesOf(detections: readonly RiskDetection[]): string {
  const counts = new Map<string, number>();
  for (const { type } of detections) {
    const name = riskTypeName(type);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => (count === 1 ? name : `${name} (${grouped(count)})`))
    .join(", ");
}

function othersOf(others: readonly MatchedDetection[], checks: number): string {
  if (others.length === 0) return "";
  const told = others.slice(0, mostOthers).map(oneOf);
  const more = others.length > mostOthers ? [`and ${grouped(others.length - mostOthers)} more`] : [];
  return `${checks === 0 ? "Detected" : "Detected besides"}: ${[...told, ...more].join("; ")}.`;
}

/** `password spray on 20 Nov 2026 07:00 UTC, a sign-in that is not in this log` */
function oneOf({ detection, meaning }: MatchedDetection): string {
  const when = detection.at === null ? "" : ` on ${moment(detection.at)}`;
  return `${riskTypeName(detection.type)}${when}, ${meaningOf(meaning)}`;
}

function meaningOf(meaning: MatchedDetection["meaning"]): string {
  switch (meaning.kind) {
    case "check":
      return classWords["password-correct-mfa"];
    case "other-sign-in":
      return `${classWords[meaning.class]}${meaning.isOtherApp ? " in an application that is not asked about" : ""}`;
    case "not-in-log":
      return "a sign-in that is not in this log";
    case "no-sign-in":
      return "which names no sign-in";
  }
}

const classWords: Readonly<Record<SignInClass, string>> = {
  success: "a sign-in that succeeded",
  "password-correct-mfa": "a correct password that met MFA",
  "password-correct-blocked": "a correct password that Conditional Access blocked",
  "password-wrong": "a wrong password",
  "locked-out": "a sign-in that smart lockout refused",
  "account-state": "a sign-in that the state of the account refused",
  misconfigured: "a request with a fault in it",
  other: "a sign-in with another answer",
};

const allSteps = [
  "Look at these rows here. Address, place and application have to be those of the person's Mac: whoever knows the password leaves the same rows.",
  "Where they are, dismiss the risk of this person in Entra ID Protection, and take the check out of the policy that asks for MFA.",
  "Where any is not, treat the risk as real.",
];

function stepsFor(others: readonly MatchedDetection[], checks: number): readonly string[] {
  const isMissing = others.some(({ meaning }) => meaning.kind === "not-in-log");
  return [
    ...(isMissing
      ? ["Read the log of the days and applications that are missing here, and look at this person again."]
      : []),
    "Treat the risk as real as long as any detection is none of these checks: reset the password, and revoke the sessions.",
    ...(checks > 0
      ? [
          "Do not dismiss the risk because of the checks: that dismisses every detection of this person.",
          "Take the check out of the policy that asks for MFA.",
        ]
      : []),
  ];
}
