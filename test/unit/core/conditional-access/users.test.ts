import { describe, expect, it } from "vitest";
import type { SignInContext, Tri } from "../../../../main/core/conditional-access/index.ts";
import { applies, check, evaluateOne, type Json, NOBODY_SPECIAL, policy } from "./support.ts";

const USER = "a0000000-0000-4000-8000-000000000001";
const GROUP = "b0000000-0000-4000-8000-000000000001";
const ROLE = "c0000000-0000-4000-8000-000000000001";
const TENANT = "d0000000-0000-4000-8000-000000000001";
const KNOWN: SignInContext = {
  ...NOBODY_SPECIAL,
  user: new Set([USER, "staff@contoso.com"]),
  groups: new Set([GROUP]),
  roles: new Set([ROLE]),
};
const NOTHING: SignInContext = { platform: "macos" };
const ALL_KINDS =
  "internalGuest,b2bCollaborationGuest,b2bCollaborationMember,b2bDirectConnectUser,otherExternalUser,serviceProvider";

function guests(kinds: string, tenants: Json = { membershipKind: "all" }): Json {
  return { guestOrExternalUserTypes: kinds, externalTenants: tenants };
}

const guest = (kind: NonNullable<SignInContext["userKinds"]>[number]): SignInContext => ({
  ...KNOWN,
  userKinds: [kind],
  homeTenant: TENANT,
});

