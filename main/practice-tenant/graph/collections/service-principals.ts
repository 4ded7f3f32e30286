import { randomUUID } from "node:crypto";
import { findApplication } from "../../sign-in/find-client.ts";
import { applicationSchema, type TenantApplication } from "../../tenant/application.ts";
import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";
import { badRequest, notFound, problem } from "../graph-answer.ts";
import { applicationOfPrincipal, microsoftPrincipals } from "../service-principal-ids.ts";
import { replaceApplication } from "./applications.ts";

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export const servicePrincipals: Collection = {
  path: "servicePrincipals",
  alternateKey: "appId",
  permissions: {
    read: ["Application.Read.All", "Directory.Read.All"],
    write: ["Application.ReadWrite.All", "CustomSecAttributeAssignment.ReadWrite.All"],
  },
  list: (practice, _version, { allowed }) => {
    const seesAttributes = allowed([
      "CustomSecAttributeAssignment.Read.All",
      "CustomSecAttributeAssignment.ReadWrite.All",
    ]);
    const own = practice.tenant().applications.flatMap(shown);
    return [
      ...own.map((each) => (seesAttributes ? each : { ...each, customSecurityAttributes: null })),
      ...microsoftPrincipals,
    ];
  },
  create: (practice, body) => {
    const app = findApplication(String(body["appId"] ?? ""), practice.tenant());
    if (app === null) return notFound(String(body["appId"] ?? ""));
    if (app.servicePrincipal !== null) {
      return problem(409, "Request_MultipleObjectsWithSameKeyValue", "The service principal already exists.");
    }
    const read = applicationSchema.safeParse({
      ...app,
      servicePrincipal: { ...described(body), id: randomUUID() },
    });
    if (!read.success) return badRequest("The service principal is not valid.");
    replaceApplication(practice, read.data);
    return shown(read.data)[0] ?? {};
  },
  change: (practice, id, body) => {
    const app = applicationOfPrincipal(id, practice.tenant());
    if (app?.servicePrincipal == null) return notFound(id);
    const required = body["appRoleAssignmentRequired"];
    const read = applicationSchema.safeParse({
      ...app,
      servicePrincipal: {
        ...app.servicePrincipal,
        ...described(body),
        ...(required === undefined ? {} : { appRoleAssignmentRequired: required }),
        customSecurityAttributes: merged(
          app.servicePrincipal.customSecurityAttributes,
          body["customSecurityAttributes"],
        ),
      },
    });
    return read.success
      ? replaceApplication(practice, read.data)
      : badRequest("The service principal is not valid.");
  },
  remove: (practice, id) => {
    const tenant = practice.tenant();
    const app = applicationOfPrincipal(id, tenant);
    if (app === null) return badRequest("Service principals of Microsoft cannot be deleted.");
    // What was granted to it and on it goes with it.
    const applications = tenant.applications.map((each) =>
      each.appId === app.appId
        ? { ...each, servicePrincipal: null, grants: [] }
        : { ...each, grants: each.grants.filter((grant) => grant.resourceAppId !== app.appId) },
    );
    practice.replaceTenant({ ...tenant, applications });
    return null;
  },
};

/** What a body says about the object in words for administrators. */
function described({ notes, tags }: GraphObject): GraphObject {
  return { ...(notes === undefined ? {} : { notes }), ...(tags === undefined ? {} : { tags }) };
}

function shown(app: TenantApplication): readonly GraphObject[] {
  const { servicePrincipal } = app;
  if (servicePrincipal === null) return [];
  return [
    {
      id: servicePrincipal.id,
      appId: app.appId,
      displayName: app.displayName,
      notes: servicePrincipal.notes,
      tags: servicePrincipal.tags,
      accountEnabled: true,
      appRoleAssignmentRequired: servicePrincipal.appRoleAssignmentRequired,
      servicePrincipalNames: [...app.identifierUris, app.appId],
      servicePrincipalType: "Application",
      appRoles: app.appRoles,
      oauth2PermissionScopes: app.api.oauth2PermissionScopes,
      // Graph shows the same nothing to who may not see them.
      customSecurityAttributes:
        Object.keys(servicePrincipal.customSecurityAttributes).length === 0
          ? null
          : servicePrincipal.customSecurityAttributes,
    },
  ];
}

type Attributes = NonNullable<TenantApplication["servicePrincipal"]>["customSecurityAttributes"];

/** Sets and attributes that are sent replace the old ones, `null` takes an attribute away; `@odata.type` is no attribute. */
function merged(old: Attributes, sent: unknown): Record<string, Record<string, unknown>> {
  const result: Record<string, Record<string, unknown>> = { ...old };
  if (typeof sent !== "object" || sent === null) return result;
  for (const [set, attributes] of Object.entries(sent)) {
    const given = Object.entries(typeof attributes === "object" && attributes !== null ? attributes : {});
    const all = { ...result[set], ...Object.fromEntries(given.filter(([name]) => !name.includes("@"))) };
    result[set] = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
  }
  return result;
}
