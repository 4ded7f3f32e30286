import { contosoWith, ids } from "./contoso.ts";
import { grant, policy } from "./policies.ts";
import { atBoth, type ScenarioFile, signIns } from "./scenario.ts";

const compliantDeviceForEverything = policy({
  number: 5,
  displayName: "Require a compliant device",
  grant: { builtInControls: ["compliantDevice"] },
});

/** Policies that keep people out of their Macs, and one that does not. */
export const controlScenarios: readonly ScenarioFile[] = [
  {
    name: "compliant-device",
    title: "Compliant device",
    story:
      "A policy wants a compliant device. The Mac at its login window is none that Entra can see.\nThe login is refused with 530003: nobody gets in to make the Mac compliant. The check gets 53000.",
    isUncertain: true,
    recipe: "none",
    expected: signIns({ login: "blocked", loginCode: 530003, check: "blocked", checkCode: 53000 }),
    tenant: contosoWith({
      conditionalAccessPolicies: [compliantDeviceForEverything],
    }),
  },
  {
    name: "compliant-device-in-browsers",
    title: "Compliant Mac, shown by browsers only",
    story:
      "The Mac is compliant, as a policy wants it, and the SSO plug-in tells Entra so in every browser.\nThe login window has no plug-in and shows no device: it is refused with 530003, the password check with 53000.",
    recipe: "none",
    expected: signIns({ login: "blocked", loginCode: 530003, check: "blocked", checkCode: 53000 }),
    tenant: contosoWith({
      device: { isCompliant: true, trustType: "AzureAD" },
      deviceShownBy: "browsers",
      conditionalAccessPolicies: [compliantDeviceForEverything],
    }),
  },
  {
    name: "device-not-compliant",
    title: "Mac known and not compliant",
    story:
      "A policy wants a compliant device. Entra knows the Mac, and the Mac is not compliant.\nThe login is refused with 53000, which is about this Mac; the password check is too, and shows none.",
    recipe: "none",
    expected: atBoth("blocked", 53000),
    tenant: contosoWith({
      device: { isCompliant: false, trustType: "AzureAD" },
      conditionalAccessPolicies: [compliantDeviceForEverything],
    }),
  },
  {
    name: "device-not-proven",
    title: "Proof of the device wanted",
    story:
      "A policy wants a compliant device, and Entra asks for a proof of which device it is.\nNeither sign-in can give one: both end with 50097, as seen at the token endpoint.",
    isUncertain: true,
    recipe: "none",
    expected: atBoth("blocked", 50097),
    tenant: contosoWith({
      unseenDevice: { login: 50097, check: 50097 },
      conditionalAccessPolicies: [compliantDeviceForEverything],
    }),
  },
  {
    name: "hybrid-join",
    title: "Hybrid joined device",
    story:
      "A policy wants a hybrid joined device. Macs cannot be hybrid joined at all.\nLogin and password check are refused with 53001.",
    recipe: "none",
    expected: atBoth("blocked", 53001),
    tenant: contosoWith({
      conditionalAccessPolicies: [
        policy({
          number: 6,
          displayName: "Require hybrid join",
          grant: { builtInControls: ["domainJoinedDevice"] },
        }),
      ],
    }),
  },
  {
    name: "blocked-location",
    title: "Blocked location",
    story:
      "A policy blocks every place but the office, and the Mac is somewhere else.\nLogin and password check are refused with 53003; the answer names the policy.",
    recipe: "none",
    expected: atBoth("blocked", 53003),
    tenant: contosoWith({
      namedLocations: [
        {
          "@odata.type": "#microsoft.graph.ipNamedLocation",
          id: ids.office,
          displayName: "Head office",
          isTrusted: true,
          ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "198.51.100.0/24" }],
        },
      ],
      conditionalAccessPolicies: [
        policy({
          number: 8,
          displayName: "Block everywhere but the office",
          grant: grant.block,
          conditions: { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } },
        }),
      ],
    }),
  },
  {
    name: "blocked-country",
    title: "Blocked country",
    story:
      "A policy blocks every country but Germany and Austria, and the Mac is travelling.\nLogin and password check are refused with 53003; the answer names the policy.",
    recipe: "none",
    expected: atBoth("blocked", 53003),
    tenant: contosoWith({
      namedLocations: [
        {
          "@odata.type": "#microsoft.graph.countryNamedLocation",
          id: ids.homeCountries,
          displayName: "Where Contoso works",
          countriesAndRegions: ["DE", "AT"],
          includeUnknownCountriesAndRegions: false,
        },
      ],
      conditionalAccessPolicies: [
        policy({
          number: 10,
          displayName: "Block other countries",
          grant: grant.block,
          conditions: { locations: { includeLocations: ["All"], excludeLocations: [ids.homeCountries] } },
        }),
      ],
    }),
  },
  {
    name: "user-risk",
    title: "User at risk",
    story:
      "The account counts as high risk; a policy asks such people for MFA and a new password.\nThe login leads through both; the password check is answered with AADSTS50076.",
    recipe: "simple",
    expected: signIns({
      login: "succeeded",
      loginMfa: true,
      check: "password-correct",
      checkCode: 50076,
      checkMfa: true,
    }),
    tenant: contosoWith({
      staff: { riskLevel: "high" },
      conditionalAccessPolicies: [
        policy({
          number: 9,
          displayName: "New password for users at risk",
          grant: { operator: "AND", builtInControls: ["mfa", "passwordChange"] },
          conditions: { userRiskLevels: ["high"] },
        }),
      ],
    }),
  },
];
