import type { ConditionalAccessPolicy, Ids } from "../policy.ts";
import type { NamedId, Namer } from "./names.ts";

/** What the policies name of a tenant: the choices that can decide something. */
export type Mentioned = {
  readonly users: readonly NamedId[];
  readonly groups: readonly NamedId[];
  readonly roles: readonly NamedId[];
  readonly locations: readonly NamedId[];
};

const NOT_A_PLACE = new Set(["all", "alltrusted"]);
const NOT_A_PERSON = new Set(["all", "none", "guestsorexternalusers"]);

/** Users, groups, roles and places of policies that are not turned off, each once, by name. */
export function mentionedIn(policies: readonly ConditionalAccessPolicy[], namer: Namer): Mentioned {
  const found = {
    user: new Map<string, NamedId>(),
    group: new Map<string, NamedId>(),
    role: new Map<string, NamedId>(),
    location: new Map<string, NamedId>(),
  };
  const add = (kind: keyof typeof found, { written }: Ids): void => {
    for (const id of written) {
      const key = id.toLowerCase();
      if (NOT_A_PLACE.has(key) || NOT_A_PERSON.has(key)) continue;
      if (!found[kind].has(key)) found[kind].set(key, namer(kind, id));
    }
  };
  for (const { state, conditions } of policies) {
    if (state === "disabled") continue;
    for (const set of [conditions.users?.include, conditions.users?.exclude]) {
      if (set === undefined) continue;
      add("user", set.users);
      add("group", set.groups);
      add("role", set.roles);
    }
    if (conditions.locations === null) continue;
    add("location", conditions.locations.include);
    add("location", conditions.locations.exclude);
  }
  return {
    users: byName(found.user),
    groups: byName(found.group),
    roles: byName(found.role),
    locations: byName(found.location),
  };
}

function byName(ids: ReadonlyMap<string, NamedId>): readonly NamedId[] {
  const key = ({ name, id }: NamedId): string => (name ?? id).toLowerCase();
  // What has a name comes first: an id says nothing to anybody.
  const rank = (each: NamedId): string => `${each.name === null ? 1 : 0}${key(each)}`;
  return [...ids.values()].toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
