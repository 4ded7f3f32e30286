import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";

/**
 * Groups and directory-wide roles of somebody. Of what a caller may not read Graph shows type and id only.
 * https://learn.microsoft.com/graph/api/user-list-transitivememberof
 */
export const memberships: Collection = {
  path: "users/{id}/transitiveMemberOf",
  permissions: {
    read: ["User.Read.All", "GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"],
    write: [],
  },
  list: (practice, _version, { id, allowed }) => {
    const { users, groups } = practice.tenant();
    const wanted = id.toLowerCase();
    const user = users.find((each) =>
      [each.id, each.userPrincipalName].some((name) => name.toLowerCase() === wanted),
    );
    if (user === undefined) return null;
    const seesGroups = allowed(["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"]);
    const seesRoles = allowed(["RoleManagement.Read.Directory", "Directory.Read.All"]);
    return [
      ...user.groups.map((group) => {
        const name = groups.find((each) => each.id === group)?.displayName ?? null;
        return shown("group", group, { displayName: name, securityEnabled: true }, seesGroups);
      }),
      ...user.roles.map((role) =>
        shown("directoryRole", activatedRole(role), { roleTemplateId: role }, seesRoles),
      ),
    ];
  },
};

function shown(type: string, id: string, members: GraphObject, isSeen: boolean): GraphObject {
  const nothing = Object.fromEntries(Object.keys(members).map((name) => [name, null]));
  return { "@odata.type": `#microsoft.graph.${type}`, id, ...(isSeen ? members : nothing) };
}

/** A role has an id of its own in each tenant, which no policy names. */
function activatedRole(templateId: string): string {
  return `1a7c4e00${templateId.slice(8)}`;
}
