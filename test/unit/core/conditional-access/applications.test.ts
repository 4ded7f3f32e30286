import { describe, expect, it } from "vitest";
import {
  requestedResources,
  type SignInContext,
  type Tri,
} from "../../../../main/core/conditional-access/index.ts";
import {
  API_1,
  API_2,
  AZURE_AD,
  applies,
  CLIENT,
  CUSTOM,
  check,
  evaluateOne,
  GRAPH,
  type Json,
  login,
  NOBODY_SPECIAL,
  PLAIN,
  policy,
} from "./support.ts";

const EXEMPT = 'CustomSecurityAttribute.Jamf_isExemptMFA -eq "Exempt"';
const NOT_EXEMPT = 'CustomSecurityAttribute.Jamf_isExemptMFA -ne "Exempt"';
const PORTALS = "MicrosoftAdminPortals";

function withAttributes(appId: string, value: string | readonly string[] | null): SignInContext {
  const attributes = new Map(value === null ? [] : [["jamf_isexemptmfa", value] as const]);
  return { ...NOBODY_SPECIAL, applications: [{ appId, displayName: null, identifierUris: [], attributes }] };
}

function apps(applications: Json, scopes: readonly string[] = CUSTOM, facts = NOBODY_SPECIAL): Tri {
  return applies(policy({ applications }), check(scopes), facts);
}

describe("target resources", () => {
  it.each<[string, Json, Tri]>([
    ["c-apps-id: the API", { includeApplications: [API_1] }, "yes"],
    ["c-apps-id: another API", { includeApplications: [API_2] }, "no"],
    ["c-apps-id: case does not matter", { includeApplications: [API_1.toUpperCase()] }, "yes"],
    ["c-apps-exclude-wins", { includeApplications: [API_1], excludeApplications: [API_1] }, "no"],
    ["c-apps-public-client: the client is never a target", { includeApplications: [CLIENT] }, "no"],
    ["c-apps-none", { includeApplications: ["None"] }, "no"],
    ["c-apps-empty", { includeApplications: [] }, "no"],
    ["c-apps-office365: not a tenant's own API", { includeApplications: ["Office365"] }, "no"],
    ["c-apps-portals: not a tenant's own API", { includeApplications: [PORTALS] }, "no"],
    [
      "c-apps-office365: excluded does not help the API",
      { includeApplications: ["All"], excludeApplications: ["Office365"] },
      "yes",
    ],
    ["c-apps-kinds: user action", { includeUserActions: ["urn:user:registersecurityinfo"] }, "no"],
    ["c-apps-kinds: authentication context", { includeAuthenticationContextClassReferences: ["c1"] }, "no"],
    ["c-apps-agents: agent resources", { includeApplications: ["AllAgentIdResources"] }, "no"],
  ])("[%s]", (_id, applications, expected) => {
    expect(apps(applications)).toBe(expected);
  });

  it("[c-apps-kinds] the reason names the kind of target", () => {
    const action = policy({ applications: { includeUserActions: ["urn:user:registerdevice"] } });
    expect(evaluateOne(action).reason).toBe("userActions");
    const context = policy({ applications: { includeAuthenticationContextClassReferences: ["c1"] } });
    expect(evaluateOne(context).reason).toBe("authenticationContext");
    expect(evaluateOne(policy({ applications: { includeApplications: [API_2] } })).reason).toBe(
      "application",
    );
  });

  it("[c-apps-confidential] a confidential client is a resource itself when it asks for an ID token", () => {
    const listed = policy({ applications: { includeApplications: [CLIENT] } });
    const confidential = { ...check(CUSTOM), confidential: true };
    expect(applies(listed, confidential)).toBe("yes");
    expect(applies(listed, { ...confidential, scopes: [`api://${API_1}/jamfconnect`] })).toBe("no");
    const both = policy({ applications: { includeApplications: ["All"], excludeApplications: [API_1] } });
    expect(applies(both, check(CUSTOM))).toBe("no");
    expect(applies(both, confidential)).toBe("yes");
  });

  it("[c-apps-every-resource] a policy of any requested resource counts", () => {
    const scopes = [`api://${API_1}/a`, `api://${API_2}/b`, "openid"];
    expect(apps({ includeApplications: [API_2] }, scopes)).toBe("yes");
    expect(apps({ includeApplications: ["All"], excludeApplications: [API_1] }, scopes)).toBe("yes");
    expect(apps({ includeApplications: ["All"], excludeApplications: [API_1, API_2] }, scopes)).toBe("no");
  });
});

