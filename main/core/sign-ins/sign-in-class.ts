import { allEntries } from "../verdict/catalogue.ts";
import type { CatalogueEntry } from "../verdict/catalogue-entry.ts";
import { codeRanges, entryForVerdict } from "../verdict/ranges.ts";

/** What a row of the sign-in log is for somebody who looks after Jamf Connect, in the order in which it is shown. */
export const signInClasses = [
  "password-correct-mfa",
  "password-correct-blocked",
  "password-wrong",
  "locked-out",
  "account-state",
  "misconfigured",
  "other",
  "success",
] as const;

export type SignInClass = (typeof signInClasses)[number];

/** Smart lockout, and sign-ins from addresses that Entra takes for malicious. */
export const lockedOutCode = 50053;

/** "Keep me signed in" and "no session yet": the sign-in goes on, and nothing is said about a password. */
const interrupts: ReadonlySet<number> = new Set([50058, 50140]);

/** Codes by which Entra interrupts a sign-in that then goes on: no failures, whatever the log calls them. */
export const interruptCodes: readonly number[] = [50058, 50072, 50074, 50125, 50140];

/**
 * The class of a row, from its error code and the verdict catalogue.
 *
 * @param code `status.errorCode`; 0 is a success
 */
export function classOf(code: number): SignInClass {
  if (code === 0) return "success";
  if (code === lockedOutCode) return "locked-out";
  if (interrupts.has(code)) return "other";
  const entry = entryForVerdict(code);
  return entry === null ? "other" : classOfEntry(entry);
}

/** Whether a row with this code kept somebody out: no success, no correct password that met a second factor, no interrupt. */
export function isRealFailure(code: number): boolean {
  const name = classOf(code);
  return name !== "success" && name !== "password-correct-mfa" && !interruptCodes.includes(code);
}

function classOfEntry(entry: CatalogueEntry): SignInClass {
  switch (entry.outcome) {
    case "password-correct":
      return "password-correct-mfa";
    case "blocked":
      return entry.passwordVerdict === "correct" ? "password-correct-blocked" : "other";
    case "password-wrong":
      return "password-wrong";
    case "password-expired":
    case "account":
      return "account-state";
    case "misconfigured":
      return "misconfigured";
    default:
      return "other";
  }
}

/** Everything that decides a class: codes by class, and ranges for codes that the catalogue does not list. */
export type ClassRules = {
  readonly codes: Readonly<Record<SignInClass, readonly number[]>>;
  readonly ranges: readonly {
    readonly from: number;
    readonly to: number;
    readonly signInClass: SignInClass;
  }[];
};

/**
 * The same as {@link classOf} in the form in which a query asks: first the codes, then the ranges, else `other`. Of the
 * codes of class `other` those stand there that are assessed, or that a range would catch.
 */
export function classRules(): ClassRules {
  const codes: Record<SignInClass, number[]> = {
    "password-correct-mfa": [],
    "password-correct-blocked": [],
    "password-wrong": [],
    "locked-out": [],
    "account-state": [],
    misconfigured: [],
    other: [...interrupts],
    success: [0],
  };
  for (const { code, assessed } of allEntries()) {
    if (interrupts.has(code)) continue;
    const signInClass = classOf(code);
    if (signInClass !== "other" || assessed || inRange(code)) codes[signInClass].push(code);
  }
  for (const list of Object.values(codes)) list.sort((a, b) => a - b);
  const ranges = codeRanges.map(({ from, to, outcome }) => ({
    from,
    to,
    signInClass: outcome === "blocked" ? ("password-correct-blocked" as const) : outcome,
  }));
  return { codes, ranges };
}

function inRange(code: number): boolean {
  return codeRanges.some(({ from, to }) => code >= from && code <= to);
}
