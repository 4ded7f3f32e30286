import { isGuid } from "../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { type GraphPorts, getAll, getOnePage } from "./get-all.ts";

/**
 * The least that shows who somebody is to the policies. `User.ReadBasic.All` finds people, but shows neither `userType` nor what they
 * are members of; without the second permission a role comes without its template id, which is what policies name.
 * Sources: https://learn.microsoft.com/graph/api/user-list-transitivememberof, https://learn.microsoft.com/graph/api/directoryrole-list
 */
export const personScopes: readonly string[] = ["User.Read.All", "RoleManagement.Read.Directory"];

/** Somebody whom a search has found. */
export type FoundPerson = {
  /** Object id. */
  readonly id: string;
  readonly displayName: string | null;
  readonly userPrincipalName: string;
};

/** Who somebody is to Conditional Access policies. */
export type PersonFromGraph = FoundPerson & {
  /** In the words of `--context`; null where Graph does not say. */
  readonly userType: "member" | "guest" | "b2bCollaborationGuest" | "b2bCollaborationMember" | null;
  /** Ids of all groups, nested ones included. */
  readonly groups: readonly string[];
  /** Template ids of the roles that are active now; null where Graph does not show which they are. */
  readonly roles: readonly string[] | null;
};

export const mostPeople = 20;

const [readUsers = ""] = personScopes;
const members = "id,displayName,userPrincipalName,userType,creationType";
const searched = ["displayName", "givenName", "surname", "userPrincipalName", "mail"];

/**
 * People whose name or address begins with some words, the first {@link mostPeople}; or the one with an object id.
 *
 * @returns problems as {@link getAll}
 */
export async function findPeople(
  ports: GraphPorts,
  words: string,
): Promise<Result<{ readonly people: readonly FoundPerson[]; readonly areMore: boolean }>> {
  const tests = searched.map((name) => `startswith(${name},${quoted(words)})`);
  const filter = isGuid(words) ? `id eq ${quoted(words)}` : `(${tests.join(" or ")})`;
  const read = await getOnePage(ports, usersPath(filter, mostPeople), readUsers);
  if (!read.ok) return read;
  const people = read.value.objects.map(personIn).filter((person) => person !== null);
  return succeed({
    people: people.map(({ id, displayName, userPrincipalName }) => ({ id, displayName, userPrincipalName })),
    areMore: read.value.areMore,
  });
}

/**
 * One person with groups, roles and kind.
 *
 * @param name object id or user principal name
 * @returns problems: `graph-person-unknown`, and those of {@link getAll}
 */
export async function readPerson(ports: GraphPorts, name: string): Promise<Result<PersonFromGraph>> {
  const member = isGuid(name) ? "id" : "userPrincipalName";
  const found = await getAll(ports, usersPath(`${member} eq ${quoted(name)}`, 2), readUsers);
  if (!found.ok) return found;
  const person = found.value.map(personIn).find((each) => each !== null);
  if (person === undefined) return fail(unknown(name));
  // No query parameters: with them Graph wants them to be advanced ones.
  const path = `v1.0/users/${person.id}/transitiveMemberOf`;
  const memberships = await getAll(ports, path, readUsers);
  if (!memberships.ok) return memberships;
  const ofType = (type: string) =>
    memberships.value.filter((each) => textOf(each, "@odata.type") === `#microsoft.graph.${type}`);
  const roles = ofType("directoryRole").map((role) => textOf(role, "roleTemplateId"));
  return succeed({
    ...person,
    groups: ofType("group").flatMap((group) => textOf(group, "id") ?? []),
    roles: roles.includes(null) ? null : roles.filter((role) => role !== null),
  });
}

type Person = Omit<PersonFromGraph, "groups" | "roles">;

function personIn(value: unknown): Person | null {
  const id = textOf(value, "id");
  const userPrincipalName = textOf(value, "userPrincipalName");
  if (id === null || !isGuid(id) || userPrincipalName === null) return null;
  return { id, userPrincipalName, displayName: textOf(value, "displayName"), userType: kindOf(value) };
}

/** An invitation makes a guest or a member of another tenant; other guests can be of any kind. */
function kindOf(user: unknown): PersonFromGraph["userType"] {
  const type = textOf(user, "userType")?.toLowerCase();
  const isInvited = textOf(user, "creationType") === "Invitation";
  if (type === "guest") return isInvited ? "b2bCollaborationGuest" : "guest";
  if (type === "member") return isInvited ? "b2bCollaborationMember" : "member";
  return null;
}

function usersPath(filter: string, top: number): string {
  return `v1.0/users?$filter=${encodeURIComponent(filter)}&$select=${members}&$top=${top}`;
}

/** As OData writes a text. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function textOf(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const member: unknown = new Map<string, unknown>(Object.entries(value)).get(name);
  return typeof member === "string" ? member : null;
}

function unknown(name: string): Problem {
  return {
    code: "graph-person-unknown",
    title: "Microsoft Graph knows no such person.",
    detail: `Nobody in this tenant has the ${isGuid(name) ? "object id" : "user principal name"} ${name}.`,
    fix: "Give the object id or the whole user principal name, as Entra shows it. A guest's contains #EXT#.",
  };
}
