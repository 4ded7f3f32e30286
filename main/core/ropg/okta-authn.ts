import { discoveryAddress } from "../oidc/discovery-address.ts";
import { type Result, succeed } from "../problem.ts";
import type { TestSettings } from "../profile/test-settings.ts";

/**
 * The address of Okta's Authentication API for a profile: `/api/v1/authn` on the Okta domain
 * (https://developer.okta.com/docs/reference/api/authn/#primary-authentication). Classic Okta has no discovery document for it.
 */
export function oktaAuthnAddress(settings: TestSettings): Result<string> {
  const address = discoveryAddress({ kind: "ropg", settings, authority: null, jamfConnectVersion: null });
  return address.ok ? succeed(`${new URL(address.value.url).origin}/api/v1/authn`) : address;
}

/** What Okta's answer says, as one word of the catalogue of protocol errors; `success` for an accepted password. */
export type OktaAnswer = { readonly word: string; readonly description: string };

/** States of a transaction that follow an accepted password, and those that do not (same page, "Transaction state"). */
const words: Readonly<Record<string, string>> = {
  SUCCESS: "success",
  PASSWORD_WARN: "success",
  MFA_REQUIRED: "okta_mfa_required",
  MFA_CHALLENGE: "okta_mfa_required",
  MFA_ENROLL: "okta_mfa_enroll",
  MFA_ENROLL_ACTIVATE: "okta_mfa_enroll",
  PASSWORD_EXPIRED: "okta_password_expired",
  LOCKED_OUT: "okta_locked_out",
};

/** Error codes (https://developer.okta.com/docs/reference/error-codes/). */
const errors: Readonly<Record<string, string>> = {
  E0000004: "okta_authentication_failed",
  E0000047: "okta_rate_limit",
  E0000069: "okta_locked_out",
  E0000064: "okta_password_expired",
};

/** Reads an answer of the Authentication API; null when it is none. */
export function readOktaAnswer(body: Readonly<Record<string, unknown>>): OktaAnswer | null {
  const { status, errorCode, errorSummary } = {
    status: body["status"],
    errorCode: body["errorCode"],
    errorSummary: body["errorSummary"],
  };
  if (typeof errorCode === "string") {
    const summary = typeof errorSummary === "string" ? errorSummary : "";
    return { word: wordOf(errors, errorCode), description: `${errorCode}: ${summary}` };
  }
  if (typeof status !== "string") return null;
  return { word: wordOf(words, status), description: `status ${status}` };
}

/** A status named like a member that every object has (`toString`) is no word of ours. */
function wordOf(table: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(table, name) ? table[name] : undefined) ?? "okta_error";
}
