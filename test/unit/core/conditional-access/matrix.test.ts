import { describe, expect, it } from "vitest";
import {
  asThisPerson,
  cellOf,
  changePolicies,
  createNamer,
  explainConditionalAccess,
  headlineOf,
  matrixRows,
  mentionedIn,
  policyDetail,
  readContextFromJson,
  readNeighboursFromJson,
  readPoliciesFromJson,
  type SignIn,
  withStrengths,
} from "../../../../main/core/conditional-access/index.ts";

const group = "aaaaaaaa-0000-4000-8000-00000000000a";
const other = "aaaaaaaa-0000-4000-8000-00000000000b";
const place = "bbbbbbbb-0000-4000-8000-00000000000a";

const signIn: SignIn = {
  id: "login-window",
  clientId: null,
  confidential: false,
  grant: "interactive",
  scopes: ["openid"],
  resource: null,
  clientAppTypes: ["browser", "mobileappsanddesktopclients"],
  platforms: ["macos"],
  showsDevice: true,
};
const check: SignIn = {
  ...signIn,
  id: "password-check",
  grant: "password",
  clientAppTypes: ["mobileappsanddesktopclients"],
  platforms: ["macos", null],
  showsDevice: false,
};

type Written = {
  readonly id: string;
  readonly state?: string;
  readonly conditions?: object;
  readonly controls?: readonly string[];
};
const policy = ({ id, state = "enabled", conditions = {}, controls = ["mfa"] }: Written) => ({
  id,
  displayName: `Policy ${id}`,
  state,
  conditions: {
    users: { includeUsers: ["All"] },
    applications: { includeApplications: ["All"] },
    ...conditions,
  },
  grantControls: { operator: "OR", builtInControls: controls },
});

function read(...written: readonly Written[]) {
  const file = readPoliciesFromJson(written.map(policy), { fileName: null });
  if (!file.ok) throw new Error(file.problem.title);
  return file.value.policies;
}

function answer(policies: ReturnType<typeof read>, context: object = {}) {
  const known = readContextFromJson(context);
  if (!known.ok) throw new Error(known.problem.detail);
  const { facts } = known.value;
  const input = { policies, facts, login: signIn, check, baselineScopes: "enforced" as const };
  return {
    facts,
    answer: explainConditionalAccess({ ...input, macs: null, checkMinutes: null, inputFindings: [] }),
  };
}

const inGroup = { users: { includeGroups: [group, other] } };
const namer = createNamer([{ kind: "group", id: group, displayName: "Staff" }], []);

