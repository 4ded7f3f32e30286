import { expect, test } from "vitest";
import { findPeople, personScopes, readPerson } from "../../../main/graph/index.ts";
import type { Tenant } from "../../../main/practice-tenant/index.ts";
import { need, start } from "../practice-tenant/support.ts";
import { connect } from "./support.ts";

const globalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
const groupsOf = (amount: number) =>
  Array.from({ length: amount }, (_, index) => `aaaa0000-0000-4000-8000-${String(index).padStart(12, "0")}`);

/** The first account in many groups and in one role, on small pages, while Graph is busy. */
const crowded = (tenant: Tenant): Tenant => ({
  ...tenant,
  users: tenant.users.map((user, index) =>
    index === 0 ? { ...user, groups: groupsOf(7), roles: [globalAdministrator] } : user,
  ),
  graph: { ...tenant.graph, pageSize: 3, throttleEvery: 3 },
});

test("a person comes with all groups over several pages, active roles by template id, and kind", async () => {
  const practice = await start("two-apis", crowded);
  const { session, ports, waits } = await connect(practice, { scopes: personScopes, purpose: "person" });
  const person = need(await readPerson(ports, "ROBIN@contoso.example"));
  expect(person).toEqual({
    id: session.userId,
    displayName: expect.stringContaining("Robin"),
    userPrincipalName: "robin@contoso.example",
    userType: "member",
    groups: groupsOf(7),
    roles: [globalAdministrator],
  });
  expect(waits).toEqual([1000]);
  expect(need(await readPerson(ports, person.id))).toEqual(person);
});

test("people are found by how their name or address begins, the first twenty", async () => {
  const practice = await start("two-apis", (tenant) => {
    const [robin] = tenant.users;
    if (robin === undefined) return tenant;
    const more = Array.from({ length: 25 }, (_, index) => ({
      ...robin,
      id: `bbbb0000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      userPrincipalName: `mac${index}@contoso.example`,
      displayName: `O'Mac ${index}`,
    }));
    return { ...tenant, users: [robin, ...more] };
  });
  const { ports } = await connect(practice, { scopes: personScopes });
  const byName = need(await findPeople(ports, "o'mac"));
  expect(byName.people).toHaveLength(20);
  expect(byName.areMore).toBe(true);
  const byAddress = need(await findPeople(ports, "mac24"));
  expect(byAddress).toEqual({
    people: [expect.objectContaining({ displayName: "O'Mac 24" })],
    areMore: false,
  });
  const [{ id = "" } = {}] = byAddress.people;
  expect(need(await findPeople(ports, id))).toEqual(byAddress);
  expect(need(await findPeople(ports, "nobody"))).toEqual({ people: [], areMore: false });
});

test("an invited guest is one of B2B collaboration", async () => {
  const practice = await start("guest");
  const { ports } = await connect(await start("two-apis"), { scopes: personScopes });
  const guest = practice.description.accounts[0]?.username ?? "";
  expect(guest).toContain("#EXT#");
  const ofGuests = { ...ports, fetch: fetchOf(guest) };
  expect(need(await readPerson(ofGuests, guest))).toMatchObject({ userType: "b2bCollaborationGuest" });
});

/** Graph that knows one guest, and was asked for exactly that name. */
function fetchOf(guest: string): typeof fetch {
  return async (input) => {
    const { pathname, searchParams } = new URL(String(input));
    if (pathname.endsWith("/transitiveMemberOf")) return Response.json({ value: [] });
    const isAsked = searchParams.get("$filter") === `userPrincipalName eq '${guest}'`;
    const id = "cccc0000-0000-4000-8000-000000000001";
    const user = { id, userPrincipalName: guest, userType: "Guest", creationType: "Invitation" };
    return Response.json({ value: isAsked ? [user] : [] });
  };
}

test("nobody of that name, no consent, and consent for people but not for roles are told apart", async () => {
  const practice = await start("two-apis", crowded);
  const { ports } = await connect(practice, { scopes: personScopes, purpose: "person" });
  expect(await readPerson(ports, "no' or 1 eq 1")).toMatchObject({
    ok: false,
    problem: { code: "graph-person-unknown", detail: expect.stringContaining("no' or 1 eq 1") },
  });
  const without = await connect(practice, { purpose: "person" });
  expect(await findPeople(without.ports, "robin")).toMatchObject({
    ok: false,
    problem: { code: "graph-consent-missing", fix: expect.stringContaining("User.Read.All") },
  });
  // Graph shows that there is a role, and not which: it stays open.
  const half = await connect(practice, { scopes: ["User.Read.All"] });
  expect(need(await readPerson(half.ports, "robin@contoso.example"))).toMatchObject({
    groups: groupsOf(7),
    roles: null,
  });
});
