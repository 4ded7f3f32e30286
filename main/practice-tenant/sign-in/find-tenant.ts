import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";

/** How a request named its tenant: by id or domain (`tenant`), or by one of the shared names. */
export type TenantPath = "tenant" | "common" | "organizations" | "consumers";

/** Resolves the first path segment; anything that is neither this tenant nor a shared name is AADSTS90002. */
export function findTenant(segment: string, tenant: Tenant): TenantPath | EntraFailure {
  const name = segment.toLowerCase();
  if (name === tenant.id.toLowerCase() || name === tenant.domain.toLowerCase()) return "tenant";
  if (name === "common" || name === "organizations" || name === "consumers") return name;
  return refuse(90002, { tenant: segment });
}