describe("users", () => {
  it.each<[id: string, users: Json, facts: SignInContext, Tri]>([
    ["c-users-all", { includeUsers: ["All"] }, KNOWN, "yes"],
    ["c-users-all: nothing given", { includeUsers: ["All"] }, NOTHING, "yes"],
    ["c-users-none", { includeUsers: ["None"] }, KNOWN, "no"],
    ["c-users-none: nothing given", { includeUsers: ["None"] }, NOTHING, "no"],
    ["c-users-id", { includeUsers: [USER.toUpperCase()] }, KNOWN, "yes"],
    ["c-users-id: another", { includeUsers: [TENANT] }, KNOWN, "no"],
    ["c-users-id: nothing given", { includeUsers: [USER] }, NOTHING, "depends"],
    ["c-users-groups", { includeGroups: [GROUP] }, KNOWN, "yes"],
    ["c-users-groups: another", { includeGroups: [USER] }, KNOWN, "no"],
    ["c-users-groups: nothing given", { includeGroups: [GROUP] }, NOTHING, "depends"],
    ["c-users-roles", { includeRoles: [ROLE] }, KNOWN, "yes"],
    ["c-users-roles: another", { includeRoles: [GROUP] }, KNOWN, "no"],
    ["c-users-roles: nothing given", { includeRoles: [ROLE] }, NOTHING, "depends"],
    ["c-users-any-of", { includeGroups: [USER], includeRoles: [ROLE] }, KNOWN, "yes"],
    ["c-users-exclude-wins: user", { includeUsers: ["All"], excludeUsers: [USER] }, KNOWN, "no"],
    ["c-users-exclude-wins: group", { includeUsers: [USER], excludeGroups: [GROUP] }, KNOWN, "no"],
    ["c-users-exclude-wins: role", { includeUsers: ["All"], excludeRoles: [ROLE] }, KNOWN, "no"],
    [
      "c-users-exclude-wins: nothing given",
      { includeUsers: ["All"], excludeGroups: [GROUP] },
      NOTHING,
      "depends",
    ],
    ["c-users-exclude: somebody else", { includeUsers: ["All"], excludeGroups: [USER] }, KNOWN, "yes"],
    ["c-users-exclude-all", { includeUsers: ["All"], excludeUsers: ["All"] }, KNOWN, "no"],
    [
      "c-guests-word: guest",
      { includeUsers: ["GuestsOrExternalUsers"] },
      guest("b2bcollaborationguest"),
      "yes",
    ],
    ["c-guests-word: member", { includeUsers: ["GuestsOrExternalUsers"] }, KNOWN, "no"],
    ["c-guests-word: not given", { includeUsers: ["GuestsOrExternalUsers"] }, NOTHING, "depends"],
    [
      "c-guests-word: excluded",
      { includeUsers: ["All"], excludeUsers: ["GuestsOrExternalUsers"] },
      guest("internalguest"),
      "no",
    ],
    [
      "c-guests-kinds: all",
      { includeGuestsOrExternalUsers: guests(ALL_KINDS) },
      guest("serviceprovider"),
      "yes",
    ],
    [
      "c-guests-kinds: another kind",
      { includeGuestsOrExternalUsers: guests("serviceProvider") },
      guest("internalguest"),
      "no",
    ],
    ["c-guests-kinds: member", { includeGuestsOrExternalUsers: guests(ALL_KINDS) }, KNOWN, "no"],
    [
      "c-guests-kinds: excluded",
      { includeUsers: ["All"], excludeGuestsOrExternalUsers: guests("otherExternalUser") },
      guest("otherexternaluser"),
      "no",
    ],
    [
      "c-guests-tenants: listed",
      {
        includeGuestsOrExternalUsers: guests(ALL_KINDS, { membershipKind: "enumerated", members: [TENANT] }),
      },
      guest("b2bcollaborationguest"),
      "yes",
    ],
    [
      "c-guests-tenants: not listed",
      { includeGuestsOrExternalUsers: guests(ALL_KINDS, { membershipKind: "enumerated", members: [USER] }) },
      guest("b2bcollaborationguest"),
      "no",
    ],
    [
      "c-guests-tenants: home tenant not given",
      { includeGuestsOrExternalUsers: guests(ALL_KINDS, { membershipKind: "enumerated", members: [USER] }) },
      { ...KNOWN, userKinds: ["b2bcollaborationguest"] },
      "depends",
    ],
    [
      "c-guests-tenants: an internal guest has no other home",
      { includeGuestsOrExternalUsers: guests(ALL_KINDS, { membershipKind: "enumerated", members: [USER] }) },
      { ...KNOWN, userKinds: ["internalguest"] },
      "yes",
    ],
    [
      "c-guests-kinds: a guest of an unknown kind",
      { includeGuestsOrExternalUsers: guests("internalGuest") },
      { ...KNOWN, userKinds: ["internalguest", "b2bcollaborationguest"] },
      "depends",
    ],
    ["c-users-empty: assigned to nobody", {}, KNOWN, "no"],
  ])("[%s]", (_id, users, facts, expected) => {
    expect(applies(policy({ users }), check(), facts)).toBe(expected);
  });

  it("depends names what is not given", () => {
    const users = { includeUsers: ["All"], excludeGroups: [GROUP], excludeRoles: [ROLE] };
    expect(evaluateOne(policy({ users }), check(), NOTHING).dependsOn).toEqual(["groups", "roles"]);
  });

  it("[i-1] placeholders and names are compared as text, do not match, and are listed", () => {
    const one = policy({
      users: { includeUsers: ["All"], excludeGroups: ["<BreakGlass>"], excludeUsers: ["Somebody"] },
    });
    expect(applies(one, check(), KNOWN)).toBe("yes");
    expect(one.unresolved).toEqual(["Somebody", "<BreakGlass>"]);
    expect(applies(policy({ users: { includeGroups: ["NAME:Staff"] } }), check(), KNOWN)).toBe("no");
  });
});

describe("external tenants of guests", () => {
  const from = (tenants: Json) =>
    policy({ users: { includeGuestsOrExternalUsers: guests("b2bCollaborationGuest", tenants) } });
  const visitor = { ...guest("b2bcollaborationguest"), homeTenant: TENANT };
  it.each([
    ["listed without saying so", { members: [TENANT.toUpperCase()] }, "yes"],
    ["others listed without saying so", { members: [USER] }, "no"],
    [
      "all by the name of their type",
      { "@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants" },
      "yes",
    ],
    ["lost by the export", { membershipKind: 1 }, "depends"],
  ] as const)("%s", (_which, tenants, expected) => {
    expect(applies(from(tenants), check(), visitor)).toBe(expected);
  });
});
