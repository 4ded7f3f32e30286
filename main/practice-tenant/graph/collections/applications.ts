import { randomUUID } from "node:crypto";
import type { Practice } from "../../server/practice.ts";
import { applicationSchema, type TenantApplication } from "../../tenant/application.ts";
import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";
import { badRequest, type GraphProblem } from "../graph-answer.ts";

/** Members of `application` that a script may set; the rest of a body is taken and forgotten. */
const settable = [
  "displayName",
  "notes",
  "tags",
  "identifierUris",
  "isFallbackPublicClient",
  "publicClient",
  "web",
  "spa",
  "api",
  "requiredResourceAccess",
  "appRoles",
  "groupMembershipClaims",
] as const;

/** https://learn.microsoft.com/graph/api/resources/application */
export const applications: Collection = {
  path: "applications",
  alternateKey: "appId",
  permissions: { read: ["Application.Read.All", "Directory.Read.All"], write: ["Application.ReadWrite.All"] },
  list: (practice) => practice.tenant().applications.map(shown),
  create: (practice, body) => {
    // Unlike the portal, Graph makes no service principal with it.
    const ids = { appId: randomUUID(), id: randomUUID(), servicePrincipal: null };
    const read = applicationSchema.safeParse({ ...settings(body), ...ids });
    if (!read.success) return badRequest("The application is not valid.");
    const tenant = practice.tenant();
    practice.replaceTenant({ ...tenant, applications: [...tenant.applications, read.data] });
    return shown(read.data);
  },
  change: (practice, id, body) => {
    const old = practice.tenant().applications.find((app) => app.id === id);
    const read = applicationSchema.safeParse({ ...old, ...settings(body) });
    return read.success
      ? replaceApplication(practice, read.data)
      : badRequest("The application is not valid.");
  },
  remove: (practice, id) => {
    const tenant = practice.tenant();
    practice.replaceTenant({ ...tenant, applications: tenant.applications.filter((app) => app.id !== id) });
    return null;
  },
};

/** Puts a changed registration in the place of the one with the same app id. */
export function replaceApplication(practice: Practice, changed: TenantApplication): GraphProblem | null {
  const tenant = practice.tenant();
  practice.replaceTenant({
    ...tenant,
    applications: tenant.applications.map((app) => (app.appId === changed.appId ? changed : app)),
  });
  return null;
}

function settings(body: GraphObject): GraphObject {
  const given = settable.filter((name) => body[name] !== undefined && body[name] !== null);
  return Object.fromEntries(given.map((name) => [name, ofPlatform(name, body[name])]));
}

/** A platform of a real body has more members than redirect URIs. */
function ofPlatform(name: string, value: unknown): unknown {
  if (name === "api" && typeof value === "object" && value !== null) {
    const kept = ["requestedAccessTokenVersion", "oauth2PermissionScopes"];
    return Object.fromEntries(Object.entries(value).filter(([member]) => kept.includes(member)));
  }
  const platform = name === "publicClient" || name === "web" || name === "spa";
  if (!platform || typeof value !== "object" || value === null) return value;
  return { redirectUris: "redirectUris" in value ? value.redirectUris : [] };
}

/** Without secrets and without what belongs to the service principal. */
function shown(app: TenantApplication): GraphObject {
  const { servicePrincipal: _, grants: __, secrets, ...rest } = app;
  const passwordCredentials = secrets.map((_secret, index) => ({
    displayName: `Secret ${index + 1}`,
    hint: "***",
  }));
  return { ...rest, signInAudience: "AzureADMyOrg", passwordCredentials };
}
