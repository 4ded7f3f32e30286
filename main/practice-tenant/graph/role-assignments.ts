import type { Practice } from "../server/practice.ts";
import type { GraphObject } from "./filter.ts";
import { badRequest, type GraphProblem, notFound } from "./graph-answer.ts";
import { applicationOfPrincipal } from "./service-principal-ids.ts";

/** Assignment without a role, for apps that have none. */
const DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

/** Who has which app role of a service principal (https://learn.microsoft.com/graph/api/resources/approleassignment). */
export function roleAssignments(practice: Practice, principalId: string): readonly GraphObject[] {
  const tenant = practice.tenant();
  const app = applicationOfPrincipal(principalId, tenant);
  if (app === null) return [];
  return tenant.users.flatMap((user) =>
    user.appRoles
      .filter((role) => role.appId === app.appId)
      .map((role) => ({
        id: Buffer.from(`${user.id}|${principalId}|${role.value}`).toString("base64url"),
        appRoleId: app.appRoles.find((known) => known.value === role.value)?.id ?? DEFAULT_ROLE,
        principalId: user.id,
        principalDisplayName: user.displayName,
        principalType: "User",
        resourceId: principalId,
        resourceDisplayName: app.displayName,
      })),
  );
}

/** Gives an app role to a person, or to everybody who is in a group now. */
export function assignRole(
  practice: Practice,
  resourceId: string,
  body: GraphObject,
): GraphObject | GraphProblem {
  const tenant = practice.tenant();
  const app = applicationOfPrincipal(resourceId, tenant);
  if (app === null) return notFound(resourceId);
  const { principalId, appRoleId = DEFAULT_ROLE } = body;
  const role = app.appRoles.find((known) => known.id === appRoleId);
  if (role === undefined && appRoleId !== DEFAULT_ROLE)
    return badRequest("Permission being assigned was not found on application.");
  if (typeof principalId !== "string") return badRequest("principalId is required.");
  const value = role?.value ?? "";
  const meant = tenant.users.filter((user) => user.id === principalId || user.groups.includes(principalId));
  if (meant.length === 0) return notFound(principalId);
  practice.replaceTenant({
    ...tenant,
    users: tenant.users.map((user) =>
      meant.includes(user) ? { ...user, appRoles: [...user.appRoles, { appId: app.appId, value }] } : user,
    ),
  });
  const id = Buffer.from(`${principalId}|${resourceId}|${value}`).toString("base64url");
  return { id, appRoleId, principalId, resourceId };
}
