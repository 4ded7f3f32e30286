import { hasOverage } from "../account/role.ts";
import type { Finding } from "../finding.ts";
import type { FindingsQuestion } from "./findings-question.ts";

const overageSource =
  "https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference#groups-overage-claim";

/** What stands in the way of the account that a login would create. */
export function accountFindings(question: FindingsQuestion): readonly Finding[] {
  return [...overage(question), ...userInfo(question), ...unusualName(question)];
}

function overage({ idClaims, settings }: FindingsQuestion): readonly Finding[] {
  if (idClaims === null) return [];
  const claim = settings.adminClaim.value;
  if (!hasOverage(idClaims, claim)) return hasOverage(idClaims, "groups") ? [harmlessOverage(claim)] : [];
  return [
    {
      rule: "groups-overage",
      severity: "warning",
      certainty: "documented",
      title: "The token leaves the groups out.",
      detail:
        "The user is in more groups than a token holds (200 in a JWT). Jamf Connect sees no admin group and creates a standard account.",
      where: { step: "account" },
      fix: {
        label: "Use app roles",
        steps: [
          "Define an app role for Mac admins.",
          "Assign it to a group.",
          "Set OIDCAdminAttribute to roles.",
        ],
      },
      source: overageSource,
    },
  ];
}

/** The groups are gone, and nothing of the profile reads them. */
function harmlessOverage(claim: string): Finding {
  return {
    rule: "groups-overage",
    severity: "info",
    certainty: "documented",
    title: "The token leaves the groups out.",
    detail: `The user is in more groups than a token holds (200 in a JWT). The role on the Mac does not depend on them: OIDCAdminAttribute reads ${claim}.`,
    where: { step: "account" },
    source: overageSource,
  };
}

function userInfo({ userInfoMissing, settings }: FindingsQuestion): readonly Finding[] {
  if (userInfoMissing === null) return [];
  const entra = settings.provider.value === "EntraID";
  return [
    {
      rule: "userinfo-missing",
      severity: "warning",
      certainty: "inferred",
      title: "The userinfo endpoint gave no claims.",
      detail: `${userInfoMissing} The account is shown from the ID token alone.`,
      where: { step: "userinfo", domain: "com.jamf.connect.login", keyPath: "UseUserInfo" },
      fix: {
        label: "Get the claims another way",
        steps: [
          "Add the claims to the ID token, or ask for them with OIDCScopes.",
          entra
            ? "Entra's userinfo endpoint takes only tokens for Microsoft Graph. With an api:// scope in OIDCScopes it refuses them: remove UseUserInfo."
            : "If the ID token has all claims that the profile names, remove UseUserInfo.",
        ],
      },
      source: "https://openid.net/specs/openid-connect-core-1_0.html#UserInfo",
    },
  ];
}

/** macOS creates account names of letters, digits, dot, hyphen and underscore. */
function unusualName({ account }: FindingsQuestion): readonly Finding[] {
  if (account === null || /^[\p{L}\p{N}._-]+$/u.test(account.shortName)) return [];
  const because = account.because["shortName"];
  return [
    {
      rule: "short-name-unusual",
      severity: "warning",
      certainty: "inferred",
      title: "The short name has characters that account names on a Mac do not have.",
      detail: `${account.shortName}:${because === undefined ? "" : ` ${because}`} What Jamf Connect makes of them is not documented. Guests of a tenant have #EXT# in their names.`,
      where: { step: "account", domain: "com.jamf.connect.login", keyPath: "OIDCShortName" },
      fix: {
        label: "Choose another claim",
        steps: ["Set OIDCShortName to a claim that holds a plain name, for example email."],
      },
    },
  ];
}
