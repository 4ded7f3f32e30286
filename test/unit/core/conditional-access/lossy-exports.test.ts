import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConditionalAccessPolicy,
  readPoliciesFromJson,
  type Tri,
} from "../../../../main/core/conditional-access/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { explain, rules } from "./explain.ts";
import { conditions, grantControls } from "./generators.ts";
import { applies, check, evaluateOne, type Json, login, NOBODY_SPECIAL, policy } from "./support.ts";

const GRAPH_TYPE = "Microsoft.Graph.PowerShell.Models.MicrosoftGraphConditionalAccess";
const IDS = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const [FIRST = "", SECOND = ""] = IDS;

function readOne(raw: unknown): ConditionalAccessPolicy {
  const read = readPoliciesFromJson(raw, { fileName: "export.json" });
  const first = read.ok ? read.value.policies[0] : undefined;
  if (first === undefined) throw new Error("no policy was read");
  return first;
}

/** What the sign-ins meet, and whether the export's damage is named with its cure. */
function judged(conditionsOf: Json, rest: Json = {}) {
  const one = policy(conditionsOf, rest);
  const answer = explain([one]);
  const [atLogin, atCheck] = answer.signIns;
  const cut = answer.findings.find((finding) => finding.rule === "cut-off-export");
  return { atLogin, atCheck, cut };
}

const cases: readonly (readonly [string, Json, Json, string, Tri])[] = [
  ["users are the name of a type", { users: `${GRAPH_TYPE}Users` }, {}, "conditions.users", "depends"],
  [
    "resources are the name of a type",
    { applications: `${GRAPH_TYPE}Applications` },
    {},
    "conditions.applications",
    "depends",
  ],
  [
    "platforms are the name of a type",
    { platforms: `${GRAPH_TYPE}Platforms` },
    {},
    "conditions.platforms",
    "depends",
  ],
  [
    "locations are the name of a type",
    { locations: `${GRAPH_TYPE}Locations` },
    {},
    "conditions.locations",
    "depends",
  ],
  [
    "devices are the name of a type",
    { devices: `${GRAPH_TYPE}Devices` },
    {},
    "conditions.devices",
    "depends",
  ],
  [
    "the device filter is the name of a type",
    { devices: { deviceFilter: `${GRAPH_TYPE}Filter` } },
    {},
    "conditions.devices.deviceFilter",
    "depends",
  ],
  [
    "the application filter is the name of a type",
    { applications: { includeApplications: ["All"], applicationFilter: `${GRAPH_TYPE}Filter` } },
    {},
    "conditions.applications.applicationFilter",
    "depends",
  ],
  [
    "client applications are always there: their type says nothing about people",
    { clientApplications: `${GRAPH_TYPE}ClientApplications` },
    {},
    "conditions.clientApplications",
    "depends",
  ],
  [
    "so does the type of their filter",
    { clientApplications: { servicePrincipalFilter: `${GRAPH_TYPE}Filter` } },
    {},
    "conditions.clientApplications.servicePrincipalFilter",
    "depends",
  ],
  [
    "authentication flows are the name of a type",
    { authenticationFlows: `${GRAPH_TYPE}AuthenticationFlows` },
    {},
    "conditions.authenticationFlows",
    "depends",
  ],
  [
    "members as text",
    { users: "@{IncludeUsers=System.Object[]; ExcludeUsers=}" },
    {},
    "conditions.users",
    "depends",
  ],
  [
    "a list of a type",
    { users: { includeUsers: ["All"], excludeGroups: "System.Object[]" } },
    {},
    "excludeGroups",
    "depends",
  ],
  ["numbers for client apps", { clientAppTypes: [0] }, {}, "conditions.clientAppTypes (a number)", "depends"],
  [
    "numbers for platforms",
    { platforms: { includePlatforms: [4] } },
    {},
    "includePlatforms (a number)",
    "depends",
  ],
  ["numbers for risk", { signInRiskLevels: [1] }, {}, "conditions.signInRiskLevels (a number)", "depends"],
  ["a null in a list", { users: { includeUsers: [null] } }, {}, "includeUsers (null)", "depends"],
  [
    "one text that may be one name or several",
    { users: { includeUsers: ["All"], excludeGroups: "Break Glass" } },
    {},
    "excludeGroups (one text that may be several values)",
    "depends",
  ],
  ["a number for the state", {}, { state: 0 }, "state (a number)", "depends"],
  [
    "grant controls are the name of a type",
    {},
    { grantControls: `${GRAPH_TYPE}GrantControls` },
    "grantControls",
    "depends",
  ],
  [
    "numbers for controls",
    {},
    { grantControls: { operator: "OR", builtInControls: [1] } },
    "builtInControls (a number)",
    "depends",
  ],
  [
    "nulls for controls",
    {},
    { grantControls: { operator: "OR", builtInControls: null } },
    "grantControls (null)",
    "depends",
  ],
  [
    "no control behind the operator",
    {},
    { grantControls: { operator: "OR", builtInControls: [] } },
    "grantControls (null)",
    "depends",
  ],
  [
    "the strength is the name of a type",
    {},
    {
      grantControls: { operator: "OR", builtInControls: [], authenticationStrength: `${GRAPH_TYPE}Strength` },
    },
    "grantControls.authenticationStrength",
    "depends",
  ],
  [
    "combinations of a strength are numbers",
    {},
    { grantControls: { operator: "OR", authenticationStrength: { id: FIRST, allowedCombinations: [8] } } },
    "allowedCombinations (a number)",
    "depends",
  ],
  [
    "session controls are the name of a type",
    {},
    { grantControls: null, sessionControls: `${GRAPH_TYPE}SessionControls` },
    "sessionControls",
    "no",
  ],
];

