import type { Practice } from "../../server/practice.ts";
import type { TenantApplication } from "../../tenant/application.ts";
import type { Tenant } from "../../tenant/schema.ts";
import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";
import { badRequest, notFound, problem } from "../graph-answer.ts";
import { appIdOfPrincipal, applicationOfPrincipal, principalOfApp } from "../service-principal-ids.ts";
import { replaceApplication } from "./applications.ts";

type Grant = TenantApplication["grants"][number];

/** https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export const permissionGrants: Collection = {
  path: "oauth2PermissionGrants",
  permissions: {
    read: ["Directory.Read.All", "Application.Read.All"],
    write: ["DelegatedPermissionGrant.ReadWrite.All"],
  },
  list: (practice) =>
    allGrants(practice.tenant()).map(({ app, grant }) => shown(app, grant, practice.tenant())),
  create: (practice, body) => {
    const tenant = practice.tenant();
    const app = applicationOfPrincipal(String(body["clientId"]), tenant);
    const resourceAppId = appIdOfPrincipal(String(body["resourceId"]), tenant);
    if (app === null) return notFound(String(body["clientId"]));
    if (resourceAppId === null) return notFound(String(body["resourceId"]));
    const forOne = body["consentType"] === "Principal";
    const principalId = body["principalId"];
    if (forOne && typeof principalId !== "string") return badRequest("principalId is required.");
    const grant: Grant = {
      resourceAppId,
      scope: String(body["scope"] ?? "").trim(),
      consentType: forOne ? "Principal" : "AllPrincipals",
      ...(forOne && typeof principalId === "string" ? { principalId } : {}),
    };
    if (app.grants.some((known) => idOf(app, known, tenant) === idOf(app, grant, tenant))) {
      return problem(409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.");
    }
    replaceApplication(practice, { ...app, grants: [...app.grants, grant] });
    return shown(app, grant, tenant);
  },
  change: (practice, id, body) =>
    change(practice, id, (grant) => [{ ...grant, scope: String(body["scope"] ?? grant.scope).trim() }]),
  remove: (practice, id) => change(practice, id, () => []),
};

function change(practice: Practice, id: string, how: (grant: Grant) => Grant[]): null {
  const tenant = practice.tenant();
  for (const app of tenant.applications) {
    if (!app.grants.some((grant) => idOf(app, grant, tenant) === id)) continue;
    const grants = app.grants.flatMap((grant) => (idOf(app, grant, tenant) === id ? how(grant) : [grant]));
    replaceApplication(practice, { ...app, grants });
  }
  return null;
}

/** Delegated grants whose two service principals exist. */
function allGrants(tenant: Tenant): readonly { readonly app: TenantApplication; readonly grant: Grant }[] {
  return tenant.applications.flatMap((app) =>
    app.servicePrincipal === null
      ? []
      : app.grants
          .filter(
            (grant) =>
              grant.consentType !== "Application" && principalOfApp(grant.resourceAppId, tenant) !== null,
          )
          .map((grant) => ({ app, grant })),
  );
}

function shown(app: TenantApplication, grant: Grant, tenant: Tenant): GraphObject {
  return {
    id: idOf(app, grant, tenant),
    clientId: app.servicePrincipal?.id ?? "",
    consentType: grant.consentType,
    principalId: grant.principalId ?? null,
    resourceId: principalOfApp(grant.resourceAppId, tenant),
    scope: grant.scope,
  };
}

/** Graph's ids are opaque; client, resource and person make one that stays the same. */
function idOf(app: TenantApplication, grant: Grant, tenant: Tenant): string {
  const parts = [
    app.servicePrincipal?.id,
    principalOfApp(grant.resourceAppId, tenant),
    grant.principalId ?? "all",
  ];
  return Buffer.from(parts.join("|")).toString("base64url");
}
