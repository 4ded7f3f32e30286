import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateSignIn, type Tri } from "../../../../main/core/conditional-access/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { baselineScopes, conditions, facts, fewer, grantControls, signIn } from "./generators.ts";
import { API_1, applies, type Json, login, NOBODY_SPECIAL, PLAIN, policy } from "./support.ts";

const RANK: Readonly<Record<Tri, number>> = { no: 0, depends: 1, yes: 2 };
/** The same conditions with one more exclusion. */
const EXCLUSIONS: Readonly<Record<string, (conditions: Json) => Json>> = {
  user: (each) => with_(each, "users", "excludeUsers", ["u1", "u2"]),
  group: (each) => with_(each, "users", "excludeGroups", ["g2"]),
  role: (each) => with_(each, "users", "excludeRoles", ["r1"]),
  guests: (each) => with_(each, "users", "excludeUsers", ["GuestsOrExternalUsers"]),
  application: (each) => with_(each, "applications", "excludeApplications", [API_1]),
  platform: (each) =>
    each["platforms"] === null ? each : with_(each, "platforms", "excludePlatforms", ["macOS"]),
  location: (each) =>
    each["locations"] === null ? each : with_(each, "locations", "excludeLocations", ["l1", "l3"]),
};

function with_(conditions: Json, condition: string, member: string, added: readonly string[]): Json {
  const inside = conditions[condition];
  const members: Json = typeof inside === "object" && inside !== null ? { ...inside } : {};
  const before = members[member];
  return {
    ...conditions,
    [condition]: { ...members, [member]: [...(Array.isArray(before) ? before : []), ...added] },
  };
}

describe("excluding more never applies more", () => {
  it.each(Object.entries(EXCLUSIONS))("%s", (_name, exclude) => {
    assertProperty(
      fc.property(conditions, signIn, facts.chain(fewer), baselineScopes, (each, one, given, setting) => {
        const before = applies(policy(each), one, given, setting);
        const after = applies(policy(exclude(each)), one, given, setting);
        return RANK[after] <= RANK[before];
      }),
    );
  });
});

describe("a context with more facts never turns yes into no, nor no into yes", () => {
  const some = facts.chain((all) =>
    fewer(all).chain((few) => fewer(few).map((fewest) => [all, few, fewest] as const)),
  );

  it("for a policy", () => {
    assertProperty(
      fc.property(conditions, signIn, some, baselineScopes, (each, one, [all, few, fewest], setting) => {
        const one_ = policy(each);
        const answers = [fewest, few, all].map((given) => applies(one_, one, given, setting));
        for (const [index, answer] of answers.entries()) {
          if (answer !== "depends")
            expect(answers.slice(index)).toEqual(answers.slice(index).map(() => answer));
        }
      }),
    );
  });

  it("for the verdict of several policies", () => {
    const several = fc.array(fc.tuple(conditions, grantControls), { minLength: 1, maxLength: 4 });
    assertProperty(
      fc.property(several, signIn, some, baselineScopes, (list, one, [all, few], setting) => {
        const policies = list.map(([each, grant], index) =>
          policy(each, { id: `${index}`, grantControls: grant }),
        );
        const before = evaluateSignIn(policies, one, few, { baselineScopes: setting }).verdict;
        const after = evaluateSignIn(policies, one, all, { baselineScopes: setting }).verdict;
        for (const question of ["mfa", "blocked", "deviceRequired"] as const) {
          if (before[question] !== "depends") expect(after[question], question).toBe(before[question]);
        }
        // A device that nobody gave can lock people out; one that is given and meets the policies does not.
        if (before.lockout === "no" || few.device !== undefined) {
          if (before.lockout !== "depends") expect(after.lockout, "lockout").toBe(before.lockout);
        }
      }),
    );
  });

  it("and with every fact the answer depends only on what facts cannot tell", () => {
    const open =
      /cannot be read|\.default|app id of|Graph|client app|conditions\.|attributes|which guests|(platforms|locations) that the policy includes/u;
    assertProperty(
      fc.property(conditions, signIn, facts, baselineScopes, (each, one, all, setting) => {
        const found = evaluateSignIn([policy(each)], one, all, { baselineScopes: setting }).policies[0];
        return found?.applies !== "depends" || found.dependsOn.some((fact) => open.test(fact));
      }),
    );
  });
});

