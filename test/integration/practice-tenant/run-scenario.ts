import type { LoginResult } from "../../../main/core/login-result.ts";
import { errorOfPage } from "../../../main/core/oidc/error-page.ts";
import { readProfile, testSettings } from "../../../main/core/profile/index.ts";
import { type LoginContext, runOidc, runRopg, type SignIn } from "../../../main/login/index.ts";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { need, signIn as signInOnPages, submit } from "./support.ts";

/** The outside world of a run against a practice tenant. */
export function context(practice: PracticeTenant): LoginContext {
  return {
    fetch,
    now: Date.now,
    onStep: () => {},
    signal: new AbortController().signal,
    authority: practice.authority,
    allowedHosts: [],
    jamfConnectVersion: null,
  };
}

/** A person without a browser: fills in what each page asks for, and gives up on a page with an error. */
export function person(practice: PracticeTenant): { readonly signIn: SignIn; readonly asked: () => boolean } {
  let asked = false;
  const signIn: SignIn = async ({ authorizeUrl }) => {
    let page: Awaited<ReturnType<typeof signInOnPages>> | Awaited<ReturnType<typeof submit>> =
      await signInOnPages(practice, authorizeUrl);
    asked = "askedForCode" in page && page.askedForCode;
    // Terms of use, a new password: pages with one way on.
    while (page.location === null && page.text.includes('action="/common/practice/step"')) {
      page = await submit(page, practice, {});
    }
    const text = errorOfPage(page.text);
    if (page.location === null) return text === null ? { kind: "closed" } : { kind: "error-page", text };
    return { kind: "callback", url: page.location, secondFactorSeen: asked, sessionMayBeReused: false };
  };
  return { signIn, asked: () => asked };
}

/** What both sign-ins of `accounts[0]` end with, run by the product from the scenario's own profile. */
export async function runBoth(
  practice: PracticeTenant,
): Promise<{ readonly login: LoginResult; readonly loginMfa: boolean; readonly check: LoginResult }> {
  const { bytes, fileName } = practice.profile;
  const document = need(readProfile(bytes, { fileName }));
  const [account] = practice.description.accounts;
  const username = account?.username ?? "";
  const { signIn, asked } = person(practice);
  const login = await runOidc(
    { settings: need(testSettings(document, "login")), loginHint: null, through: "browser", signIn },
    context(practice),
  );
  const check = await runRopg(
    { settings: need(testSettings(document, "menu-bar")), username, password: account?.password ?? "" },
    context(practice),
  );
  return { login, loginMfa: asked(), check };
}
