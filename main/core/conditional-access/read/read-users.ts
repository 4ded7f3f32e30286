import { isGuid } from "../../guid.ts";
import type { GuestSelector, UserConditions, UserSet } from "../policy.ts";
import { flagsOf, idsOf, isEmpty, type Members, membersOf, textOf, textsOf } from "./members.ts";
import { type Notes, unknownMembers } from "./notes.ts";

const KNOWN = new Set(
  ["users", "groups", "roles", "guestsorexternalusers"].flatMap((name) => [
    `include${name}`,
    `exclude${name}`,
  ]),
);
const NOBODY: UserSet = {
  everyone: false,
  allGuests: false,
  users: idsOf([]),
  groups: idsOf([]),
  roles: idsOf([]),
  guests: null,
};

/** Reads `conditions.users`. */
export function readUsers(value: unknown, notes: Notes): UserConditions | null {
  if (isEmpty(value)) return null;
  const path = "conditions.users";
  const members = notes.object(value, path);
  if (members === null) return { include: NOBODY, exclude: NOBODY, unknown: [path] };
  return {
    include: readUserSet(members, "include", notes),
    exclude: readUserSet(members, "exclude", notes),
    unknown: unknownMembers(members, KNOWN, path),
  };
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
    guests: readGuests(members.get(`${side}guestsorexternalusers`)),
  };
}

function readGuests(value: unknown): GuestSelector | null {
  if (isEmpty(value)) return null;
  const members = membersOf(value);
  const tenants = membersOf(members?.get("externaltenants"));
  const enumerated = textOf(tenants?.get("membershipkind"))?.toLowerCase() === "enumerated";
  // Without its parts (a cut-off export) nobody knows which guests are meant, so all kinds are.
  const kinds = flagsOf(members?.get("guestorexternalusertypes")).map((kind) => kind.toLowerCase());
  return {
    kinds: new Set(kinds.length === 0 ? ALL_KINDS : kinds),
    tenants: enumerated ? idsOf(textsOf(tenants?.get("members"))).keys : "all",
  };
}

const ALL_KINDS = [
  "internalguest",
  "b2bcollaborationguest",
  "b2bcollaborationmember",
  "b2bdirectconnectuser",
  "otherexternaluser",
  "serviceprovider",
];