describe("lock-out, block and managed device never contradict each other", () => {
  const several = fc.array(fc.tuple(conditions, grantControls), { minLength: 1, maxLength: 4 });
  const session = fc.constantFrom(
    null,
    { secureSignInSession: { isEnabled: true } },
    { somethingNew: { isEnabled: true } },
  );

  it("for any policies, sign-in, facts and setting", () => {
    assertProperty(
      fc.property(
        several,
        session,
        signIn,
        facts.chain(fewer),
        baselineScopes,
        (list, controls, one, given, setting) => {
          const policies = list.map(([each, grant], index) =>
            policy(each, { id: `${index}`, grantControls: grant, sessionControls: controls }),
          );
          const { verdict } = evaluateSignIn(policies, one, given, { baselineScopes: setting });
          const { blocked, lockout, deviceRequired } = verdict;
          if (one.grant === "password") {
            expect(lockout).toBe("no");
            return;
          }
          const said = `blocked ${blocked}, lock-out ${lockout}, device ${deviceRequired}`;
          // Whoever is blocked at the login window is locked out, and whoever is let in is not.
          if (blocked !== "depends") expect(lockout, said).toBe(blocked);
          else expect(lockout, said).not.toBe("no");
          // A managed device that is demanded and not there blocks.
          if (deviceRequired === "yes" && given.device === null) expect(blocked, said).toBe("yes");
          expect(verdict.text(), said).not.toContain("undefined");
        },
      ),
    );
  });

  it("the device that is given decides all three", () => {
    const compliant = { grantControls: { operator: "OR", builtInControls: ["compliantDevice"] } };
    const seen = (device: boolean | null) =>
      evaluateSignIn(
        [policy({}, compliant)],
        login(),
        { ...NOBODY_SPECIAL, device: device === null ? null : new Map([["iscompliant", device]]) },
        { baselineScopes: "enforced" },
      ).verdict;
    expect(seen(true)).toMatchObject({ blocked: "no", lockout: "no", deviceRequired: "yes" });
    expect(seen(false)).toMatchObject({ blocked: "yes", lockout: "yes", deviceRequired: "yes" });
    expect(seen(null)).toMatchObject({ blocked: "yes", lockout: "yes", deviceRequired: "yes" });
  });
});

describe("report-only and disabled policies never change the verdict", () => {
  it.each(["enabledForReportingButNotEnforced", "disabled"])("%s", (state) => {
    assertProperty(
      fc.property(
        fc.array(conditions, { maxLength: 3 }),
        conditions,
        grantControls,
        signIn,
        facts.chain(fewer),
        baselineScopes,
        (list, extra, grant, one, given, setting) => {
          const enforced = list.map((each, index) => policy(each, { id: `${index}`, grantControls: grant }));
          const added = policy(extra, { id: "added", state, grantControls: grant });
          const { text: before, ...without } = evaluateSignIn(enforced, one, given, {
            baselineScopes: setting,
          }).verdict;
          const { text: after, ...together } = evaluateSignIn([...enforced, added], one, given, {
            baselineScopes: setting,
          }).verdict;
          expect(together).toEqual(without);
          expect(after()).toBe(before());
        },
      ),
    );
  });
});

describe("the settings of baseline scopes", () => {
  it("never matter for a sign-in that asks for a custom API", () => {
    const custom = signIn.filter((one) => one.scopes.some((scope) => scope.startsWith("api://")));
    assertProperty(
      fc.property(conditions, custom, facts.chain(fewer), (each, one, given) => {
        const one_ = policy(each);
        expect(applies(one_, one, given, "legacy")).toBe(applies(one_, one, given, "enforced"));
      }),
    );
  });

  it("enforcement never applies less than legacy does to plain scopes", () => {
    const plain = signIn.map((one) => ({ ...one, scopes: PLAIN }));
    assertProperty(
      fc.property(conditions, plain, facts, (each, one, given) => {
        const one_ = policy(each);
        return RANK[applies(one_, one, given, "enforced")] >= RANK[applies(one_, one, given, "legacy")];
      }),
    );
  });
});