describe("the matrix", () => {
  it("groups policies by what they do to these sign-ins, the worst first", () => {
    const policies = read(
      { id: "off", state: "disabled" },
      { id: "report", state: "enabledForReportingButNotEnforced", controls: ["block"] },
      { id: "open", conditions: inGroup },
      { id: "mfa" },
      { id: "device", controls: ["compliantDevice"] },
      { id: "block", controls: ["block"], conditions: { platforms: { includePlatforms: ["macOS"] } } },
    );
    const rows = matrixRows(answer(policies).answer);
    expect(rows.map(({ id, group: kind, login }) => [id, kind, login?.word])).toEqual([
      // The password check shows no device at all, so it is refused.
      ["device", "blocks", "Compliant device"],
      ["block", "blocks", "Block"],
      ["mfa", "mfa", "MFA"],
      ["open", "depends", "Depends: groups"],
      ["report", "report-only", "Report only: block"],
      ["off", "does-not-apply", "No, turned off"],
    ]);
  });

  it("says what both sign-ins come to in a sentence, report-only left out", () => {
    const say = (...written: readonly Written[]) => headlineOf(answer(read(...written)).answer);
    expect(say({ id: "mfa" })).toMatchObject({
      sentence: "Both sign-ins get MFA. The password check should not.",
      tone: "warning",
      lines: [
        { word: "MFA, as wanted", tone: "mfa" },
        // How Entra answers it, a finding says.
        { word: "MFA, not wanted", tone: "warning", text: "MFA is demanded by Policy mfa." },
      ],
    });
    expect(say({ id: "r", state: "enabledForReportingButNotEnforced" }).sentence).toBe(
      "Neither sign-in gets MFA.",
    );
    expect(say({ id: "b", controls: ["block"] }).sentence).toBe("Both sign-ins are blocked.");
    expect(say({ id: "g", conditions: inGroup })).toMatchObject({
      sentence: "It depends: groups would decide.",
      tone: "open",
      lines: [{ word: "Depends: groups" }, { word: "Depends: groups" }],
    });
    // What is certain is said first, of whichever sign-in.
    const mayBlock = { id: "b", controls: ["block"], conditions: inGroup };
    expect(say({ id: "mfa" }, mayBlock)).toMatchObject({
      sentence: "The password check gets MFA. The login may be blocked, depending on groups.",
      lines: [
        { word: "Depends: groups" },
        {
          word: "MFA, not wanted",
          text: "Every check ends in an error: MFA is demanded by Policy mfa. Which error depends on groups (Policy b).",
        },
      ],
    });
    // What one policy demands anyway does not hang on another that may demand it too.
    const locations = { includeLocations: ["All"], excludeLocations: [place] };
    const mayDemand = { id: "m", conditions: { locations } };
    expect(say({ id: "mfa" }, mayBlock, mayDemand).lines[0]?.word).toBe("Depends: groups");
    expect(say({ id: "mac", conditions: { platforms: { includePlatforms: ["macOS"] } } }).sentence).toBe(
      "The login gets MFA. The password check depends on platform.",
    );
    expect(say({ id: "d", controls: ["compliantDevice"] }).sentence).toBe(
      "These policies can lock people out at the login window.",
    );
  });

  it("names the files that could not be read beside the sentence", () => {
    const { answer: given } = answer(read({ id: "mfa" }));
    const without = (...files: readonly string[]) =>
      headlineOf({
        ...given,
        findings: [
          {
            rule: "policy-file-refused",
            severity: "error",
            certainty: "documented",
            title: "",
            detail: "",
            where: { files },
          },
        ],
      });
    const sentence = "Both sign-ins get MFA. The password check should not.";
    const told = (files: string) => ({ sentence, missing: `Without ${files}` });
    expect(without("export/cut.json")).toMatchObject(told("cut.json"));
    expect(without("C:\\export\\cut.json")).toMatchObject(told("cut.json"));
    expect(without(`${"long".repeat(20)}.json`)).toMatchObject(told("1 file"));
    expect(without("a.json", "b.json")).toMatchObject(told("2 files"));
    expect(without()).toMatchObject({ sentence, missing: null });
  });

  it("asks of a policy that depends exactly what would decide, and the answers decide it", () => {
    const conditions = {
      ...inGroup,
      locations: { includeLocations: ["All"], excludeLocations: [place, "AllTrusted"] },
    };
    const policies = read({ id: "one", conditions });
    const detail = (context: object) => {
      const { answer: given, facts } = answer(policies, context);
      const [first] = policies;
      if (first === undefined) throw new Error("no policy");
      return policyDetail(first, given, facts, namer);
    };
    expect(detail({}).questions).toEqual([
      {
        about: "groups",
        ids: [
          { kind: "group", id: group, name: "Staff" },
          { kind: "group", id: other, name: null },
        ],
      },
      { about: "locations", ids: [{ kind: "location", id: place, name: null }] },
      { about: "trusted location" },
    ]);
    const half = detail({ notIn: { groups: [group], locations: [place] }, trusted: false });
    expect(half.questions).toMatchObject([{ about: "groups", ids: [{ id: other }] }]);
    const none = detail({ notIn: { groups: [group, other] } });
    expect(none.questions).toEqual([]);
    expect(none.signIns[0]?.cell.word).toBe("No, users");
    const staff = { groups: [group], notIn: { groups: [other], locations: "all" }, trusted: false };
    expect(detail(staff).signIns[0]?.cell.word).toBe("MFA");
    expect(detail(staff).signIns[0]?.conditions.map(({ title, outcome }) => [title, outcome])).toEqual([
      ["People", "yes"],
      ["Resource", "yes"],
      ["Location", "yes"],
    ]);
  });

  it("asks nobody about a person who is known where the policy does not say which guests it means", () => {
    const guests = { guestOrExternalUserTypes: "", externalTenants: { membershipKind: "all" } };
    const conditions = { users: { includeUsers: ["All"], excludeGuestsOrExternalUsers: guests } };
    const policies = read({ id: "one", conditions });
    const [first] = policies;
    const { answer: given, facts } = answer(policies, { userType: "guest" });
    if (first === undefined) throw new Error("no policy");
    expect(policyDetail(first, given, facts, namer).questions).toEqual([
      { about: "not known", what: ["which guests the policy means"] },
    ]);
  });

  it("names what policies name, with names first, and leaves out what is turned off", () => {
    const policies = read(
      { id: "on", conditions: inGroup },
      { id: "off", state: "disabled", conditions: { users: { includeRoles: ["r"] } } },
    );
    expect(mentionedIn(policies, namer)).toEqual({
      users: [],
      groups: [
        { kind: "group", id: group, name: "Staff" },
        { kind: "group", id: other, name: null },
      ],
      roles: [],
      locations: [],
    });
  });
});

