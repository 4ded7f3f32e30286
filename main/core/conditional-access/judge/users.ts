import type { GuestSelector, Ids, UserConditions, UserSet } from "../policy.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { and, not, or, type Tri, whicheverHolds } from "../tri.ts";
import { type Judgement, judgement, notKnown } from "./judgement.ts";
import { canAdd } from "./unknown-members.ts";

/**
 * Users, groups, roles and kinds of guests; an exclusion beats an inclusion.
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups
 */
export function judgeUsers(users: UserConditions | null, facts: SignInContext): Judgement {
  if (users === null) {
    return judgement("users", "no", () => "The policy is assigned to nobody.", undefined, "inferred");
  }
  const { include, exclude, unknown } = users;
  const missing = new Set<string>();
  const listed = contains(include, facts, missing);
  const included = canAdd(unknown) ? or(listed, "depends") : listed;
  const excluded = included === "no" ? "no" : contains(exclude, facts, missing);
  const outcome = and(included, not(excluded));
  const names = [...missing];
  // What is not known matters only where nothing else says no.
  if (outcome !== "no" && unknown.length > 0) return notKnown([...unknown, ...names]);
  const text = (): string => {
    if (included === "no") return `The policy is for ${describe(include)}; the user is not among them.`;
    if (excluded === "yes") return `The policy excludes ${describe(exclude)}, and the user is among them.`;
    if (names.length === 0) return `The policy is for ${describe(include)}.`;
    const [verb, set] =
      included === "yes" ? (["excludes", exclude] as const) : (["is for", include] as const);
    return `The policy ${verb} ${describe(set)}. ${openText(set, names)}`;
  };
  return judgement("users", outcome, text, names);
}

/** Whether a set holds the user; names of facts that are needed and not given go into `missing`. */
function contains(set: UserSet, facts: SignInContext, missing: Set<string>): Tri {
  if (set.everyone) return "yes";
  const user = member(set.users, facts.user, facts.ruledOut?.users);
  const group = member(set.groups, facts.groups, facts.ruledOut?.groups);
  const role = member(set.roles, facts.roles, facts.ruledOut?.roles);
  const guest = set.allGuests ? isGuest(facts) : "no";
  const kind = set.guests === null ? "no" : selected(set.guests, facts);
  const result = or(or(or(user, group), or(role, guest)), kind);
  if (result !== "depends") return result;
  if (user === "depends") missing.add("user");
  if (group === "depends") missing.add("groups");
  if (role === "depends") missing.add("roles");
  if (guest === "depends") missing.add("kind of user");
  if (kind === "depends") missing.add(openOfGuests(set.guests, facts));
  return result;
}

/** Whether one of the ids is the user's. With `ruledOut` the given ones are not all that there are. */
function member(
  ids: Ids,
  given: ReadonlySet<string> | undefined,
  ruledOut: ReadonlySet<string> | undefined,
): Tri {
  if (ids.keys.size === 0) return "no";
  for (const id of given ?? []) if (ids.keys.has(id)) return "yes";
  if (ruledOut === undefined) return given === undefined ? "depends" : "no";
  return [...ids.keys].every((id) => ruledOut.has(id)) ? "no" : "depends";
}

/** What is missing to tell whether a guest is meant: something about the person, or about the policy itself. */
function openOfGuests(selector: GuestSelector | null, { userKinds, homeTenant }: SignInContext): string {
  if (userKinds === undefined) return "kind of guest";
  const isPolicyOpen = selector?.kinds === null || (selector?.tenants === null && homeTenant !== undefined);
  return isPolicyOpen ? "which guests the policy means" : "kind of guest";
}

function isGuest(facts: SignInContext): Tri {
  if (facts.userKinds === undefined) return "depends";
  return whicheverHolds(facts.userKinds.map((kind) => (kind === "member" ? "no" : "yes")));
}

function selected(selector: GuestSelector, facts: SignInContext): Tri {
  if (facts.userKinds === undefined) return "depends";
  return whicheverHolds(
    facts.userKinds.map((kind) => {
      if (kind === "member") return "no";
      if (selector.kinds === null) return "depends";
      if (!selector.kinds.has(kind)) return "no";
      // Internal guests have no other home tenant, so a list of tenants does not narrow them down.
      if (selector.tenants === "all" || kind === "internalguest") return "yes";
      if (facts.homeTenant === undefined || selector.tenants === null) return "depends";
      return selector.tenants.has(facts.homeTenant) ? "yes" : "no";
    }),
  );
}

function describe(set: UserSet): string {
  if (set.everyone) return "all users";
  const parts: string[] = [];
  if (set.users.written.length > 0) parts.push(count(set.users, "named user"));
  if (set.groups.written.length > 0) parts.push(count(set.groups, "group"));
  if (set.roles.written.length > 0) parts.push(count(set.roles, "role"));
  if (set.allGuests || set.guests !== null) parts.push("guests");
  return parts.length === 0 ? "nobody" : parts.join(", ");
}

/** Where nothing but groups is asked about, what is open is whether the person is in them. */
function openText(set: UserSet, names: readonly string[]): string {
  const groups = set.groups.written.length;
  if (describe(set) !== count(set.groups, "group")) return `Not given: ${names.join(", ")}.`;
  return `Whether the person is in ${groups === 1 ? "it" : "one of them"} is not given.`;
}

function count(ids: Ids, noun: string): string {
  return `${ids.written.length} ${noun}${ids.written.length === 1 ? "" : "s"}`;
}
