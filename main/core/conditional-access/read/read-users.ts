import { isGuid } from "../../guid.ts";
import type { GuestSelector, UserConditions, UserSet } from "../policy.ts";
import { flagsOf, idsOf, isEmpty, type Members, membersOf, textOf, textsOf } from "./members.ts";
import { type Notes, unknownMembers } from "./notes.ts";
import { NO_WORD, USER_WORD } from "./words.ts";

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

/** Reads `conditions.users`. Lists that the export lost are named in `unknown`. */
export function readUsers(value: unknown, notes: Notes): UserConditions | null {
  if (isEmpty(value)) return null;
  const path = "conditions.users";
  const members = notes.object(value, path);
  if (members === null) return { include: NOBODY, exclude: NOBODY, unknown: [path] };
  const lost: string[] = [];
  const include = readUserSet(members, "include", notes, lost);
  const exclude = readUserSet(members, "exclude", notes, lost);
  return { include, exclude, unknown: [...lost, ...unknownMembers(members, KNOWN, path)] };
}

function readUserSet(members: Members, side: "include" | "exclude", notes: Notes, lost: string[]): UserSet {
  const list = (what: "Users" | "Groups" | "Roles"): readonly string[] => {
    const path = `conditions.users.${side}${what}`;
    const word = what === "Users" ? USER_WORD : NO_WORD;
    const read = notes.list(members.get(`${side}${what}`.toLowerCase()), path, word);
    if (read.isLost) lost.push(path);
    return read.texts;
  };
  const users = list("Users");
  const keywords = new Set(users.map((user) => user.toLowerCase()));
  const named = users.filter((user) => !USER_WORD.test(user));
  const [groups, roles] = [list("Groups"), list("Roles")];
  for (const id of [...named, ...groups, ...roles]) if (!isGuid(id)) notes.unresolved(id);
  return {
    everyone: keywords.has("all"),
    allGuests: keywords.has("guestsorexternalusers"),
    users: idsOf(named),
    groups: idsOf(groups),
    roles: idsOf(roles),
    guests: readGuests(members.get(`${side}guestsorexternalusers`), side, notes),
  };
}

/** Kinds of guests; what the export lost leaves open which are meant, and never reaches a member. */
function readGuests(value: unknown, side: string, notes: Notes): GuestSelector | null {
  if (isEmpty(value)) return null;
  const path = `conditions.users.${side}GuestsOrExternalUsers`;
  const members = notes.object(value, path);
  if (members === null) return { kinds: null, tenants: "all" };
  const types = members.get("guestorexternalusertypes");
  const kinds = flagsOf(types).map((kind) => kind.toLowerCase());
  if (kinds.length === 0 && !isEmpty(types)) notes.lost(types, `${path}.guestOrExternalUserTypes`);
  return {
    kinds: kinds.length === 0 ? null : new Set(kinds),
    tenants: readTenants(members.get("externaltenants"), path, notes),
  };
}

function readTenants(value: unknown, path: string, notes: Notes): GuestSelector["tenants"] {
  if (isEmpty(value)) return "all";
  const tenants = membersOf(value);
  if (tenants === null) {
    notes.lost(value, `${path}.externalTenants`);
    return null;
  }
  const kind = textOf(tenants.get("membershipkind"))?.toLowerCase() ?? textOf(tenants.get("@odata.type"));
  const listed = textsOf(tenants.get("members"));
  if (listed.length > 0 || kind === "enumerated") return idsOf(listed).keys;
  if (kind !== null && /all(?:externaltenants)?$/iu.test(kind)) return "all";
  // Which tenants are meant is lost: to take all of them would let an exclusion reach too far.
  notes.lost(tenants.get("members") ?? null, `${path}.externalTenants.members`);
  return null;
}