describe("what is tried", () => {
  it("excludes the person from one policy and from no other", () => {
    const policies = read({ id: "one" }, { id: "two" });
    const changes = [{ kind: "exclude-person", policyId: "one" }] as const;
    const changed = changePolicies(policies, changes);
    const facts = asThisPerson({}, changes);
    const input = { policies: changed, facts, login: signIn, check, baselineScopes: "enforced" as const };
    const given = explainConditionalAccess({ ...input, macs: null, checkMinutes: null, inputFindings: [] });
    expect(matrixRows(given).map(({ id, login }) => [id, login?.word])).toEqual([
      ["two", "MFA"],
      ["one", "No, users"],
    ]);
  });

  it("tells nothing else about the person", () => {
    const named = { users: { includeUsers: ["cccccccc-0000-4000-8000-00000000000c"] } };
    const changes = [{ kind: "exclude-person", policyId: "one" }] as const;
    const facts = asThisPerson({}, changes);
    const input = { facts, login: signIn, check, baselineScopes: "enforced" as const };
    const given = explainConditionalAccess({
      ...input,
      policies: read({ id: "two", conditions: named }),
      macs: null,
      checkMinutes: null,
      inputFindings: [],
    });
    expect(cellOf(given.signIns[0]?.policies[0] ?? never()).word).toBe("Depends: user");
  });
});

describe("objects beside policies", () => {
  const strength = "dddddddd-0000-4000-8000-00000000000d";
  it("give names to ids, URIs to apps, and strengths what they ask for", () => {
    const { objects } = readNeighboursFromJson({
      value: [
        { id: group.toUpperCase(), displayName: "Staff", securityEnabled: true, mailEnabled: false },
        {
          id: "1",
          appId: other,
          displayName: "Check API",
          servicePrincipalNames: [other, `api://${other}`],
          customSecurityAttributes: { Set: { Exempt: "yes" } },
        },
        { id: strength, displayName: "Keys only", allowedCombinations: ["fido2"] },
      ],
    });
    expect(objects.named).toEqual([
      { kind: "group", id: group, displayName: "Staff" },
      { kind: "application", id: other, displayName: "Check API" },
      { kind: "authentication strength", id: strength, displayName: "Keys only" },
    ]);
    expect(objects.applications).toEqual([
      {
        appId: other,
        displayName: "Check API",
        identifierUris: [`api://${other}`],
        attributes: new Map([["set_exempt", "yes"]]),
      },
    ]);
    const file = readPoliciesFromJson(
      { ...policy({ id: "s" }), grantControls: { operator: "OR", authenticationStrength: { id: strength } } },
      { fileName: null },
    );
    const [bare] = file.ok ? file.value.policies : [];
    const [whole] = withStrengths(bare === undefined ? [] : [bare], objects.strengths);
    expect(bare?.grant.items).toMatchObject([{ combinations: null }]);
    expect(whole?.grant.items).toMatchObject([{ combinations: ["fido2"], lost: false }]);
  });
});

function never(): never {
  throw new Error("there is a policy");
}
