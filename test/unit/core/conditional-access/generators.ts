import fc from "fast-check";
import type { NamedLocation, SignIn, SignInContext } from "../../../../main/core/conditional-access/index.ts";
import {
  API_1,
  API_2,
  AZURE_AD,
  CUSTOM,
  check,
  GRAPH,
  type Json,
  login,
  PLACEHOLDER,
  PLAIN,
} from "./support.ts";

/** Identifiers from a small pool, so that policies and facts meet. */
const USERS = ["u1", "u2"];
const GROUPS = ["g1", "g2", "g3"];
const ROLES = ["r1", "r2"];
const TENANT = "t1";
const APPS = [API_1, API_2, AZURE_AD, GRAPH, PLACEHOLDER, "Office365", "MicrosoftAdminPortals"];
const PLATFORMS = ["android", "iOS", "windows", "macOS", "linux"];
const RULES = [
  'CustomSecurityAttribute.Jamf_Exempt -eq "yes"',
  'CustomSecurityAttribute.Jamf_Exempt -ne "yes" -or CustomSecurityAttribute.Jamf_Kind -contains "api"',
  "broken rule",
];
const DEVICE_RULES = [
  "device.isCompliant -eq True",
  'device.trustType -ne "ServerAD" -and device.isCompliant -ne True',
  "broken",
];
const GUESTS = "internalGuest,b2bCollaborationGuest,b2bCollaborationMember,serviceProvider";

export const LOCATIONS: readonly NamedLocation[] = [
  location("l1", "ip", true, ["203.0.113.0/24"], []),
  location("l2", "ip", false, ["203.0.113.128/25", "2001:db8::/32"], []),
  location("l3", "country", false, [], ["nl"]),
];

function location(
  id: string,
  kind: "ip" | "country",
  trusted: boolean,
  ranges: readonly string[],
  countries: readonly string[],
): NamedLocation {
  return {
    id,
    displayName: null,
    kind,
    trusted,
    ranges,
    countries,
    includeUnknownCountries: false,
    byGps: false,
  };
}

const some = (values: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...values]);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 2 });

const guests = fc.record({
  guestOrExternalUserTypes: some(GUESTS.split(",")).map((kinds) => kinds.join(",")),
  externalTenants: fc.constantFrom(
    { membershipKind: "all" },
    { membershipKind: "enumerated", members: [TENANT] },
  ),
});

const users = fc.record({
  includeUsers: fc.constantFrom(["All"], ["All"], ["None"], ["u1"], [], ["GuestsOrExternalUsers"]),
  includeGroups: some(GROUPS),
  includeRoles: some(ROLES),
  excludeUsers: some(USERS),
  excludeGroups: some(GROUPS),
  excludeRoles: some(ROLES),
  includeGuestsOrExternalUsers: maybe(guests),
  excludeGuestsOrExternalUsers: maybe(guests),
});

const applications = fc.record({
  includeApplications: fc.oneof(fc.constant(["All"]), some(APPS)),
  excludeApplications: some(APPS),
  applicationFilter: maybe(
    fc.record({ mode: fc.constantFrom("include", "exclude"), rule: fc.constantFrom(...RULES) }),
  ),
});

/** Conditions of a policy as Graph writes them. */
export const conditions: fc.Arbitrary<Json> = fc.record({
  users,
  applications,
  clientAppTypes: fc.constantFrom(
    ["all"],
    ["browser"],
    ["mobileAppsAndDesktopClients"],
    ["other"],
    ["browser", "mobileAppsAndDesktopClients"],
  ),
  platforms: maybe(
    fc.record({
      includePlatforms: fc.oneof(fc.constant(["all"]), some(PLATFORMS)),
      excludePlatforms: some(PLATFORMS),
    }),
  ),
  locations: maybe(
    fc.record({
      includeLocations: fc.oneof(fc.constant(["All"]), some(["AllTrusted", "l1", "l2", "l3"])),
      excludeLocations: some(["AllTrusted", "l1", "l2", "l3"]),
    }),
  ),
  devices: maybe(
    fc.record({
      deviceFilter: fc.record({
        mode: fc.constantFrom("include", "exclude"),
        rule: fc.constantFrom(...DEVICE_RULES),
      }),
    }),
  ),
  signInRiskLevels: some(["low", "high"]),
  userRiskLevels: some(["medium", "high"]),
  insiderRiskLevels: maybe(fc.constant("elevated")),
  times: maybe(fc.constant("weekdays")),
});

