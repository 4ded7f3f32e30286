import { errorOfPage } from "../../../main/core/oidc/error-page.ts";
import { type ProfileDocument, readProfile, testSettings } from "../../../main/core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../../main/core/profile/test-settings.ts";
import type { SignIn } from "../../../main/login/index.ts";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { need, submit, visit } from "../practice-tenant/support.ts";

export function documentOf(practice: PracticeTenant): ProfileDocument {
  return need(readProfile(practice.profile.bytes, { fileName: practice.profile.fileName }));
}

/** Settings of the practice tenant's own profile. */
export function checkSettings(practice: PracticeTenant, from: SettingsSource = "menu-bar"): TestSettings {
  return need(testSettings(documentOf(practice), from, "password-check"));
}

export function loginSettings(practice: PracticeTenant): TestSettings {
  return need(testSettings(documentOf(practice), "login", "sign-in"));
}

/** What a person needs of a practice tenant. */
type PersonsTenant = Pick<PracticeTenant, "authority"> & {
  readonly description: Pick<PracticeTenant["description"], "accounts">;
};

/**
 * A person with a small browser, who fills in what the practice tenant's pages ask for and accepts what they offer. Ends on
 * the redirect URI, or on an error page with its AADSTS line, as a login window does.
 */
export function person(practice: PersonsTenant, index = 0): SignIn {
  const account = practice.description.accounts[index];
  return async ({ authorizeUrl, redirectUri }) => {
    let page = await visit(authorizeUrl);
    let secondFactorSeen = false;
    for (let pages = 0; pages < 8; pages += 1) {
      const { location } = page;
      if (location?.startsWith(redirectUri)) {
        return { kind: "callback", url: location, secondFactorSeen, sessionMayBeReused: false };
      }
      const text = errorOfPage(page.text);
      if (text !== null) return { kind: "error-page", text };
      if (location !== null) page = await visit(new URL(location, practice.authority).href);
      else if (page.text.includes('name="passwd"')) page = await submit(page, practice, password(account));
      else if (page.text.includes('name="otc"')) {
        secondFactorSeen = true;
        page = await submit(page, practice, { otc: account?.mfa?.code ?? "123456" });
      } else if (page.text.includes('name="LoginOptions"'))
        page = await submit(page, practice, { LoginOptions: "3" });
      else page = await submit(page, practice, { answer: "accept" });
    }
    throw new Error("the pages of the practice tenant do not end");
  };
}

function password(
  account: PracticeTenant["description"]["accounts"][number] | undefined,
): Record<string, string> {
  return { loginfmt: account?.username ?? "", passwd: account?.password ?? "" };
}
