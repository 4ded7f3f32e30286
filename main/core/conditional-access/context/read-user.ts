import { fail, type Result, succeed } from "../../problem.ts";
import { type Members, membersOf, textOf } from "../read/members.ts";
import type { SignInContext, UserKind } from "../sign-in/sign-in-context.ts";
import { firstOf, flag, idSet, oneOf, wrongContext } from "./values.ts";

const KINDS = [
  "member",
  "guest",
  "internalGuest",
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "otherExternalUser",
  "serviceProvider",
] as const;
/** What a plain "guest" can be. */
const GUESTS: readonly UserKind[] = [
  "internalguest",
  "b2bcollaborationguest",
  "b2bcollaborationmember",
  "b2bdirectconnectuser",
  "otherexternaluser",
  "serviceprovider",
];

export type UserFacts = Pick<
  SignInContext,
  "user" | "userKinds" | "homeTenant" | "groups" | "roles" | "federated"
>;

/** Who signs in: `user` (an id, or an object with id, userPrincipalName, type, groups, roles), `groups`, `roles`. */
export function readUserFacts(context: Members): Result<UserFacts> {
  const user = firstOf(context, ["user", "signinidentity"]);
  const members = membersOf(user);
  if (user !== undefined && members === null && textOf(user) === null) {
    return wrongContext("user", user, "the user's id, or an object with id, groups and roles");
  }
  const facts: { -readonly [K in keyof UserFacts]: UserFacts[K] } = {};
  const names = [
    textOf(user),
    ...["id", "userid", "userprincipalname", "upn"].map((name) => textOf(members?.get(name))),
    textOf(context.get("userid")),
    textOf(context.get("userprincipalname")),
  ].filter((name) => name !== null);
  if (names.length > 0) facts.user = new Set(names.map((name) => name.toLowerCase()));
  const kind =
    firstOf(members ?? context, ["type", "usertype", "kind", "externalusertype"]) ?? context.get("usertype");
  if (kind !== undefined && kind !== null) {
    // Graph's word for somebody who is no guest at all.
    const read = kind === "none" ? succeed("member" as const) : oneOf(kind, KINDS, "user.type");
    if (!read.ok) return fail(read.problem);
    facts.userKinds = kindsOf(read.value);
  }
  const tenant = textOf(
    firstOf(members ?? context, ["hometenant", "externaltenantid", "tenantid"]) ?? context.get("hometenant"),
  );
  if (tenant !== null) facts.homeTenant = tenant.toLowerCase();
  const federated = members?.get("federated") ?? context.get("federated");
  if (federated !== undefined && federated !== null) {
    const read = flag(federated, "user.federated");
    if (!read.ok) return fail(read.problem);
    facts.federated = read.value;
  }
  for (const name of ["groups", "roles"] as const) {
    const value = context.get(name) ?? members?.get(name);
    if (value === undefined || value === null) continue;
    const ids = idSet(value, name);
    if (!ids.ok) return fail(ids.problem);
    facts[name] = ids.value;
  }
  return succeed(facts);
}

function kindsOf(kind: (typeof KINDS)[number]): readonly UserKind[] {
  if (kind === "guest") return GUESTS;
  return [kind === "member" ? "member" : (GUESTS.find((guest) => guest === kind.toLowerCase()) ?? "member")];
}
