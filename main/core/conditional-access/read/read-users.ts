import type { GuestSelector, PolicyConditions, UserSet } from "../policy.ts";
import { flagsOf, idsOf, isEmpty, isGuid, type Members, membersOf, textOf, textsOf } from "./members.ts";
import type { Notes } from "./notes.ts";

const KNOWN = new Set(
  ["users", "groups", "roles", "guestsorexternalusers"].flatMap((name) => [
    `include${name}`,
    `exclude${name}`,
  ]),
);

/** Reads `conditions.users`. */
export function readUsers(value: unknown, notes: Notes): PolicyConditions["users"] {
  if (isEmpty(value)) return null;
  const members = notes.object(value, "conditions.users");
  if (members === null) return null;
  notes.unknownMembers(members, KNOWN, "conditions.users");
  return { include: readUserSet(members, "include", notes), exclude: readUserSet(members, "exclude", notes) };
}

function readUserSet(members: Members, side: "include" | "exclude", notes: Notes): UserSet {
  const users = textsOf(members.get(`${side}users`));
  const keywords = new Set(users.map((user) => user.toLowerCase()));
  const named = users.filter((user) => !/^(all|none|guestsorexternalusers)$/iu.test(user));
  const groups = textsOf(members.get(`${side}groups`));
  const roles = textsOf(members.get(`${side}roles`));
  for (const id of [...named, ...groups, ...roles]) if (!isGuid(id)) notes.unresolved(id);
  return {
    everyone: keywords.has("all"),
    allGuests: keywords.has("guestsorexternalusers"),
    users: idsOf(named),
    groups: idsOf(groups),
    roles: idsOf(roles),
    guests: readGuests(members.get(`${side}guestsorexternalusers`), notes),
  };
}

function readGuests(value: unknown, notes: Notes): GuestSelector | null {
  if (isEmpty(value)) return null;
  const members = notes.object(value, "conditions.users guests");
  if (members === null) return null;
  const tenants = membersOf(members.get("externaltenants"));
  const enumerated = textOf(tenants?.get("membershipkind"))?.toLowerCase() === "enumerated";
  return {
    kinds: new Set(flagsOf(members.get("guestorexternalusertypes")).map((kind) => kind.toLowerCase())),
    tenants: enumerated ? idsOf(textsOf(tenants?.get("members"))).keys : "all",
  };
}