describe("what an export lost is depends and never no", () => {
  it.each(cases)("%s", (_name, conditionsOf, rest, place, mfa) => {
    const { atLogin, atCheck, cut } = judged(conditionsOf, rest);
    expect(atLogin?.verdict.mfa).toBe(mfa);
    expect(atCheck?.verdict.mfa).toBe(mfa);
    if (mfa === "no") expect(atCheck?.verdict.blocked).toBe("depends");
    expect(cut).toMatchObject({ severity: "error", where: { policyId: "policy-1" } });
    expect(cut?.detail).toContain(place);
    expect(JSON.stringify(cut?.fix)).toContain("ConvertTo-Json -Depth 10");
    const answer = explain([policy(conditionsOf, rest)]);
    expect(answer.recipe).toBeNull();
    expect(rules(answer).join()).not.toContain("unknown-policy-member");
  });

  it("the operator as a number: with one control nothing is open, with two it is", () => {
    const mfaAnd = (...more: readonly string[]) =>
      judged({}, { grantControls: { operator: 1, builtInControls: ["mfa", ...more] } });
    expect(mfaAnd().atLogin?.verdict.mfa).toBe("yes");
    expect(mfaAnd("compliantDevice").atLogin?.verdict).toMatchObject({ mfa: "yes", blocked: "depends" });
    expect(mfaAnd("compliantDevice").atLogin?.verdict.text).toContain("how the controls are joined");
    expect(mfaAnd().cut?.detail).toContain("grantControls.operator (a number)");
  });

  it("guests that were lost leave a member alone", () => {
    const guests = { includeUsers: ["All"], excludeGuestsOrExternalUsers: `${GRAPH_TYPE}Guests` };
    const facts = (kind: "member" | "b2bcollaborationguest") => ({ ...NOBODY_SPECIAL, userKinds: [kind] });
    expect(applies(policy({ users: guests }), check(), facts("member"))).toBe("yes");
    expect(applies(policy({ users: guests }), check(), facts("b2bcollaborationguest"))).toBe("depends");
  });

  it("what was lost does not matter where something else says no", () => {
    const cut = { users: `${GRAPH_TYPE}Users`, platforms: { includePlatforms: ["windows"] } };
    expect(applies(policy(cut), login())).toBe("no");
    const excluded = { users: { includeUsers: "System.Object[]", excludeUsers: ["user-1"] } };
    expect(applies(policy(excluded))).toBe("no");
    const nobody = { users: { includeUsers: ["None"], excludeGroups: "System.Object[]" } };
    expect(applies(policy(nobody))).toBe("no");
  });

  it("an export that lost its conditions is a policy all the same", () => {
    const raw = {
      Id: FIRST,
      DisplayName: "Cut",
      State: "enabled",
      Conditions: `${GRAPH_TYPE}Conditions`,
      GrantControls: { Operator: "OR", BuiltInControls: ["mfa"] },
    };
    expect(evaluateOne(readOne(raw)).dependsOn).toEqual(["conditions.users", "conditions.applications"]);
  });

  it("many cut policies are one finding", () => {
    const many = IDS.map((id) => policy({ users: `${GRAPH_TYPE}Users` }, { id, displayName: id }));
    const cut = explain(many).findings.filter((finding) => finding.rule === "cut-off-export");
    expect(cut).toHaveLength(1);
    expect(cut[0]?.title).toContain("2 policies");
  });

  it("whatever part of a policy becomes the name of a type, a yes or no of its conditions never turns round", () => {
    const members = ["users", "applications", "platforms", "locations", "devices", "clientApplications"];
    assertProperty(
      fc.property(conditions, grantControls, fc.constantFrom(...members), (each, grant, member) => {
        const whole = applies(policy(each, { grantControls: grant }));
        const cut = applies(policy({ ...each, [member]: `${GRAPH_TYPE}X` }, { grantControls: grant }));
        // What stands beside the lost part may still say no; a yes rested on every part.
        return cut === "depends" || (cut === "no" && whole === "no");
      }),
    );
  });
});

