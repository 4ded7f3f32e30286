import type { JamfProDelivered, JamfProPlan, JamfProProfiles } from "../../../preload/contract.ts";
import type { Finding } from "../../core/finding.ts";
import type { StoredProfile, StoredScope } from "../../core/jamf-pro/classic-profile.ts";
import type { Delivered } from "./deliver.ts";
import type { JamfConnectProfiles } from "./list-profiles.ts";
import type { DeliveryPlan } from "./plan-delivery.ts";

/** What a page shows of the profiles on a server: no value of theirs. */
export function profilesView(list: JamfConnectProfiles, openName: string | null): JamfProProfiles {
  const { conflicts, looked, all, unread } = list;
  const profiles = list.profiles.map(({ stored, domains }) => ({
    id: stored.id,
    name: stored.name,
    domains,
    category: namedCategory(stored),
    site: stored.site === null || stored.site.id === "-1" ? null : stored.site.name,
    scope: scopeText(stored.scope),
    isNamesake: stored.name === openName,
  }));
  return { profiles, conflicts, looked, all, unread };
}

export function planView(plan: DeliveryPlan, lockOut: readonly Finding[]): JamfProPlan {
  const { action, stored, delivery, changes, standing, equal, unfaithful } = plan;
  return {
    action,
    id: stored?.id ?? null,
    name: stored?.name ?? delivery.name,
    changes,
    equal,
    standing: standing.length,
    warnings: unfaithful.map(({ keyPath, becomes, defect }) => ({ keyPath, becomes, defect })),
    lockOut,
    scope: stored === null ? null : scopeText(stored.scope),
  };
}

export function deliveredView(delivered: Delivered): JamfProDelivered {
  const { action, id, name, differences, equal, restored, stored, steps, before } = delivered;
  return {
    action,
    id,
    name,
    differences,
    equal,
    restored,
    uuid: stored.uuid,
    scope: scopeText(stored.scope),
    category: namedCategory(stored),
    steps,
    canRestore: before !== null && restored === null && action === "updated",
  };
}

function namedCategory({ category }: StoredProfile): string | null {
  return category === null || category.id === "-1" ? null : category.name;
}

/** Who has a profile, in words. */
function scopeText({ allComputers, targets, exclusions }: StoredScope): string {
  const without = exclusions === 0 ? "" : `, ${exclusions} ${exclusions === 1 ? "exclusion" : "exclusions"}`;
  if (allComputers) return `all Macs${without}`;
  return targets === 0 ? "nobody" : `${targets} ${targets === 1 ? "target" : "targets"}${without}`;
}
