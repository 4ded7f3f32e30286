import type { Finding } from "../../finding.ts";
import type { FixQuestion } from "./fix-question.ts";

/** A token that carries the admin role in another claim than the one that is read. */
export function rolesForAdmin({ settings, idClaims, account }: FixQuestion): Finding | null {
  if (account === null || account.role === "admin" || settings.adminClaim.keyPath !== null) return null;
  const roles = idClaims?.["roles"];
  const held = Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : [];
  const match = settings.adminValues.value.find((wanted) => held.includes(wanted));
  if (match === undefined) return null;
  const domain = settings.adminClaim.domain;
  return {
    rule: "read-roles-for-admin",
    severity: "warning",
    certainty: "inferred",
    title: "The role is in a claim that is not read.",
    detail: `The claim roles contains ${match}, which OIDCAdmin names. Without OIDCAdminAttribute Jamf Connect reads ${settings.adminClaim.value}.`,
    where: { domain, keyPath: "OIDCAdminAttribute" },
    fix: {
      label: "Read the claim roles",
      patch: { op: "set", payload: { domain }, path: ["OIDCAdminAttribute"], value: "roles" },
    },
  };
}

/** Claims whose part before the @ can be an account name of a Mac, the most usual first. */
const nameClaims = ["preferred_username", "upn", "unique_name", "email", "nickname"] as const;
const plainName = /^[\p{L}\p{N}._-]+$/u;

/** A short name with characters that account names on a Mac do not have, although another claim has a plain one. */
export function shortNameClaim({ kind, settings, idClaims, account }: FixQuestion): Finding | null {
  if (kind !== "oidc" || idClaims === null || account === null || plainName.test(account.shortName))
    return null;
  const domain = settings.adminClaim.domain;
  const found = nameClaims.find((name) => {
    const value = idClaims[name];
    return typeof value === "string" && plainName.test(value.split("@")[0] ?? "");
  });
  if (found === undefined) return null;
  return {
    rule: "choose-short-name-claim",
    severity: "info",
    certainty: "inferred",
    title: `The claim ${found} has a plain name.`,
    detail: `With OIDCShortName set to ${found} the account gets the part before the @.`,
    where: { domain, keyPath: "OIDCShortName" },
    fix: {
      label: `Use the claim ${found}`,
      patch: { op: "set", payload: { domain }, path: ["OIDCShortName"], value: found },
    },
  };
}

/** Entra's userinfo endpoint belongs to Microsoft Graph and takes no token for another API. */
export function idTokenInsteadOfUserInfo({ settings, userInfoMissing }: FixQuestion): Finding | null {
  const { useUserInfo } = settings;
  if (userInfoMissing === null || settings.provider.value !== "EntraID") return null;
  if (useUserInfo === undefined || useUserInfo.keyPath === null) return null;
  return {
    rule: "remove-use-user-info",
    severity: "info",
    certainty: "inferred",
    title: "The ID token has the claims already.",
    detail: "Without UseUserInfo Jamf Connect reads the account from the ID token alone.",
    where: { domain: useUserInfo.domain, keyPath: useUserInfo.keyPath },
    fix: {
      label: "Remove UseUserInfo",
      patch: {
        op: "remove",
        payload: { domain: useUserInfo.domain },
        path: useUserInfo.keyPath.split("."),
      },
    },
  };
}