describe("a joined list that can be split without doubt is read whole", () => {
  it.each<[string, Json, Json, Tri]>([
    [
      "platforms",
      { platforms: { includePlatforms: "all", excludePlatforms: "android iOS windows macOS" } },
      {},
      "no",
    ],
    [
      "included platforms",
      { platforms: { includePlatforms: "windows macOS", excludePlatforms: "" } },
      {},
      "yes",
    ],
    ["client apps", { clientAppTypes: "browser mobileAppsAndDesktopClients" }, {}, "yes"],
    ["ids of users", { users: { includeUsers: "All", excludeUsers: `${FIRST} ${SECOND}` } }, {}, "yes"],
    [
      "ids and a word",
      { applications: { includeApplications: "All", excludeApplications: `Office365 ${FIRST}` } },
      {},
      "yes",
    ],
    [
      "locations",
      { locations: { includeLocations: "All", excludeLocations: `AllTrusted ${FIRST}` } },
      {},
      "yes",
    ],
    ["controls", {}, { grantControls: { operator: "AND", builtInControls: "mfa compliantDevice" } }, "yes"],
  ])("%s", (_name, conditionsOf, rest, expected) => {
    const one = policy(conditionsOf, rest);
    expect(applies(one, login())).toBe(expected);
    const found = explain([one]);
    expect(rules(found)).toContain("info joined-list");
    expect(rules(found)).not.toContain("error cut-off-export");
    const note = found.findings.find((finding) => finding.rule === "joined-list");
    expect(note?.detail).toMatch(/CA001 Policy under test: (?:conditions|grantControls)\./u);
  });

  it("reads as the list does, whatever is in it", () => {
    const platforms = fc.subarray(["android", "iOS", "windows", "macOS", "linux"], { minLength: 2 });
    assertProperty(
      fc.property(platforms, (list) => {
        const of = (excludePlatforms: unknown) =>
          policy({ platforms: { includePlatforms: ["all"], excludePlatforms } }).conditions.platforms;
        expect(of(list.join(" "))).toEqual(of(list));
      }),
    );
  });

  it("a counted list of Windows PowerShell is a list", () => {
    const counted = { value: ["windows", "macOS"], Count: 2 };
    expect(applies(policy({ platforms: { includePlatforms: counted } }), login())).toBe("yes");
    expect(rules(explain([policy({ platforms: { includePlatforms: counted } })]))).not.toContain(
      "error cut-off-export",
    );
  });

  it("a single value without its list needs no note", () => {
    expect(rules(explain([policy({ applications: { includeApplications: "All" } })]))).not.toContain(
      "info joined-list",
    );
  });
});

