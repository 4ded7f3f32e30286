import { describe, expect, it } from "vitest";
import {
  answerDocument,
  compareWithWhatIf,
  explainConditionalAccess,
  readContextFromJson,
  readPoliciesFromJson,
  type SignIn,
  whatIfBody,
} from "../../../../main/core/conditional-access/index.ts";

const signIn: SignIn = {
  id: "login-window",
  clientId: null,
  confidential: false,
  grant: "interactive",
  scopes: ["openid"],
  resource: null,
  clientAppTypes: ["mobileappsanddesktopclients"],
  platforms: ["macos"],
  showsDevice: true,
};
const id = (last: number) => `aaaaaaaa-0000-4000-8000-00000000000${last}`;

const policy = (place: number, conditions: object = {}, state = "enabled") => ({
  id: id(place),
  displayName: `CA00${place} | <b>`,
  state,
  conditions: {
    users: { includeUsers: ["All"] },
    applications: { includeApplications: ["All"] },
    ...conditions,
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
});

function answer(policies: readonly object[], baselineScopes: "enforced" | "legacy" = "enforced") {
  const read = readPoliciesFromJson(policies, { fileName: null });
  const context = readContextFromJson({});
  if (!read.ok || !context.ok) throw new Error("not read");
  return explainConditionalAccess({
    policies: read.value.policies,
    facts: context.value.facts,
    login: signIn,
    check: { ...signIn, id: "password-check", grant: "password", showsDevice: false },
    baselineScopes,
    macs: null,
    checkMinutes: null,
    inputFindings: [],
  });
}

function compare(
  policies: readonly object[],
  answered: readonly object[],
  baselineScopes: "enforced" | "legacy" = "enforced",
) {
  const given = answer(policies, baselineScopes);
  const [login] = given.signIns;
  if (login === undefined) throw new Error("no login");
  return compareWithWhatIf(login, answered, given.baselineScopes);
}

const said = (place: number, policyApplies: boolean, analysisReasons = "notSet") => ({
  id: id(place).toUpperCase(),
  displayName: `CA00${place}`,
  policyApplies,
  analysisReasons,
});

describe("Microsoft's What If beside the answer", () => {
  it("asks about one resource, for one person", () => {
    const body = whatIfBody({
      userId: id(9),
      signIn: { id: "login-window", resource: id(8) },
      conditions: { devicePlatform: "macOS" },
    });
    expect(body).toMatchObject({
      signInIdentity: { userId: id(9) },
      signInContext: { includeApplications: [id(8)] },
      signInConditions: { devicePlatform: "macOS" },
      appliedPoliciesOnly: false,
    });
  });

  it("tells of the Mac and the browser for the login only: a password check shows neither", () => {
    const conditions = {
      devicePlatform: "macOS",
      clientAppType: "browser",
      deviceInfo: { isCompliant: true },
    };
    const of = (which: "login-window" | "password-check") =>
      whatIfBody({ userId: id(9), signIn: { id: which, resource: id(8) }, conditions });
    expect(of("login-window")).toMatchObject({ signInConditions: conditions });
    expect(of("password-check")).toHaveProperty("signInConditions", {
      devicePlatform: "macOS",
      clientAppType: "mobileAppsAndDesktopClients",
    });
  });

  it("agrees where both say the same, whatever a report-only policy is counted as", () => {
    const policies = [
      policy(1),
      policy(2, {}, "disabled"),
      policy(3, {}, "enabledForReportingButNotEnforced"),
    ];
    const answered = [said(1, true), said(2, false, "policyNotEnabled"), said(3, false)];
    expect(compare(policies, answered)).toMatchObject({ agree: 3, differences: [] });
  });

  it.each([
    [
      "what is open here is known there",
      [policy(1, { users: { includeGroups: [id(7)] } })],
      [said(1, false, "users")],
      /Here it is open: groups/,
    ],
    [
      "what both do not know",
      [policy(1, { locations: { includeLocations: [id(7)] } })],
      [said(1, false, "notEnoughInformation")],
      /Neither side knows more: here it depends on location/,
    ],
    [
      "a resource that no policy reaches",
      [policy(1)],
      [said(1, false, "application")],
      /never applies policies/,
    ],
    ["a policy that is not loaded", [policy(1)], [said(1, true), said(2, true)], /not among the loaded ones/],
    ["a policy that is gone", [policy(1), policy(2)], [said(1, true)], /does not name the policy/],
    [
      "another state",
      [policy(1, {}, "disabled"), policy(2)],
      [said(1, true), said(2, true)],
      /has another state in the tenant/,
    ],
  ])("flags a difference with its likely reason: %s", (_which, policies, answered, reason) => {
    const { differences } = compare(policies, answered);
    expect(differences).toHaveLength(1);
    expect(differences[0]?.likelyReason).toMatch(reason);
  });

  it("knows that What If does not know the setting for basic scopes", () => {
    const excluding = policy(1, {
      applications: { includeApplications: ["All"], excludeApplications: [id(7)] },
    });
    const { differences } = compare([excluding, policy(2)], [said(1, true), said(2, true)], "legacy");
    expect(differences.map(({ policyId, likelyReason }) => [policyId, likelyReason])).toEqual([
      [id(1), expect.stringMatching(/setting for basic scopes/)],
    ]);
  });

  it("attack: an answer of any shape is no crash and no agreement", () => {
    for (const answered of [[], [null, 7, "x", []], [{ id: 7 }], [{ id: id(1), policyApplies: "yes" }]]) {
      expect(compare([policy(1)], answered as object[]).agree).toBe(0);
    }
  });
});

/** A finding that names somebody in its sentence. */
const noteAbout = (name: string) => ({
  rule: "note",
  severity: "info" as const,
  certainty: "inferred" as const,
  title: `A sentence about ${name}.`,
  detail: "",
  where: {},
});

describe("the answer as a document", () => {
  const given = answer([policy(1, { applications: { includeApplications: [id(7)] } })]);

  it("masks ids of the tenant by labels, and keeps Microsoft's own", () => {
    const json = answerDocument(given, { format: "json", isMasked: true, whatIf: null });
    expect(json).not.toContain(id(1));
    expect(JSON.parse(json).signIns[0].policies[0].id).toBe("id-1");
    expect(json).toContain("00000002-0000-0000-c000-000000000000");
    expect(JSON.parse(answerDocument(given, { format: "json", isMasked: false, whatIf: null }))).toEqual(
      JSON.parse(JSON.stringify(given)),
    );
  });

  it.each(["markdown", "json"] as const)(
    "attack: nobody's name is in a masked %s, whatever form it has",
    (format) => {
      const people = [
        "Mira Keller",
        "mira@contoso.com",
        "kim_fabrikam.com#EXT#@contoso.onmicrosoft.com",
        "o'brien@contoso.com",
        "jürgen.müller@contoso.de",
      ];
      const users = {
        includeUsers: ["All"],
        excludeUsers: [...people, "00000000-1111-4111-8111-000000000000"],
      };
      const about = answer([policy(1, { users })]);
      const [first = "", ...addresses] = people;
      const context = { ...about, findings: [...about.findings, noteAbout(addresses.join(", "))] };
      const masked = answerDocument(context, { format, isMasked: true, whatIf: null });
      const written = answerDocument(context, { format, isMasked: false, whatIf: null });
      expect(written).toContain(first);
      for (const name of [...people, "kim_", "brien", "rgen", "00000000-1111"])
        expect(masked).not.toContain(name);
    },
  );

  it("attack: a policy's name is no markup and no cell of its own in Markdown", () => {
    const markdown = answerDocument(given, { format: "markdown", isMasked: true, whatIf: null });
    expect(markdown).toContain("| CA001 \\| \\<b\\> | No, resource | No, resource |");
  });
});
