import type { LoginError, Outcome, PasswordVerdict } from "../login-result.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";
import type { OAuthEntry } from "./oauth-entry.ts";
import { oktaEntries } from "./okta-errors.ts";
import { entriesByMark, entryByDescription } from "./provider-errors.ts";
import { type Kind, unclearSentence } from "./sentences.ts";
import type { Verdict } from "./verdict.ts";

const rfc6749token = "https://www.rfc-editor.org/rfc/rfc6749#section-5.2";
const rfc6749authorize = "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1";
const oidcCore = "https://openid.net/specs/openid-connect-core-1_0.html#AuthError";

function entry(
  error: string,
  outcome: Outcome,
  passwordVerdict: PasswordVerdict,
  meaning: string,
  fix: string,
  source: string,
): OAuthEntry {
  return { error, outcome, passwordVerdict, meaning, fix, source };
}

const table: readonly OAuthEntry[] = [
  entry(
    "invalid_request",
    "misconfigured",
    "not-checked",
    "A parameter is missing, unknown or sent twice.",
    "Compare the request in the step with the provider's documentation.",
    rfc6749token,
  ),
  entry(
    "invalid_client",
    "misconfigured",
    "not-checked",
    "The provider does not accept the client id or its secret.",
    "Check client id and client secret of the profile, and whether the client is public.",
    rfc6749token,
  ),
  entry(
    "unauthorized_client",
    "misconfigured",
    "not-checked",
    "The client may not use this grant.",
    "Allow the password grant, or the authorization code grant, for this client at the provider.",
    rfc6749token,
  ),
  entry(
    "unsupported_grant_type",
    "misconfigured",
    "not-checked",
    "The provider does not offer the password grant here.",
    "Turn the grant on at the provider, or use a provider setting that checks passwords another way.",
    rfc6749token,
  ),
  entry(
    "invalid_scope",
    "misconfigured",
    "not-checked",
    "A scope is unknown or not allowed for this client.",
    "Compare the scopes of the profile with those the client may use.",
    rfc6749token,
  ),
  entry(
    "invalid_target",
    "misconfigured",
    "not-checked",
    "The resource is unknown to the provider.",
    "Check the resource that the scopes name.",
    "https://www.rfc-editor.org/rfc/rfc8707#section-2",
  ),
  entry(
    "invalid_grant",
    "unclear",
    "unknown",
    "The provider refuses the grant: a wrong password, a locked account, a used or expired code, or a policy.",
    "Read the description of the answer. The word alone does not say whether the password is wrong.",
    rfc6749token,
  ),
  entry(
    "access_denied",
    "blocked",
    "unknown",
    "The user or the provider refused.",
    "Try again and follow the pages to their end; look into the provider's log.",
    rfc6749authorize,
  ),
  entry(
    "unsupported_response_type",
    "misconfigured",
    "not-checked",
    "The client may not use the code flow.",
    "Allow the authorization code flow for this client.",
    rfc6749authorize,
  ),
  entry(
    "server_error",
    "unreachable",
    "unknown",
    "The provider failed inside.",
    "Try again later; look at the service health of the provider.",
    rfc6749authorize,
  ),
  entry(
    "temporarily_unavailable",
    "unreachable",
    "unknown",
    "The provider is overloaded or in maintenance.",
    "Try again later.",
    rfc6749authorize,
  ),
  entry(
    "interaction_required",
    "unclear",
    "unknown",
    "The provider wants to show a page, which a silent check cannot.",
    "Find out what it wants to show: MFA, consent or terms of use.",
    oidcCore,
  ),
  entry(
    "login_required",
    "account",
    "not-checked",
    "Nobody is signed in, and the request did not allow asking.",
    "Leave prompt=none out of the request.",
    oidcCore,
  ),
  entry(
    "account_selection_required",
    "account",
    "not-checked",
    "Several accounts are signed in.",
    "Use a fresh window.",
    oidcCore,
  ),
  entry(
    "consent_required",
    "misconfigured",
    "unknown",
    "Nobody has consented to what the profile asks for.",
    "Give consent for the whole organisation at the provider.",
    oidcCore,
  ),
  entry(
    "mfa_required",
    "password-correct",
    "correct",
    "The password was accepted, and a second factor is wanted.",
    "List the code among the success codes if Jamf Connect refuses it.",
    "https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa",
  ),
  entry(
    "slow_down",
    "unreachable",
    "unknown",
    "Too many requests in a short time.",
    "Wait a minute before the next test.",
    "https://www.rfc-editor.org/rfc/rfc8628#section-3.5",
  ),
];

/** The entry of an OAuth error word, or null. */
export function findOAuthEntry(error: string): OAuthEntry | null {
  return allOAuthEntries().find((candidate) => candidate.error === error.toLowerCase()) ?? null;
}

/** Every generic entry, for `explain` and the documentation. */
export function allOAuthEntries(): readonly OAuthEntry[] {
  return [...table, ...oktaEntries];
}

/**
 * The verdict of an error whose code, if it has one, says nothing.
 *
 * @param known the catalogue's entry where the code is listed without an assessment
 */
export function oauthVerdict(kind: Kind, error: LoginError, known: CatalogueEntry | null): Verdict {
  // A code that nobody assessed outweighs the word beside it, which differs between v1 and v2 for one cause.
  const found = error.code === undefined ? meaningOf(error) : null;
  const meaning =
    known?.meaning ?? found?.meaning ?? "The answer is not in the catalogue; its text stands in the step.";
  return {
    outcome: found?.outcome ?? "unclear",
    sentence: sentence(kind, found, meaning),
    passwordVerdict: found?.passwordVerdict ?? "unknown",
    jamfConnect: { accepts: accepts(kind, found), certainty: "inferred", why: why(kind, found, meaning) },
    error: known === null || known.name === null ? error : { ...error, name: known.name },
    signInLog: {
      status: "Failure",
      errorCode: error.code ?? 0,
      note: "Look into the provider's own log at this minute.",
    },
  };
}

/** What an error without a code of Entra means: by the text of its provider where that is known, else by its word. */
function meaningOf({ description, oauthError }: LoginError): Found | null {
  const entry = entriesByMark(`${oauthError} ${description}`)[0] ?? entryByDescription(description);
  if (entry !== null) return entry;
  const word = findOAuthEntry(oauthError);
  return word === null ? null : { ...word, accepts: word.passwordVerdict === "correct" };
}

type Found = Pick<OAuthEntry, "outcome" | "meaning" | "passwordVerdict"> & {
  readonly accepts: boolean | null;
};

/** A meaning that already speaks of the password or the account stands alone; any other gets a lead. */
function sentence(kind: Kind, found: Found | null, meaning: string): string {
  if (found === null || found.outcome === "unclear") return `${unclearSentence(kind)} ${meaning}`;
  if (found.outcome === "password-wrong") return `The password is wrong. ${meaning}`;
  const speaks = ["password-correct", "password-expired", "account"].includes(found.outcome);
  return speaks ? meaning : `The provider answered with an error. ${meaning}`;
}

function accepts(kind: Kind, found: Found | null): boolean | null {
  if (kind === "oidc") return false;
  return found === null ? null : found.accepts;
}

function why(kind: Kind, found: Found | null, meaning: string): string {
  if (kind === "oidc") return "The login ended without an ID token, so Jamf Connect lets nobody in.";
  return found === null ? `Not assessed. ${meaning}` : meaning;
}