describe("Terraform's names", () => {
  const terraform = {
    id: `/identity/conditionalAccess/policies/${FIRST}`,
    display_name: "MFA on Macs",
    state: "enabled",
    conditions: [
      {
        client_app_types: ["all"],
        applications: [{ included_applications: ["All"], excluded_applications: [SECOND], filter: [] }],
        users: [{ included_users: ["All"], excluded_groups: [], included_guests_or_external_users: [] }],
        platforms: [{ included_platforms: ["macOS"], excluded_platforms: [] }],
        locations: [],
        devices: [{ filter: [{ mode: "exclude", rule: "device.isCompliant -eq True" }] }],
        sign_in_risk_levels: [],
      },
    ],
    grant_controls: [
      { operator: "OR", built_in_controls: ["mfa"], terms_of_use: [], authentication_strength_policy_id: "" },
    ],
    session_controls: [{ sign_in_frequency: 12, sign_in_frequency_period: "hours" }],
  };

  it.each<[string, unknown]>([
    ["a policy", terraform],
    [
      "blocks without their lists",
      { ...terraform, conditions: terraform.conditions[0], grant_controls: terraform.grant_controls[0] },
    ],
    [
      "a resource of a plan or of show -json",
      {
        values: {
          root_module: { resources: [{ type: "azuread_conditional_access_policy", values: terraform }] },
        },
      },
    ],
    [
      "a state",
      {
        resources: [
          { type: "azuread_conditional_access_policy", instances: [{ attributes: terraform }] },
          { type: "azuread_group", instances: [] },
        ],
      },
    ],
    ["a .tf.json file", { resource: { azuread_conditional_access_policy: { macs: [terraform] } } }],
  ])("%s is read as Graph's policy", (_name, raw) => {
    const one = readOne(raw);
    expect(one).toMatchObject({ displayName: "MFA on Macs", state: "enabled" });
    expect(one.id === FIRST || one.id.endsWith(FIRST)).toBe(true);
    expect(one.conditions).toMatchObject({ unknown: [], workloadIdentities: false });
    expect(one.conditions.applications?.exclude.ids.written).toEqual([SECOND]);
    expect(one.conditions.deviceFilter?.mode).toBe("exclude");
    expect(applies(one, login())).toBe("yes");
    expect(evaluateOne(one, login()).effect).toMatchObject({ mfa: "yes", blocked: "no" });
    const read = readPoliciesFromJson(raw, { fileName: "main.json" });
    expect(read.ok && read.value.findings.map((finding) => finding.rule)).toEqual(["terraform-names"]);
  });

  it("a strength by its id, and session controls as single values", () => {
    const strength = {
      operator: "OR",
      authentication_strength_policy_id:
        "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004",
    };
    const one = readOne({ ...terraform, grant_controls: [strength] });
    expect(evaluateOne(one, login()).effect.text()).toContain("Phishing-resistant MFA");
    expect(one.session).toEqual([{ kind: "signInFrequency", known: true, detail: "12 hours" }]);
  });

  it("any JSON beside Terraform's names gives policies or a problem", () => {
    assertProperty(
      fc.property(fc.jsonValue(), fc.jsonValue(), (inside, grant) => {
        const raw = { display_name: "x", conditions: [inside], grant_controls: grant };
        expect(typeof readPoliciesFromJson([raw], { fileName: null }).ok).toBe("boolean");
      }),
    );
  });
});
