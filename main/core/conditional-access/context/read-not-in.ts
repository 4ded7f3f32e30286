import { type Result, succeed } from "../../problem.ts";
import { type Members, membersOf } from "../read/members.ts";
import type { Membership, SignInContext } from "../sign-in/sign-in-context.ts";
import { idSet, wrongContext } from "./values.ts";

type Lists = Pick<SignInContext, "user" | "groups" | "roles" | "locations" | "ruledOut">;
type Writable = { -readonly [K in keyof Lists]: Lists[K] };

const FACTS = {
  users: "user",
  groups: "groups",
  roles: "roles",
  locations: "locations",
} as const satisfies Record<Membership, keyof SignInContext>;

const KINDS = ["users", "groups", "roles", "locations"] as const;

/**
 * What the sign-in is not in: `notIn` is an object with `users`, `groups`, `roles` and `locations`, each a list of ids, or
 * `"all"` where there are no others than those that are given. A list leaves open what it does not name.
 */
export function readNotIn(context: Members, facts: SignInContext): Result<Lists> {
  const value = context.get("notin");
  if (value === undefined || value === null) return succeed({});
  const members = membersOf(value);
  if (members === null)
    return wrongContext("notIn", value, "an object with users, groups, roles or locations");
  const lists: Writable = {};
  const ruledOut: { -readonly [K in Membership]?: ReadonlySet<string> } = {};
  for (const kind of KINDS) {
    const given = members.get(kind);
    if (given === undefined || given === null) continue;
    if (given === "all") {
      lists[FACTS[kind]] = facts[FACTS[kind]] ?? new Set();
      continue;
    }
    const ids = idSet(given, `notIn.${kind}`);
    if (!ids.ok) return ids;
    ruledOut[kind] = ids.value;
  }
  return succeed({ ...lists, ...(Object.keys(ruledOut).length === 0 ? {} : { ruledOut }) });
}
