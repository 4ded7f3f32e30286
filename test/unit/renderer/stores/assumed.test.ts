import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AssumedList,
  close,
  type Decision,
  decide,
  decisionOf,
  personOf,
  withKnownPerson,
  withoutPerson,
  withPerson,
  withUser,
} from "../../../../renderer/stores/assumed.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const lists: readonly AssumedList[] = ["groups", "roles", "locations"];
const decisions: readonly Decision[] = ["yes", "no", "open"];

describe("what is assumed", () => {
  it("one id that is decided leaves all others as they were, in any order", () => {
    const step = fc.record({
      list: fc.constantFrom(...lists),
      id: fc.constantFrom("a", "B", "c"),
      decision: fc.constantFrom(...decisions),
    });
    assertProperty(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let assumed = {};
        const wanted = new Map<string, Decision>();
        for (const { list, id, decision } of steps) {
          assumed = decide(assumed, list, id, decision);
          wanted.set(`${list} ${id}`, decision);
        }
        for (const list of lists) {
          for (const id of ["a", "B", "c"]) {
            expect(decisionOf(assumed, list, id.toUpperCase())).toBe(wanted.get(`${list} ${id}`) ?? "open");
          }
        }
        if ([...wanted.values()].every((decision) => decision === "open")) expect(assumed).toEqual({});
      }),
    );
  });

  it("in no other group says no of all that are not given, until one is open again", () => {
    const closed = close(decide({}, "groups", "a", "yes"), "groups", true);
    expect(closed).toEqual({ groups: ["a"], notIn: { groups: "all" } });
    expect(decisionOf(closed, "groups", "b")).toBe("no");
    expect(decide(closed, "groups", "b", "open")).toEqual({ groups: ["a"], notIn: { groups: [] } });
    expect(close({}, "groups", false)).toEqual({});
  });

  it("other people keep groups and places, and nobody keeps the name of another", () => {
    const start = decide(decide({}, "groups", "a", "yes"), "locations", "b", "no");
    for (const person of ["staff", "administrator", "guest", "anyone"] as const) {
      const assumed = withPerson(withUser(start, "robin@contoso.example"), person);
      expect(personOf(assumed)).toBe(person);
      expect([decisionOf(assumed, "groups", "a"), decisionOf(assumed, "locations", "b")]).toEqual([
        "yes",
        "no",
      ]);
    }
    const named = withUser(withPerson(start, "staff"), "robin@contoso.example");
    expect(personOf(named)).toBe("named");
    expect(named.notIn?.users).toBeUndefined();
    expect(withUser(start, "")).toEqual(start);
  });

  it("a person from Graph takes the place of whoever was assumed, and leaves nothing behind", () => {
    const place = { namedLocations: ["p"], notIn: { locations: ["q"] } };
    const before = decide(
      decide(withPerson(place, "administrator"), "groups", "g", "yes"),
      "roles",
      "r",
      "no",
    );
    const known = {
      id: "1",
      displayName: "Mira Keller",
      userPrincipalName: "mira@contoso.com",
      userType: "member" as const,
      groups: ["a"],
      roles: [],
    };
    const assumed = withKnownPerson(before, known);
    expect(personOf(assumed)).toBe("named");
    expect([decisionOf(assumed, "groups", "a"), decisionOf(assumed, "groups", "g")]).toEqual(["yes", "no"]);
    expect(decisionOf(assumed, "roles", "r")).toBe("no");
    expect(decisionOf(assumed, "locations", "p")).toBe("yes");
    expect(withoutPerson(assumed)).toEqual(place);
    const hidden = withKnownPerson(before, { ...known, roles: null, userType: null });
    expect(decisionOf(hidden, "roles", "r")).toBe("open");
    expect(hidden).not.toHaveProperty("userType");
  });
});
