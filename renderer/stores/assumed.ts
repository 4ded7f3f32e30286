import type { Assumed, NotIn, PersonView } from "../../preload/contract.ts";

/** Lists of ids that a person can be said to be in, or not. */
export type AssumedList = "groups" | "roles" | "locations";
export type Decision = "yes" | "no" | "open";

/** Whom the sign-ins are asked about, before any group is. */
export type Person = "anyone" | "staff" | "administrator" | "guest" | "named";

/** Global Administrator: the role that policies for administrators name first. */
export const globalAdministrator = "62e90394-69f5-4237-9190-012177145e10";

const members = { groups: "groups", roles: "roles", locations: "namedLocations" } as const;

/** What is assumed of one id. */
export function decisionOf(assumed: Assumed, list: AssumedList, id: string): Decision {
  const given = assumed[members[list]] ?? [];
  const key = id.toLowerCase();
  if (given.some((each) => each.toLowerCase() === key)) return "yes";
  const out = assumed.notIn?.[list];
  if (out === undefined) return assumed[members[list]] === undefined ? "open" : "no";
  return out === "all" || out.some((each) => each.toLowerCase() === key) ? "no" : "open";
}

/** The same with one id decided, or open again; what is said of others stays. */
export function decide(assumed: Assumed, list: AssumedList, id: string, decision: Decision): Assumed {
  const without = (ids: readonly string[]) => ids.filter((each) => each.toLowerCase() !== id.toLowerCase());
  const given = without(assumed[members[list]] ?? []);
  const out = assumed.notIn?.[list];
  const listed = out === "all" || out === undefined ? [] : without(out);
  const isClosed = out === "all" && decision !== "open";
  const next: NotIn = isClosed ? "all" : decision === "no" ? [...listed, id] : listed;
  return withLists(assumed, list, decision === "yes" ? [...given, id] : given, next);
}

/** True where the sign-in is in no others than those that are given. */
export function isClosed(assumed: Assumed, list: AssumedList): boolean {
  return assumed.notIn?.[list] === "all";
}

/** Says that there are no others, or leaves them open again. */
export function close(assumed: Assumed, list: AssumedList, closed: boolean): Assumed {
  return withLists(assumed, list, assumed[members[list]] ?? [], closed ? "all" : []);
}

function withLists(assumed: Assumed, list: AssumedList, given: readonly string[], out: NotIn): Assumed {
  const { [members[list]]: _given, notIn = {}, ...rest } = assumed;
  const { [list]: _out, ...others } = notIn;
  const isNothing = given.length === 0 && out !== "all" && out.length === 0;
  const lists = isNothing ? others : { ...others, [list]: out };
  return {
    ...rest,
    ...(isNothing || given.length === 0 ? {} : { [members[list]]: given }),
    ...(Object.keys(lists).length === 0 ? {} : { notIn: lists }),
  };
}

/** Whom the assumptions are about. */
export function personOf({ user, userType, roles, notIn }: Assumed): Person {
  if (user !== undefined) return "named";
  if (userType === "guest") return "guest";
  if (userType === undefined) return "anyone";
  return notIn?.roles === "all" && (roles ?? []).length === 0 ? "staff" : "administrator";
}

/**
 * The same about somebody else. Groups and places stay. Staff and guests hold no role of an administrator, an administrator is a
 * Global Administrator until others are chosen, and none of them is named by a policy itself.
 */
export function withPerson(assumed: Assumed, person: Exclude<Person, "named">): Assumed {
  const { user: _user, userType: _type, roles: _roles, notIn = {}, ...rest } = assumed;
  const { users: _users, roles: _out, ...others } = notIn;
  if (person === "anyone") return Object.keys(others).length === 0 ? rest : { ...rest, notIn: others };
  return {
    ...rest,
    userType: person === "guest" ? "guest" : "member",
    ...(person === "administrator" ? { roles: [globalAdministrator] } : {}),
    notIn: { ...others, users: "all", roles: "all" },
  };
}

/** The same about one person by name or id; an empty text is nobody in particular. */
export function withUser(assumed: Assumed, user: string): Assumed {
  const { user: _user, notIn = {}, ...rest } = assumed;
  const { users: _users, ...others } = notIn;
  const lists = Object.keys(others).length === 0 ? {} : { notIn: others };
  return user === "" ? { ...rest, ...lists } : { ...rest, ...lists, user };
}

/** The same about one person of whom groups, roles and kind are known; what Graph did not show stays open. */
export function withKnownPerson(assumed: Assumed, person: PersonView): Assumed {
  const { id, userType, groups, roles } = person;
  const named = withUser(withoutPerson(assumed), id);
  const grouped = withLists(named, "groups", groups, "all");
  return {
    ...(roles === null ? grouped : withLists(grouped, "roles", roles, "all")),
    ...(userType === null ? {} : { userType }),
  };
}

/** The same about nobody: neither who it is nor in which groups and roles. Places stay. */
export function withoutPerson(assumed: Assumed): Assumed {
  const { user: _user, userType: _type, groups: _groups, roles: _roles, notIn = {}, ...rest } = assumed;
  const { users: _users, groups: _noGroups, roles: _noRoles, ...others } = notIn;
  return Object.keys(others).length === 0 ? rest : { ...rest, notIn: others };
}

/** The same with one plain member set, or left open where the value is undefined. */
export function withAssumption<K extends keyof Assumed>(
  assumed: Assumed,
  name: K,
  value: Assumed[K] | undefined,
): Assumed {
  const rest: Assumed = Object.fromEntries(Object.entries(assumed).filter(([each]) => each !== name));
  return value === undefined ? rest : { ...rest, [name]: value };
}
