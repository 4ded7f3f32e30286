import type { PlistDict } from "../../plist/value.ts";
import { asDict, textAt } from "../../profile/bookkeeping.ts";
import { exampleHead, examplePayload } from "../example-profile.ts";
import { payloadItems } from "../payload-items.ts";
import type { ExampleSettings, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** The extension of Microsoft Enterprise SSO, whose keys the two allow lists are: other makers' extensions have rules of their own. */
const microsoftExtension = "com.microsoft.CompanyPortalMac.ssoextension";

/** Apps of Jamf that the sync of passwords goes through. */
const needed = ["com.jamf.management", "com.jamf.selfserviceplus"] as const;

/** Platform SSO beside Jamf Connect that does not let it in. */
export const companionPayloads: LintRule = {
  id: "companion-payloads",
  group: "secrets and structure",
  name: "Platform SSO does not let Jamf Connect in",
  severity: "warning",
  certainty: "documented",
  why: "Where Platform SSO is set up as well, the single sign-on extension of Microsoft has to allow com.jamf.management and com.jamf.selfserviceplus, or Jamf Connect cannot keep the password in sync. A PPPC or notifications payload that is not in the file is no mistake: it may be in another profile. Without Jamf Connect in the same file it is an info.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Password_Syncing",
  fires: { profile: withSso({}) },
  silent: { profile: withSso({ AppPrefixAllowList: "com.microsoft.,com.apple.,com.jamf." }) },
  *check({ document, jamfConnect }) {
    for (const { item, path, type } of payloadItems(document)) {
      if (type !== "com.apple.extensiblesso" || asDict(item.entries.get("PlatformSSO")) === null) continue;
      if (textAt(item, "ExtensionIdentifier") !== microsoftExtension) continue;
      const missing = missingIn(asDict(item.entries.get("ExtensionData")));
      if (missing.length === 0) continue;
      yield {
        ...(jamfConnect.length === 0 ? { severity: "info" as const } : {}),
        title: "Platform SSO does not let Jamf Connect in.",
        detail: `No allow list in ExtensionData has ${missing.join(" and ")}.`,
        where: { domain: type, keyPath: `${path[0]}[${path[1]}].ExtensionData` },
        fix: {
          label: "Allow Jamf's apps",
          steps: [`Add ${missing.join(" and ")} to AppAllowList, or com.jamf. to AppPrefixAllowList.`],
        },
      };
    }
  },
};

function withSso(extensionData: ExampleSettings): ExampleSettings {
  return {
    ...exampleHead,
    PayloadContent: [
      { ...examplePayload("com.jamf.connect.login", 1), ...soundLogin },
      {
        ...examplePayload("com.apple.extensiblesso", 2),
        ExtensionIdentifier: microsoftExtension,
        PlatformSSO: { AuthenticationMethod: "Password" },
        ExtensionData: extensionData,
      },
    ],
  };
}

/** The apps that neither a list of names nor one of beginnings has (Microsoft Enterprise SSO plug-in, AppAllowList). */
function missingIn(data: PlistDict | null): readonly string[] {
  const allowed = namesIn(data, "AppAllowList");
  const prefixes = namesIn(data, "AppPrefixAllowList");
  return needed.filter((app) => !allowed.includes(app) && !prefixes.some((prefix) => app.startsWith(prefix)));
}

/** Microsoft writes these lists as one text with commas; a list of texts is read as well. */
function namesIn(data: PlistDict | null, key: string): readonly string[] {
  const value = data?.entries.get(key);
  const texts = value?.kind === "array" ? value.items : value === undefined ? [] : [value];
  return texts
    .flatMap((text) => (text.kind === "string" ? text.value.split(",") : []))
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
