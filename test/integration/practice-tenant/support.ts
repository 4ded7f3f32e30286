import { createHash, randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Result } from "../../../main/core/problem.ts";
import {
  loadScenario,
  type PracticeOptions,
  type PracticeTenant,
  startPracticeTenant,
  type Tenant,
} from "../../../main/practice-tenant/index.ts";
import { makeSigningKey } from "../../../main/practice-tenant/tokens/signing-keys.ts";
import { sharedPracticeKey } from "../../support/practice-key.ts";
import { submit, type Visit, visit } from "../../support/practice-pages.ts";

export { submit, type Visit, visit };

/** The value of a result that the test takes for granted. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

/** Starts a scenario (or a changed tenant of it) with the signing key of all tests, and stops it with the test. */
export async function start(
  scenario: string,
  change: (tenant: Tenant) => Tenant = (tenant) => tenant,
  options: Omit<PracticeOptions, "tenant"> = {},
): Promise<PracticeTenant> {
  const { tenant } = need(loadScenario(scenario));
  const practice = need(
    await startPracticeTenant({ makeKey: sharedPracticeKey, ...options, tenant: change(tenant) }),
  );
  onTestFinished(() => practice.stop());
  return practice;
}

/** Starts a scenario with keys that no other tenant has, as people get it. */
export function startWithOwnKeys(scenario: string): Promise<PracticeTenant> {
  return start(scenario, undefined, { makeKey: makeSigningKey });
}

export type TokenAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};

/** Posts a form to the token endpoint of one version. */
export async function postToken(
  practice: PracticeTenant,
  form: Record<string, string>,
  options: {
    readonly version?: "v1" | "v2";
    readonly tenant?: string;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<TokenAnswer> {
  const { origin } = new URL(practice.authority);
  const path = options.version === "v1" ? "oauth2/token" : "oauth2/v2.0/token";
  const response = await fetch(`${origin}/${options.tenant ?? practice.description.tenantId}/${path}`, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: options.headers ?? {},
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The form of a password check as Jamf Connect sends it, for `accounts[0]`. */
export function passwordForm(
  practice: PracticeTenant,
  changes: Record<string, string> = {},
): Record<string, string> {
  const { clientId, accounts } = practice.description;
  return {
    grant_type: "password",
    client_id: clientId,
    scope: "openid profile email",
    username: accounts[0]?.username ?? "",
    password: accounts[0]?.password ?? "",
    ...changes,
  };
}

export type Pkce = { readonly verifier: string; readonly challenge: string };

export function pkce(): Pkce {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

export const REDIRECT_URI = "https://127.0.0.1/jamfconnect";

/** The address of an authorize request; `null` takes a parameter out. */
export function authorizeUrl(
  practice: PracticeTenant,
  changes: Record<string, string | null> = {},
  version: "v1" | "v2" = "v2",
): string {
  const parameters = {
    client_id: practice.description.clientId,
    response_type: "code",
    redirect_uri: REDIRECT_URI,
    scope: "openid profile email",
    state: "state-1",
    nonce: "nonce-1",
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, value);
  return `${practice.authority}/oauth2/${version === "v2" ? "v2.0/" : ""}authorize?${query}`;
}

/** Signs `accounts[index]` in on the pages, with the second factor where one is asked. */
export async function signIn(
  practice: PracticeTenant,
  url: string,
  index = 0,
): Promise<Visit & { readonly askedForCode: boolean }> {
  const account = practice.description.accounts[index];
  const first = await visit(url);
  const second = await submit(first, practice, {
    loginfmt: account?.username ?? "",
    passwd: account?.password ?? "",
  });
  if (!second.text.includes('name="otc"')) return { ...second, askedForCode: false };
  return { ...(await submit(second, practice, { otc: account?.mfa?.code ?? "" })), askedForCode: true };
}

/** The parameters that came back on the redirect URI. */
export function callback(visited: Visit): URLSearchParams {
  const url = new URL(visited.location ?? "about:blank");
  return url.hash === "" ? url.searchParams : new URLSearchParams(url.hash.slice(1));
}
