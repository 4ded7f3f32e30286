import type { Factor } from "../login-result.ts";
import type { Kind } from "./sentences.ts";
import { judgeSignInRow, type SignInRow } from "./sign-in-row.ts";

/** Everything a run may know about the factors of its sign-in. */
export type FactorEvidence = {
  readonly kind: Kind;
  /** Deciding error code; null after a success or where there is none. */
  readonly code: number | null;
  readonly succeeded: boolean;
  /** `amr` of a verified v1-format ID token or custom-API access token; null where the token has none. */
  readonly amr: readonly string[] | null;
  /** What the login window saw; null where it could not look. */
  readonly secondFactorSeen: boolean | null;
  /** The row that this sign-in left in the sign-in log, found by its correlation id; null where nobody could look. */
  readonly signInRow: SignInRow | null;
};

/** Codes that say that a second factor was demanded. */
const demands: ReadonlySet<number> = new Set([50072, 50074, 50076, 50078, 50079, 500121]);

/** A step outside Entra was demanded: nearly always another MFA provider, at times terms of use. */
const outsideStep = 50158;

/** Values of `amr` that mean more than one factor (RFC 8176; Entra writes `mfa`, `ngcmfa`). */
const multiFactor: ReadonlySet<string> = new Set(["mfa", "ngcmfa", "otp", "fido"]);

const confirm = "Confirm it in the sign-in log: column Authentication requirement.";

/**
 * Which factors the sign-in had, from the strongest evidence there is: the error, `amr`, the step that the login window saw,
 * the row of the sign-in log.
 * Entra's v2 ID tokens carry no `amr`, so `unknown` is a frequent and honest answer.
 */
export function factorOf(evidence: FactorEvidence): Factor {
  if (evidence.code !== null && demands.has(evidence.code)) {
    return multi(`Entra answered ${evidence.code}: it demanded a second factor.`);
  }
  if (evidence.code === outsideStep) {
    return multi(
      `Entra answered ${outsideStep}: it demanded a step outside Entra. Mostly that is MFA of another provider (inferred: terms of use look the same).`,
    );
  }
  if (evidence.amr !== null) return fromAmr(evidence.amr);
  if (evidence.secondFactorSeen === true) {
    return multi(`The login window saw a second-factor step (inferred). ${confirm}`);
  }
  if (evidence.kind === "ropg" && evidence.succeeded) {
    return {
      factor: "single",
      factorEvidence: "Tokens came for the password alone, so no second factor was demanded.",
    };
  }
  const ofRow = evidence.succeeded && evidence.signInRow !== null ? judgeSignInRow(evidence.signInRow) : null;
  if (ofRow !== null) return ofRow;
  return {
    factor: "unknown",
    factorEvidence: evidence.succeeded
      ? `The token does not say which factors were used. ${confirm}`
      : "The sign-in stopped before it showed which factors it needs.",
  };
}

function fromAmr(amr: readonly string[]): Factor {
  const listed = `The verified token lists amr: ${amr.join(", ")}.`;
  return amr.some((method) => multiFactor.has(method))
    ? multi(listed)
    : { factor: "single", factorEvidence: listed };
}

function multi(factorEvidence: string): Factor {
  return { factor: "multi", factorEvidence };
}
