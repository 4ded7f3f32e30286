import { isGuid } from "../../core/guid.ts";
import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { TenantApplication } from "../tenant/application.ts";
import type { Tenant } from "../tenant/schema.ts";

/** The client of a request: the app it stands for, and the id it used. */
export type Client = {
  readonly clientId: string;
  readonly app: TenantApplication;
  /** True where the practice tenant stands in for an app that it does not know. */
  readonly adopted: boolean;
};

/**
 * Finds the client by its id: registered, adopted, or AADSTS700016. Every id that Entra gives is a GUID, so what is none
 * is a sample's id that nobody replaced, and no tenant could know it.
 */
export function findClient(clientId: string, tenant: Tenant): Client | EntraFailure {
  const app = findApplication(clientId, tenant);
  if (app !== null && app.servicePrincipal !== null) return { clientId: app.appId, app, adopted: false };
  const stand = findApplication(tenant.practice.loginClient, tenant);
  const isUnknown = app === null && isGuid(clientId);
  if (tenant.practice.unknownApps === "adopt" && isUnknown && stand !== null)
    return { clientId, app: stand, adopted: true };
  return refuse(700016, { app: clientId, tenantName: tenant.displayName });
}

/** The registration with this app id, or null. */
export function findApplication(appId: string | null, tenant: Tenant): TenantApplication | null {
  const wanted = appId?.toLowerCase();
  return tenant.applications.find((app) => app.appId.toLowerCase() === wanted) ?? null;
}
