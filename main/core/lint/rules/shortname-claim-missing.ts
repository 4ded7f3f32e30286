import type { TestSettings } from "../../profile/test-settings.ts";
import { hitAt, quoted } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { loginDomain } from "../subject.ts";

/** Claims that come with a scope of OpenID Connect Core 1.0, section 5.4, and at Entra ID with the same ones. */
const scopeOfClaim: ReadonlyMap<string, string> = new Map([
  ...[
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "updated_at",
  ].map((claim) => [claim, "profile"] as const),
  ["email", "email"],
  ["email_verified", "email"],
  ["phone_number", "phone"],
  ["address", "address"],
]);

/** The account's name is to come from a claim that nothing asks for. */
export const shortnameClaimMissing: LintRule = {
  id: "shortname-claim-missing",
  group: "accounts",
  name: "The claim of the short name is not asked for",
  severity: "warning",
  certainty: "documented",
  why: "A provider puts the claims of a scope into the token only when the sign-in asks for that scope (OpenID Connect Core 1.0, section 5.4). Without the claim that OIDCShortName or OIDCFullName names, Jamf Connect cannot take the account's name from it. Claims that an app registration adds by itself are not judged.",
  source: "https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        OIDCScopes: "openid+email",
        OIDCShortName: "preferred_username",
      },
    },
  },
  silent: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        OIDCScopes: "openid+profile+email",
        OIDCShortName: "preferred_username",
      },
    },
  },
  *check({ signIn }) {
    if (signIn === null || signIn.provider.value === "Okta") return;
    for (const claim of [signIn.shortNameClaim, signIn.fullNameClaim]) {
      if (claim === null) continue;
      const name = claim.value.trim();
      const scope = scopeOfClaim.get(name);
      if (scope === undefined || asks(signIn, scope)) continue;
      yield hitAt(
        { domain: loginDomain, keyPath: claim.keyPath ?? "OIDCShortName" },
        {
          title: `The claim ${name} needs the scope ${scope}, which the sign-in does not ask for.`,
          detail: `${claim.keyPath} is ${quoted(claim.value)}, and the scopes are ${quoted(signIn.scopes.value.join(" "))}.${signIn.useUserInfo?.value === true ? " UseUserInfo does not change that: the userinfo endpoint goes by the same scopes." : ""}`,
          fix: {
            label: "Ask for the scope",
            steps: [`Add ${scope} to OIDCScopes, or name a claim that the token has without it.`],
          },
        },
      );
    }
  },
};

function asks({ scopes }: TestSettings, wanted: string): boolean {
  return scopes.value.some((scope) => scope.toLowerCase() === wanted);
}
