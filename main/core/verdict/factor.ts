import type { Kind } from "./sentences.ts";

export type Factor = { readonly factor: "single" | "multi" | "unknown"; readonly factorEvidence: string };

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
};

/** Codes that say that a second factor was demanded. */
const demands: ReadonlySet<number> = new Set([50072, 50074, 50076, 50078, 50079, 50158, 500121]);

/** Values of `amr` that mean more than one factor (RFC 8176; Entra writes `mfa`, `ngcmfa`). */
const multiFactor: ReadonlySet<string> = new Set(["mfa", "ngcmfa", "otp", "fido"]);

const confirm = "Confirm it in the sign-in log: column Authentication requirement.";

/**
 * Which factors the sign-in had, from the strongest evidence there is: the error, `amr`, the step that the login window saw.
 * Entra's v2 ID tokens carry no `amr`, so `unknown` is a frequent and honest answer.
 */
export function factorOf(evidence: FactorEvidence): Factor {
  if (evidence.code !== null && demands.has(evidence.code)) {
    return multi(`Entra answered ${evidence.code}: it demanded a second factor.`);
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
  return {
    factor: "unknown",
    factorEvidence: evidence.succeeded
      ? `The token does not say which factors were used. ${confirm}`
      : `The run did not get far enough to tell. ${confirm}`,
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
