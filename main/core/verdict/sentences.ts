import type { LoginResult, Outcome, PolicyName } from "../login-result.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";

export type Kind = "ropg" | "oidc";

/** Sentences for codes that deserve their own: what is true, then why. */
const byCode: Readonly<Record<number, string>> = {
  50053:
    "Entra refuses this account for a while. Too many wrong passwords were sent, or the network address is blocked. This says nothing about the password.",
  50055: "The password has expired.",
  50056: "Entra holds no password for this user, so it could not check one.",
  50057: "The account is disabled. This says nothing about the password.",
  50034: "The account does not exist in this tenant. No password was checked.",
  50072: "The password is correct. Entra wants the user to register for MFA, so it answered with an error.",
  50079: "The password is correct. Entra wants the user to register for MFA, so it answered with an error.",
  50158:
    "The password is correct. Entra demanded a step outside Entra (another MFA provider, or terms of use), so it answered with an error.",
  50105: "The user is not assigned to the application.",
  50144: "The password has expired in Active Directory.",
  50011: "The redirect URI of the profile is not registered with the application.",
  500113: "The application has no redirect URI at all.",
  65001: "Nobody has consented to what the profile asks for. Entra gives no token.",
  65004: "The user declined the consent.",
  700016: "The tenant knows no application with this client id.",
  7000218: "The application does not allow public client flows. Entra wants a client secret.",
  7000215: "The client secret is wrong.",
  900144:
    "Entra wants a parameter that the request does not have. On the v1 endpoint that is mostly resource.",
  90002: "The tenant does not exist in this cloud.",
};

/**
 * The same of a login, where it means something else. Entra asks for a secret at the code exchange when the redirect URI
 * belongs to the platform Web, whatever the switch for public client flows says:
 * https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/confidential-client-application-authentication-error-aadsts7000218
 */
const ofLogin: Readonly<Record<number, string>> = {
  7000218:
    "The redirect URI is registered for a web app. Entra wants a client secret for the code: move the URI to Mobile and desktop applications.",
};

const byOutcome: Readonly<Record<Outcome, string>> = {
  succeeded: "The login works.",
  "password-correct": "The password is correct. Entra demanded MFA, so it answered with an error.",
  "password-wrong": "The password is wrong.",
  "password-expired": "The password has expired.",
  blocked: "A policy blocks this sign-in.",
  account: "The account cannot sign in.",
  misconfigured: "The profile and the application do not fit together.",
  unreachable: "The provider could not check the password now.",
  cancelled: "The login was stopped.",
  unclear: "The answer does not say whether the password is right.",
};

/** The verdict of a known code, in one or two sentences. */
export function sentenceOfEntry(entry: CatalogueEntry, kind: Kind): string {
  const own = byCode[entry.code];
  if (kind === "oidc") {
    const said = ofLogin[entry.code] ?? own;
    return said === undefined || said.startsWith("The password is correct") ? oidcSentence(entry) : said;
  }
  if (own !== undefined) return own;
  if (entry.outcome === "blocked") return blocked(entry);
  if (entry.outcome === "password-correct" || entry.outcome === "password-wrong")
    return byOutcome[entry.outcome];
  return `${byOutcome[entry.outcome]} ${entry.meaning}`;
}

function blocked(entry: CatalogueEntry): string {
  const password = entry.passwordVerdict === "correct" ? "The password is correct. " : "";
  const policy = /policy/i.test(entry.meaning) ? "" : "A policy blocks the password check. ";
  return `${password}${policy}${entry.meaning}`;
}

/** In the login, a person answered the provider's own pages; the verdict speaks of the login, not of a password. */
function oidcSentence(entry: CatalogueEntry): string {
  return entry.assessed ? `The login failed. ${entry.meaning}` : byOutcome.unclear;
}

/** The verdict of a block whose policies are known by name. */
export function sentenceOfNamedBlock(
  policies: readonly PolicyName[],
  { kind, passwordVerdict }: Pick<LoginResult, "kind" | "passwordVerdict">,
): string {
  const names = policies.map(({ displayName }) => displayName);
  const listed = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const verb = names.length < 2 ? "blocks" : "block";
  const what = kind === "oidc" ? "the login" : "the password check";
  return `${listed} ${verb} ${what}.${passwordVerdict === "correct" ? " The password is correct." : ""}`;
}

/** The verdict of a run that ended with valid tokens. */
export function successSentence(kind: Kind, provider: string): string {
  return kind === "ropg"
    ? `The password is correct. ${provider} answered with tokens and demanded nothing more.`
    : `The login works. ${provider} issued an ID token, and every check of it passed.`;
}

/** Used where no entry explains an answer. */
export function unclearSentence(kind: Kind): string {
  return kind === "ropg" ? byOutcome.unclear : "The login failed, and the answer does not say why.";
}
