import type { Outcome, PasswordVerdict } from "../login-result.ts";

/** Meaning of an OAuth or OpenID Connect error that comes without an AADSTS code, as any other provider sends it. */
export type OAuthEntry = {
  readonly error: string;
  readonly meaning: string;
  readonly outcome: Outcome;
  readonly passwordVerdict: PasswordVerdict;
  readonly fix: string;
  readonly source: string;
};