describe("application filters", () => {
  const exclude = { includeApplications: ["All"], applicationFilter: { mode: "exclude", rule: EXEMPT } };
  const include = { includeApplications: [], applicationFilter: { mode: "include", rule: EXEMPT } };

  it("[c-filter-resource] attributes of the API decide, attributes of the public client do not", () => {
    expect(apps(exclude, CUSTOM, withAttributes(API_1, "Exempt"))).toBe("no");
    expect(apps(exclude, CUSTOM, withAttributes(API_1, "Other"))).toBe("yes");
    const onClient: SignInContext = {
      ...NOBODY_SPECIAL,
      applications: [
        ...(withAttributes(CLIENT, "Exempt").applications ?? []),
        ...(withAttributes(API_1, null).applications ?? []),
      ],
    };
    expect(apps(exclude, CUSTOM, onClient)).toBe("yes");
    expect(apps(exclude, PLAIN, onClient)).toBe("yes");
  });

  it("[c-filter-include] a filter in include mode makes targets", () => {
    expect(apps(include, CUSTOM, withAttributes(API_1, "Exempt"))).toBe("yes");
    expect(apps(include, CUSTOM, withAttributes(API_1, null))).toBe("no");
    expect(apps(include, PLAIN, withAttributes(API_1, "Exempt"))).toBe("no");
  });

  it("[c-filter-missing] without the attribute positive comparisons fail and negative ones hold", () => {
    const negative = {
      includeApplications: ["All"],
      applicationFilter: { mode: "exclude", rule: NOT_EXEMPT },
    };
    expect(apps(exclude, CUSTOM, withAttributes(API_1, null))).toBe("yes");
    expect(apps(negative, CUSTOM, withAttributes(API_1, null))).toBe("no");
  });

  it("[c-filter-multi] one of several values is enough", () => {
    expect(apps(exclude, CUSTOM, withAttributes(API_1, ["A", "Exempt"]))).toBe("no");
  });

  it("[i-9] attributes that are not given depend; Windows Azure AD has none", () => {
    const given: SignInContext = { platform: "macos" };
    const found = evaluateOne(policy({ applications: exclude }), check(CUSTOM), given);
    expect(found.applies).toBe("depends");
    expect(found.dependsOn[0]).toMatch(/^custom security attributes of /u);
    expect(found.certainty).toBe("inferred");
    expect(apps(exclude, PLAIN, given)).toBe("yes");
    expect(apps(exclude, PLAIN, withAttributes(AZURE_AD, "Exempt"))).toBe("no");
  });

  it("[i-5] a filter in exclude mode that hits Windows Azure AD exempts baseline sign-ins", () => {
    const negative = {
      includeApplications: ["All"],
      applicationFilter: { mode: "exclude", rule: NOT_EXEMPT },
    };
    expect(apps(negative, PLAIN)).toBe("no");
  });

  it("[i-10] a filter that cannot be read depends, and the policy says which rule", () => {
    const one = policy({
      applications: {
        includeApplications: ["All"],
        applicationFilter: { mode: "exclude", rule: "this is -no rule" },
      },
    });
    expect(one.problems.map((problem) => problem.code)).toEqual(["unreadable-rule"]);
    expect(one.problems[0]?.detail).toContain("this is -no rule");
    for (const setting of ["enforced", "legacy"] as const) {
      expect(applies(one, check(PLAIN), NOBODY_SPECIAL, setting)).toBe("depends");
      expect(applies(one, check(CUSTOM), NOBODY_SPECIAL, setting)).toBe("depends");
    }
  });

  it("a filter with an unknown mode or an attribute of something else depends", () => {
    expect(apps({ includeApplications: ["All"], applicationFilter: { mode: "maybe", rule: EXEMPT } })).toBe(
      "depends",
    );
    expect(
      apps({ includeApplications: ["All"], applicationFilter: { mode: "exclude", rule: "device.x -eq 1" } }),
    ).toBe("depends");
  });
});

