import { type ProfileDocument, readProfile, testSettings } from "../../../main/core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../../main/core/profile/test-settings.ts";
import type { SignIn } from "../../../main/login/index.ts";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { need, signIn, submit, visit } from "../practice-tenant/support.ts";

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

/** A person with a small browser: fills the practice tenant's pages in and ends on the redirect URI. */
export function person(practice: PracticeTenant, account = 0): SignIn {
  return async ({ authorizeUrl }) => {
    const ended = await signIn(practice, authorizeUrl, account);
    return {
      kind: "callback",
      url: ended.location ?? "",
      secondFactorSeen: ended.askedForCode,
      sessionMayBeReused: false,
    };
  };
}

export { need, submit, visit };
