import { soundProfile } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

const model = (name: string) => `Microsoft.Graph.PowerShell.Models.MicrosoftGraphConditionalAccess${name}`;
const everybody = {
  users: { includeUsers: ["All"] },
  applications: { includeApplications: ["All"] },
  clientAppTypes: ["all"],
};
const mfa = { operator: "OR", builtInControls: ["mfa"] };
const guid = (last: number) => `ca5e0000-0000-4000-8000-${String(last).padStart(12, "0")}`;

/** A policy in Graph's form with some of its parts as an export left them. */
function policy(displayName: string, conditions: object = {}, grantControls: object | null = mfa): object {
  const id = guid(displayName.length);
  return { id, displayName, state: "enabled", conditions: { ...everybody, ...conditions }, grantControls };
}

/** A policy as the Graph SDK for PowerShell has it, written at the default depth of two. */
const sdkAtDefaultDepth = {
  Id: guid(1),
  DisplayName: "Second factor on computers",
  State: "enabled",
  Conditions: {
    Applications: {
      ApplicationFilter: { Mode: null, Rule: null },
      ExcludeApplications: "",
      IncludeApplications: "All",
      IncludeUserActions: "",
    },
    AuthenticationFlows: { TransferMethods: null },
    ClientAppTypes: ["all"],
    ClientApplications: { IncludeServicePrincipals: null, ServicePrincipalFilter: model("Filter") },
    Devices: { DeviceFilter: model("Filter") },
    Locations: { ExcludeLocations: null, IncludeLocations: null },
    Platforms: { ExcludePlatforms: "", IncludePlatforms: "linux macOS" },
    Users: {
      ExcludeUsers: guid(9),
      ExcludeGuestsOrExternalUsers: model("GuestsOrExternalUsers"),
      IncludeUsers: "All",
    },
  },
  GrantControls: {
    AuthenticationStrength: { AllowedCombinations: null, Id: null },
    BuiltInControls: ["mfa"],
    CustomAuthenticationFactors: [],
    Operator: "OR",
    TermsOfUse: [],
  },
  SessionControls: { SignInFrequency: { IsEnabled: null, Value: null } },
  AdditionalProperties: {},
};
/** The same one level deeper in a list: the conditions are gone. */
const sdkInAList = {
  ...sdkAtDefaultDepth,
  Conditions: {
    Applications: model("Applications"),
    ClientAppTypes: "all",
    ClientApplications: model("ClientApplications"),
    Devices: model("Devices"),
    Locations: model("Locations"),
    Platforms: model("Platforms"),
    Users: model("Users"),
  },
  GrantControls: {
    ...sdkAtDefaultDepth.GrantControls,
    AuthenticationStrength: model("AuthenticationStrength"),
  },
};

type Expected = Pick<PublicCase, "exit" | "says"> & Partial<PublicCase>;

function evaluated(name: string, of: string | null, policies: unknown, expected: Expected): PublicCase {
  return {
    kind: "C",
    name,
    of,
    files: { "policies.json": JSON.stringify(policies, null, 2), "staff.mobileconfig": soundProfile },
    call: ["conditional-access", "policies.json", "--profile", "staff.mobileconfig"],
    ...expected,
  };
}

const cut = (...places: readonly (string | RegExp)[]): Expected => ({
  exit: 1,
  says: ["The export lost parts of a policy", "ConvertTo-Json -Depth 10", /MFA depends/u, ...places],
  neverSays: ["MFA no", "recipe: simple"],
});

/** Exports of policies that lost something on their way, and controls that other providers answer. */
export const policies: readonly PublicCase[] = [
  evaluated(
    "a policy of the SDK at the default depth",
    "c31-mg-default-depth.json",
    sdkAtDefaultDepth,
    cut("conditions.devices.deviceFilter (the name of a type)", "conditions.platforms.includePlatforms"),
  ),
  evaluated(
    "a list of them, one level deeper",
    "c44-mg-array-default-depth.json",
    [sdkInAList, { ...sdkInAList, Id: guid(2), DisplayName: "Another" }],
    {
      ...cut("conditions.users", "conditions.applications", "grantControls.authenticationStrength"),
      says: ["The export lost parts of 2 policies", "ConvertTo-Json -Depth 10", /MFA depends/u],
    },
  ),
  evaluated(
    "platforms in one text, macOS excluded",
    "c34-ps-joined-platforms-exclude.json",
    policy(
      "No odd systems",
      { platforms: { includePlatforms: "all", excludePlatforms: "iOS android macOS windows" } },
      { operator: "OR", builtInControls: ["block"] },
    ),
    {
      exit: 0,
      says: [
        /Login window[\s\S]*blocked no, managed device no, lock-out no/u,
        /No odd systems +no, platform/u,
        "read whole",
      ],
      neverSays: ["The login is blocked"],
    },
  ),
  evaluated(
    "a strength in the words of its type",
    "c43-strength-cut.json",
    policy("Strong", {}, { operator: "OR", builtInControls: [], authenticationStrength: model("Strength") }),
    cut("authentication strength (missing from the export)"),
  ),
  evaluated(
    "controls as numbers",
    "c05-ps-enum-controls.json",
    {
      DisplayName: "Numbers",
      State: "Enabled",
      Conditions: everybody,
      GrantControls: { _Operator: "OR", BuiltInControls: [1] },
    },
    cut("grantControls.builtInControls (a number)"),
  ),
  evaluated(
    "nulls where controls belong",
    null,
    policy("Empty", {}, { operator: "OR", builtInControls: null, termsOfUse: null }),
    cut("grantControls (null)"),
  ),
  evaluated("no grant controls at all are none", null, policy("Session only", {}, null), {
    exit: 0,
    says: ["No policy demands MFA."],
    neverSays: ["-Depth"],
  }),
  evaluated(
    "lists that Windows PowerShell counted",
    null,
    policy("Counted", { platforms: { includePlatforms: { value: ["linux", "macOS"], Count: 2 } } }),
    { exit: 0, says: [/MFA yes/u], neverSays: ["-Depth"] },
  ),
  evaluated(
    "Terraform's names",
    null,
    {
      display_name: "From Terraform",
      state: "enabled",
      conditions: [
        {
          client_app_types: ["all"],
          applications: [{ included_applications: ["All"] }],
          users: [{ included_users: ["All"] }],
        },
      ],
      grant_controls: [{ operator: "OR", built_in_controls: ["mfa"] }],
    },
    { exit: 0, says: [/MFA yes/u, "Terraform's names"], neverSays: ["MFA no"] },
  ),
  evaluated(
    "a retired control",
    null,
    policy("Approved apps", {}, { operator: "OR", builtInControls: ["approvedApplication"] }),
    {
      exit: 0,
      says: ["which Entra no longer enforces", "30 June 2026", "lock-out no"],
      neverSays: ["lock people out"],
    },
  ),
  {
    ...evaluated(
      "a custom control is answered 50158",
      "c16-external-auth-method.json",
      policy(
        "Second factor elsewhere",
        {},
        { operator: "OR", builtInControls: [], customAuthenticationFactors: ["Elsewhere"] },
      ),
      {
        exit: 0,
        says: ["Entra answers AADSTS50158", "none of the 530xx family", "sends people to another provider"],
        neverSays: ["an error of the 530xx family"],
      },
    ),
    kind: "C2",
  },
];
