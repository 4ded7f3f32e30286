import { expect, it } from "vitest";
import { exampleHead, examplePayload } from "../../../../main/core/lint/example-profile.ts";
import { companionPayloads } from "../../../../main/core/lint/rules/companion-payloads.ts";
import { soundLogin } from "../../../../main/core/lint/sound-settings.ts";
import { foundIn } from "./found-in.ts";

const microsoft = "com.microsoft.CompanyPortalMac.ssoextension";

/** What is said of a Platform SSO payload with these allow lists beside Jamf Connect. */
function said(
  ExtensionData: Readonly<Record<string, string | readonly string[]>>,
  ExtensionIdentifier = microsoft,
) {
  const sso = {
    ...examplePayload("com.apple.extensiblesso", 2),
    ExtensionIdentifier,
    PlatformSSO: { AuthenticationMethod: "Password" },
    ExtensionData,
  };
  const login = { ...examplePayload("com.jamf.connect.login", 1), ...soundLogin };
  const profile = { ...exampleHead, PayloadContent: [login, sso] };
  return foundIn(companionPayloads, { profile }).map(({ detail }) => detail);
}

it.each([
  { AppAllowList: "com.jamf.management, com.jamf.selfserviceplus" },
  { AppAllowList: ["com.jamf.management", "com.jamf.selfserviceplus"] },
  { AppPrefixAllowList: "com.microsoft.,com.jamf." },
  { AppPrefixAllowList: "com.jamf.selfservice", AppAllowList: "com.jamf.management" },
])("lets Jamf's apps in: %j", (lists) => {
  expect(said(lists)).toEqual([]);
});

it.each([
  [
    { AppAllowList: "com.jamf.management.other,com.jamf.selfserviceplus.mac" },
    "com.jamf.management and com.jamf.selfserviceplus",
  ],
  [
    { AppPrefixAllowList: "com.jamf.management.,com.jamf.selfserviceplus." },
    "com.jamf.management and com.jamf.selfserviceplus",
  ],
  [{ AppAllowList: "com.jamf.management" }, "com.jamf.selfserviceplus"],
])("a name is compared whole, and a beginning as one: %j", (lists, missing) => {
  expect(said(lists)).toEqual([`No allow list in ExtensionData has ${missing}.`]);
});

it("nothing is said of the extension of another maker, whose lists have other names", () => {
  expect(said({}, "com.okta.mobile.auth-service-extension")).toEqual([]);
});