export const grantControls: fc.Arbitrary<Json | null> = maybe(
  fc.record({
    operator: fc.constantFrom("AND", "OR", null),
    builtInControls: some([
      "block",
      "mfa",
      "compliantDevice",
      "domainJoinedDevice",
      "approvedApplication",
      "compliantApplication",
      "passwordChange",
      "new",
    ]),
    termsOfUse: some(["t"]),
    customAuthenticationFactors: some(["Fabrikam"]),
    authenticationStrength: maybe(
      fc.record({
        id: fc.constantFrom("00000000-0000-0000-0000-000000000004", "custom"),
        allowedCombinations: fc.constantFrom(
          null,
          ["fido2"],
          ["password"],
          ["federatedSingleFactor", "fido2"],
        ),
      }),
    ),
  }),
);

/** Facts that fit together: the location follows from the address, and nothing contradicts anything. */
export const facts: fc.Arbitrary<SignInContext> = fc
  .record({
    user: some(USERS),
    kind: fc.constantFrom("member" as const, "internalguest" as const, "b2bcollaborationguest" as const),
    tenant: fc.constantFrom(TENANT, "t2"),
    groups: some(GROUPS),
    roles: some(ROLES),
    ipAddress: fc.constantFrom("203.0.113.7", "203.0.113.200", "198.51.100.1", "2001:db8::1"),
    country: fc.constantFrom("nl", "us"),
    mfaTrusted: fc.boolean(),
    device: fc.constantFrom(
      null,
      new Map<string, string | boolean>([
        ["iscompliant", true],
        ["trusttype", "AzureAD"],
      ]),
    ),
    signInRisk: fc.constantFrom("none" as const, "low" as const, "high" as const),
    userRisk: fc.constantFrom("none" as const, "medium" as const, "high" as const),
    insiderRisk: fc.constantFrom("none" as const, "elevated" as const),
    exempt: fc.constantFrom("yes", "no", null),
    federated: fc.boolean(),
  })
  .map((each): SignInContext => {
    const inside = LOCATIONS.filter((one) => isInside(one.id, each.ipAddress, each.country)).map(
      (one) => one.id,
    );
    const attributes = new Map(each.exempt === null ? [] : [["jamf_exempt", each.exempt] as const]);
    return {
      user: new Set(each.user),
      userKinds: [each.kind],
      homeTenant: each.tenant,
      groups: new Set(each.groups),
      roles: new Set(each.roles),
      platform: "macos",
      ipAddress: each.ipAddress,
      country: each.country,
      trustedLocation: inside.includes("l1") || each.mfaTrusted,
      locations: new Set(inside),
      locationDefinitions: LOCATIONS,
      device: each.device,
      signInRisk: each.signInRisk,
      userRisk: each.userRisk,
      insiderRisk: each.insiderRisk,
      federated: each.federated,
      applications: [API_1, API_2, PLACEHOLDER].map((appId) => ({
        appId,
        displayName: null,
        identifierUris: [],
        attributes,
      })),
    };
  });

/** Written out by hand, so that the tests do not lean on the code under test. */
function isInside(id: string, address: string, country: string): boolean {
  if (id === "l1") return address.startsWith("203.0.113.");
  return id === "l2" ? address === "203.0.113.200" || address.startsWith("2001:db8:") : country === "nl";
}

/** The facts with only some of their members. */
export function fewer(all: SignInContext): fc.Arbitrary<SignInContext> {
  return fc
    .subarray(Object.keys(all))
    .map((names) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))));
}

export const signIn: fc.Arbitrary<SignIn> = fc
  .tuple(
    fc.boolean(),
    fc.constantFrom(
      PLAIN,
      CUSTOM,
      ["User.Read.All"],
      ["Mail.Read"],
      ["https://graph.microsoft.com/.default"],
      ["api://contoso/x"],
      [...CUSTOM, "User.Read"],
    ),
  )
  .map(([isLogin, scopes]) => (isLogin ? login(scopes) : check(scopes)));

export const baselineScopes = fc.constantFrom("enforced" as const, "legacy" as const, {
  placeholder: PLACEHOLDER,
});
