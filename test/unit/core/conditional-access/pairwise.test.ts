import { describe, expect, it } from "vitest";
import type { SignInContext, Tri } from "../../../../main/core/conditional-access/index.ts";
import { API_1, applies, CUSTOM, check, evaluateOne, type Json, policy } from "./support.ts";

/** Each condition in three states, for one sign-in and one set of facts; what it says follows from the reference. */
const DIMENSIONS: Readonly<Record<string, Readonly<Record<Tri, unknown>>>> = {
  users: {
    yes: { includeUsers: ["All"] },
    no: { includeUsers: ["None"] },
    depends: { includeGroups: ["g"] },
  },
  applications: {
    yes: { includeApplications: [API_1] },
    no: { includeApplications: ["Office365"] },
    depends: {
      includeApplications: ["All"],
      applicationFilter: { mode: "exclude", rule: 'CustomSecurityAttribute.A_B -eq "x"' },
    },
  },
  clientAppTypes: { yes: ["all"], no: ["browser"], depends: ["somethingNew"] },
  platforms: {
    yes: { includePlatforms: ["all"] },
    no: { includePlatforms: ["windows"] },
    depends: { includePlatforms: ["macOS"] },
  },
  locations: {
    yes: { includeLocations: ["All"] },
    no: { includeLocations: ["e0000000-0000-4000-8000-000000000001"] },
    depends: { includeLocations: ["AllTrusted"] },
  },
  devices: {
    yes: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
    no: { deviceFilter: { mode: "include", rule: "device.isCompliant -eq True" } },
    depends: { deviceFilter: { mode: "include", rule: "no rule" } },
  },
  signInRiskLevels: { yes: [], no: ["low"], depends: undefined },
  userRiskLevels: { yes: [], no: undefined, depends: ["high"] },
  authenticationFlows: {
    yes: null,
    no: { transferMethods: "deviceCodeFlow" },
    depends: { transferMethods: "somethingNew" },
  },
  somethingNew: { yes: null, no: undefined, depends: "on" },
};
const FACTS: SignInContext = { locations: new Set(), signInRisk: "high" };
const STATES: readonly Tri[] = ["yes", "no", "depends"];

function together(parts: readonly Tri[]): Tri {
  if (parts.includes("no")) return "no";
  return parts.includes("depends") ? "depends" : "yes";
}

describe("pairs of conditions", () => {
  const names = Object.keys(DIMENSIONS);
  let pairs = 0;
  for (const [index, first] of names.entries()) {
    for (const second of names.slice(index + 1)) {
      it(`[c-frame-and] ${first} × ${second}`, () => {
        for (const a of STATES) {
          for (const b of STATES) {
            const left = DIMENSIONS[first]?.[a];
            const right = DIMENSIONS[second]?.[b];
            if (left === undefined || right === undefined) continue;
            pairs += 1;
            const conditions: Json = { [first]: left, [second]: right };
            expect(applies(policy(conditions), check(CUSTOM), FACTS), `${a} and ${b}`).toBe(together([a, b]));
          }
        }
      });
    }
  }

  it("every pair was tried", () => {
    expect(pairs).toBeGreaterThan(300);
  });

  it("each single condition says what the table claims", () => {
    for (const [name, states] of Object.entries(DIMENSIONS)) {
      for (const state of STATES) {
        if (states[state] === undefined) continue;
        const evaluation = evaluateOne(policy({ [name]: states[state] }), check(CUSTOM), FACTS);
        expect(evaluation.applies, `${name} ${state}`).toBe(state);
      }
    }
  });
});
