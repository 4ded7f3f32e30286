import { MICROSOFT_GRAPH, WINDOWS_AZURE_ACTIVE_DIRECTORY } from "../sign-in/well-known.ts";
import type { TenantApplication } from "../tenant/application.ts";
import type { Tenant } from "../tenant/schema.ts";

/** Service principals of Microsoft that every tenant has, by object id. */
export const microsoftPrincipals = [
  { id: "1a7c4e00-0000-4000-8000-00000000d003", appId: MICROSOFT_GRAPH, displayName: "Microsoft Graph" },
  {
    id: "1a7c4e00-0000-4000-8000-00000000d002",
    appId: WINDOWS_AZURE_ACTIVE_DIRECTORY,
    displayName: "Windows Azure Active Directory",
  },
] as const;

/** App id of the service principal with this object id, or null. */
export function appIdOfPrincipal(id: string, tenant: Tenant): string | null {
  const own = applicationOfPrincipal(id, tenant)?.appId;
  return own ?? microsoftPrincipals.find((principal) => principal.id === id)?.appId ?? null;
}

/** Object id of the service principal of this app, or null where it has none. */
export function principalOfApp(appId: string, tenant: Tenant): string | null {
  const own = tenant.applications.find((app) => app.appId === appId)?.servicePrincipal?.id;
  return own ?? microsoftPrincipals.find((principal) => principal.appId === appId)?.id ?? null;
}

/** The tenant's own app whose service principal has this object id. */
export function applicationOfPrincipal(id: string, tenant: Tenant): TenantApplication | null {
  return tenant.applications.find((app) => app.servicePrincipal?.id === id) ?? null;
}