describe("scopes to resources", () => {
  const resource = (
    scopes: readonly string[],
    setting: "enforced" | "legacy" = "enforced",
    facts: SignInContext = {},
  ) =>
    requestedResources(check(scopes), facts, setting).map((possibility) =>
      possibility.map((each) => (each.kind === "baseline" ? "baseline" : (each.appId ?? each.uri))),
    );

  it.each<[string, readonly string[], readonly (readonly string[])[]]>([
    ["c-scopes-oidc", PLAIN, [["baseline"]]],
    ["c-scopes-none", [], [["baseline"]]],
    ["c-scopes-custom", CUSTOM, [[API_1]]],
    ["c-scopes-graph-short-name", ["openid", "User.Read"], [["baseline"]]],
    ["c-scopes-graph-uri", ["https://graph.microsoft.com/User.Read"], [["baseline"]]],
    ["c-scopes-graph-more", ["User.Read", "Mail.Read"], [[GRAPH]]],
    ["i-7: .default is tried both ways", ["https://graph.microsoft.com/.default"], [["baseline"], [GRAPH]]],
    ["c-scopes-azure-ad-graph", ["https://graph.windows.net/Directory.Read.All"], [[AZURE_AD]]],
    ["i-7: baseline beside a custom API adds nothing", [...CUSTOM, "User.Read", "offline_access"], [[API_1]]],
    ["c-scopes-custom-default", [`api://${API_1}/.default`], [[API_1]]],
    ["c-scopes-bare-app-id", [`${API_1}/.default`], [[API_1]]],
    ["c-scopes-tenant-and-app", [`api://${API_2}/${API_1}/jamfconnect`], [[API_1]]],
    ["c-scopes-uri-not-known", ["api://jamf.contoso.com/jamfconnect"], [["api://jamf.contoso.com"]]],
    ["c-scopes-uri-with-an-id-inside", [`api://jamf-${API_1}/jamfconnect`], [[`api://jamf-${API_1}`]]],
  ])("[%s]", (_id, scopes, expected) => {
    expect(resource(scopes)).toEqual(expected);
  });

  it.each([
    "openid",
    "profile",
    "email",
    "offline_access",
    "User.Read",
    "User.Read.All",
    "User.ReadBasic.All",
    "People.Read",
    "People.Read.All",
    "GroupMember.Read.All",
    "Member.Read.Hidden",
  ])("[c-baseline-list] %s is a baseline scope", (scope) => {
    expect(resource([scope, "openid"])).toEqual([["baseline"]]);
  });

  it.each<[string, boolean]>([
    ["User.Read", true],
    ["People.Read", true],
    ["https://graph.windows.net/People.Read", false],
    ["User.Read.All", false],
    ["People.Read.All", false],
    ["GroupMember.Read.All", false],
  ])("[i-7] before enforcement the list for native clients is shorter: %s", (scope, exempt) => {
    expect(resource(["openid", scope], "legacy").flat().includes("baseline")).toBe(exempt);
  });

  it("[c-baseline-legacy-confidential] the list for confidential clients was longer", () => {
    const found = requestedResources({ ...check(["User.Read.All"]), confidential: true }, {}, "legacy");
    expect(found).toEqual([[{ kind: "baseline", readsDirectory: true }]]);
  });

  it("[c-scopes-v1] on v1 the resource parameter names the target", () => {
    const v1 = (target: string) =>
      requestedResources({ ...check(["openid"]), resource: target }, {}, "enforced");
    expect(v1(`api://${API_1}`)).toMatchObject([[{ appId: API_1 }]]);
    expect(v1("https://graph.microsoft.com")).toMatchObject([[{ kind: "baseline" }], [{ appId: GRAPH }]]);
  });

  it("known apps resolve App ID URIs", () => {
    const facts: SignInContext = {
      applications: [
        {
          appId: API_2,
          displayName: "Private",
          identifierUris: ["api://jamf.contoso.com"],
          attributes: null,
        },
      ],
    };
    expect(resource(["api://Jamf.Contoso.com/jamfconnect"], "enforced", facts)).toEqual([[API_2]]);
  });

  it("[i-8] an App ID URI whose app id is not known depends against listed ids, and on nothing else", () => {
    const scopes = ["api://jamf.contoso.com/jamfconnect", "openid"];
    expect(apps({ includeApplications: [API_1] }, scopes)).toBe("depends");
    expect(apps({ includeApplications: ["All"], excludeApplications: [API_1] }, scopes)).toBe("depends");
    expect(apps({ includeApplications: ["All"] }, scopes)).toBe("yes");
    expect(apps({ includeApplications: ["Office365"] }, scopes)).toBe("no");
  });

  it("[i-8] Office365 against further Graph scopes depends", () => {
    expect(apps({ includeApplications: ["Office365"] }, ["Mail.Read"])).toBe("depends");
    expect(apps({ includeApplications: ["All"], excludeApplications: ["Office365"] }, ["Mail.Read"])).toBe(
      "depends",
    );
    expect(apps({ includeApplications: ["All"] }, ["Mail.Read"])).toBe("yes");
    expect(apps({ includeApplications: ["Office365"] }, ["User.Read"])).toBe("no");
  });

  it("[i-7] .default depends where the two readings differ, and is certain where they agree", () => {
    const scopes = ["https://graph.microsoft.com/.default"];
    const excluding = policy({
      applications: { includeApplications: ["All"], excludeApplications: [API_1] },
    });
    expect(applies(excluding, login(scopes), NOBODY_SPECIAL, "legacy")).toBe("depends");
    expect(applies(excluding, login(scopes), NOBODY_SPECIAL, "enforced")).toBe("yes");
    expect(applies(policy(), login(scopes), NOBODY_SPECIAL, "legacy")).toBe("yes");
  });

  it("[i-1] display names of apps are compared as text and listed", () => {
    const one = policy({ applications: { includeApplications: ["Microsoft Azure Management"] } });
    expect(applies(one, check(CUSTOM))).toBe("no");
    expect(one.unresolved).toEqual(["Microsoft Azure Management"]);
  });
});
