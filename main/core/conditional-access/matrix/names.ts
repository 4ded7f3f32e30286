import type { TenantObject, TenantObjectKind } from "../read/tenant-objects.ts";
import type { NamedLocation } from "../sign-in/sign-in-context.ts";
import { RESOURCE_NAMES } from "../sign-in/well-known.ts";

/** An id with the name of what it stands for; null where nobody gave one. */
export type NamedId = { readonly kind: TenantObjectKind; readonly id: string; readonly name: string | null };

/** Looks a name up. */
export type Namer = (kind: TenantObjectKind, id: string) => NamedId;

/**
 * Template ids of built-in roles that policies name most.
 * Source: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const ROLES: ReadonlyMap<string, string> = new Map([
  ["62e90394-69f5-4237-9190-012177145e10", "Global Administrator"],
  ["f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"],
  ["e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"],
  ["7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator"],
  ["194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator"],
  ["b1be1c3e-b65d-4f19-8427-f6fa0d97feb9", "Conditional Access Administrator"],
  ["c4e39bd9-1100-46d3-8c65-fb160da0071f", "Authentication Administrator"],
  ["9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"],
  ["158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator"],
  ["29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator"],
  ["f28a1f50-f6e7-4571-818b-6a12f2af6b6c", "SharePoint Administrator"],
  ["3a2c62db-5318-420d-8d74-23affee5d9d5", "Intune Administrator"],
  ["729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"],
  ["966707d0-3269-4727-9be2-8c3a10f19b9d", "Password Administrator"],
  ["fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"],
  ["b0f54661-2d74-4c50-afa3-1ec803f12efe", "Billing Administrator"],
]);

/** Names from what lies beside the policies, and from what everybody knows. */
export function createNamer(objects: readonly TenantObject[], places: readonly NamedLocation[]): Namer {
  const known = new Map(objects.map(({ kind, id, displayName }) => [`${kind} ${id}`, displayName]));
  for (const { id, displayName } of places)
    if (displayName !== null) known.set(`location ${id}`, displayName);
  for (const [id, name] of ROLES) if (!known.has(`role ${id}`)) known.set(`role ${id}`, name);
  for (const [id, name] of RESOURCE_NAMES)
    if (!known.has(`application ${id}`)) known.set(`application ${id}`, name);
  return (kind, id) => ({ kind, id, name: known.get(`${kind} ${id.toLowerCase()}`) ?? null });
}
