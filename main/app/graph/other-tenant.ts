import type { Finding } from "../../core/finding.ts";
import { isGuid } from "../../core/guid.ts";

/**
 * Policies of another tenant decide about nothing in this profile. A domain says nothing about an id.
 *
 * @param ofProfile the tenant as the profile names it, by id or domain; null where it names none
 */
export function policiesOfOtherTenant(ofProfile: string | null, tenantId: string): readonly Finding[] {
  if (ofProfile === null || !isGuid(ofProfile) || ofProfile.toLowerCase() === tenantId.toLowerCase())
    return [];
  return [
    {
      rule: "policies-of-other-tenant",
      severity: "error",
      certainty: "documented",
      title: "These are the policies of another tenant than the profile's.",
      detail: `You signed in to ${tenantId}, and the profile signs people in to ${ofProfile}. Nothing here decides about its sign-ins.`,
      where: {},
    },
  ];
}
