import type { LoginResult } from "../../core/login-result.ts";
import { type AccountClaims, mergeUserInfo, sameSubject, withoutUserInfo } from "../../core/oidc/userinfo.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import { NetworkError } from "../../network/fault.ts";
import { refusalOf } from "../allowed-destination.ts";
import type { Discovered } from "../discovery.ts";
import { type JsonObject, jsonObject } from "../network/json.ts";
import type { Wire } from "../network/wire.ts";
import type { LoginContext } from "../ports.ts";
import type { StepResult } from "../recorder.ts";
import { refusedDestination } from "../refused-destination.ts";

export type UserInfoQuestion = {
  readonly wire: Wire;
  readonly settings: TestSettings;
  readonly discovered: Discovered;
  readonly context: LoginContext;
  readonly accessToken: unknown;
  readonly idClaims: Readonly<Record<string, unknown>>;
  readonly tokens: LoginResult["tokens"];
};

/** The claims to show the account from; `missing` says why the userinfo endpoint gave none. */
export type UserInfo = AccountClaims & { readonly missing: string | null };

/**
 * Fetches what `UseUserInfo` fetches: claims that the ID token lacks, with the access token (OpenID Connect Core section 5.3).
 * An answer about somebody else ends the run. An endpoint that does not answer only leaves the claims out.
 */
export async function userInfoStep(question: UserInfoQuestion): Promise<StepResult<UserInfo>> {
  const { discovered, accessToken, idClaims } = question;
  const endpoint = discovered.userInfoEndpoint;
  if (endpoint === null) return without(idClaims, "The discovery document names no userinfo endpoint.");
  if (typeof accessToken !== "string") return without(idClaims, "No access token came back to ask with.");
  const destination = {
    carries: "access token",
    endpoint,
    discoveryUrl: discovered.address.url,
    provider: question.settings.provider.value,
  } as const;
  const refused = await refusalOf(destination, question.context);
  if (refused !== null) return refusedDestination(refused, "userinfo", "The access token was not sent.");
  const answer = await ask(question.wire, endpoint, accessToken);
  if (typeof answer === "string") return without(idClaims, answer);
  if (!sameSubject(idClaims, answer)) return otherSubject(question.tokens);
  const merged = mergeUserInfo(idClaims, answer);
  const added = [...merged.fromUserInfo].join(", ");
  const note = added === "" ? "It adds no claim to the ID token's." : `It adds: ${added}.`;
  return { status: "ok", value: { ...merged, missing: null }, note };
}

/** The claims of the answer, or the sentence that says why there are none. */
async function ask(wire: Wire, endpoint: string, accessToken: string): Promise<JsonObject | string> {
  const headers = { accept: "application/json", authorization: `Bearer ${accessToken}` };
  try {
    const answer = await wire.send(endpoint, { headers });
    if (answer.status === 401 || answer.status === 403) return `${answer.url.host} refuses the access token.`;
    if (answer.headers.get("content-type")?.includes("application/jwt"))
      return `${answer.url.host} answers with a signed token, which Latchkey does not read.`;
    const body = jsonObject(answer);
    return answer.status === 200 ? body : `${answer.url.host} answers with status ${answer.status}.`;
  } catch (error) {
    if (error instanceof NetworkError) return `${error.host} gives no usable answer: ${error.message}`;
    throw error;
  }
}

function without(idClaims: UserInfoQuestion["idClaims"], missing: string): StepResult<UserInfo> {
  return { status: "failed", value: { ...withoutUserInfo(idClaims), missing }, note: missing };
}

function otherSubject(tokens: LoginResult["tokens"]): StepResult<never> {
  const text = "The userinfo answer names another subject than the ID token, so it is about somebody else.";
  const problems = [{ finding: "userinfo-other-subject", text }];
  return { status: "failed", ending: { kind: "tokens-refused", problems, tokens }, note: text };
}
