import type { TenantUser } from "../../tenant/user.ts";
import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";

const directory = ["Directory.Read.All"] as const;

/** What Graph shows of a user: no password, no method, no switch of the practice tenant. */
export function shownUser(user: TenantUser): GraphObject {
  return {
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    displayName: user.displayName,
    givenName: user.givenName ?? null,
    surname: user.surname ?? null,
    mail: user.mail ?? null,
    userType: user.userType,
    creationType: user.userPrincipalName.includes("#EXT#") ? "Invitation" : null,
    accountEnabled: user.accountEnabled,
  };
}

/** https://learn.microsoft.com/graph/api/user-list */
export const users: Collection = {
  path: "users",
  alternateKey: "userPrincipalName",
  permissions: { read: ["User.Read.All", "User.ReadBasic.All", ...directory], write: [] },
  list: (practice) => practice.tenant().users.map(shownUser),
};

/** https://learn.microsoft.com/graph/api/group-list */
export const groups: Collection = {
  path: "groups",
  permissions: { read: ["Group.Read.All", "GroupMember.Read.All", ...directory], write: [] },
  list: (practice) => practice.tenant().groups,
};

/** https://learn.microsoft.com/graph/api/organization-list */
export const organization: Collection = {
  path: "organization",
  permissions: { read: ["User.Read", "Organization.Read.All", ...directory], write: [] },
  list: (practice) => {
    const { id, displayName, domain } = practice.tenant();
    return [{ id, displayName, verifiedDomains: [{ name: domain, isDefault: true, isInitial: true }] }];
  },
};
