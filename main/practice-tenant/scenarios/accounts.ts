import { contosoWith, DOMAIN, ids, loginClient } from "./contoso.ts";
import { atBoth, type ScenarioFile, signIns } from "./scenario.ts";

/** More groups than a token names (200). */
const manyGroups = Array.from(
  { length: 250 },
  (_, index) => `1a7c4e00-0000-4000-8000-0000009${String(index).padStart(5, "0")}`,
);

/** The state of the account decides, not the policies. */
export const accountScenarios: readonly ScenarioFile[] = [
  {
    name: "password-expired",
    title: "Password expired",
    story:
      "The password is right and has expired.\nThe login lets the person change it on its page and go on; the check ends with 50055 until that is done.",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "password-expired", checkCode: 50055 }),
    tenant: contosoWith({
      staff: { passwordState: "expired", note: "Ordinary member of staff; the password has expired." },
    }),
  },
  {
    name: "locked-out",
    title: "Smart lockout",
    story:
      "Too many wrong passwords have locked the account.\nBoth sign-ins end with 50053, which says nothing about the password.",
    recipe: "none",
    expected: atBoth("account", 50053),
    tenant: contosoWith({ staff: { lockedOut: true, note: "Ordinary member of staff; locked out." } }),
  },
  {
    name: "malicious-ip",
    title: "Address held for malicious",
    story:
      "Entra holds the office's outgoing address for malicious.\nBoth sign-ins end with 50053 for everybody, whatever the password.",
    recipe: "none",
    expected: atBoth("account", 50053),
    tenant: contosoWith({ network: { malicious: true } }),
  },
  {
    name: "disabled",
    title: "Account disabled",
    story: "The account is disabled.\nBoth sign-ins end with 50057, which says nothing about the password.",
    recipe: "none",
    expected: atBoth("account", 50057),
    tenant: contosoWith({
      staff: { accountEnabled: false, note: "Ordinary member of staff; the account is disabled." },
    }),
  },
  {
    name: "guest",
    title: "Guest from another tenant",
    story:
      "The person is a guest whose password lives in another tenant.\nThe login sends them there and back; the password check does not find them (50034).",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "account", checkCode: 50034 }),
    tenant: contosoWith({
      staff: {
        userPrincipalName: `kim_fabrikam.example#EXT#@${DOMAIN}`,
        displayName: "Kim Brook",
        givenName: "Kim",
        surname: "Brook",
        mail: "kim@fabrikam.example",
        password: "Practice-Kim-1",
        userType: "Guest",
        note: "Guest from Fabrikam.",
      },
    }),
  },
  {
    name: "groups-overage",
    title: "More than 200 groups",
    story:
      "The person is in 250 groups; a token names 200 at most and points to Graph instead.\nBoth sign-ins succeed, but a group that should make an admin is not in the token.",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "succeeded" }),
    tenant: contosoWith({
      staff: { groups: manyGroups },
      client: { groupMembershipClaims: "SecurityGroup" },
    }),
  },
  {
    name: "no-admin-role",
    title: "No app role",
    story:
      "The profile makes people with the role Admin administrators, and nobody has given this person a role.\nBoth sign-ins succeed; the account on the Mac is a standard one.",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "succeeded" }),
    tenant: contosoWith({
      staff: { appRoles: [], note: "Looks after the Macs, but has no app role." },
      client: { servicePrincipal: { ...loginClient.servicePrincipal, appRoleAssignmentRequired: false } },
    }),
  },
];

/** Who checks the password: the cloud, a sign-in server of one's own, or Active Directory. */
export const federationScenarios: readonly ScenarioFile[] = [
  {
    name: "federated-no-hash-sync",
    title: "Federated, no hash sync",
    story:
      "Passwords are checked by a sign-in server of one's own, and no hash is in the cloud.\nThe login goes there; the password check has nothing to compare with (50056).",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "account", checkCode: 50056 }),
    tenant: contosoWith({
      staff: { authentication: "federated", note: "Federated, without a password hash in the cloud." },
    }),
  },
  {
    name: "federated-hash-sync",
    title: "Federated, with hash sync",
    story:
      "Hashes are synchronised, and a home realm discovery policy lets the login app use them.\nLogin and password check both succeed.",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "succeeded" }),
    tenant: contosoWith({
      staff: {
        authentication: "federated",
        passwordHashSync: true,
        note: "Federated, with a password hash in the cloud.",
      },
      homeRealmDiscoveryPolicies: [
        {
          id: ids.hrdPolicy,
          displayName: "Jamf Connect ROPG",
          definition: ['{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}'],
        },
      ],
      client: {
        servicePrincipal: { ...loginClient.servicePrincipal, homeRealmDiscoveryPolicyIds: [ids.hrdPolicy] },
      },
    }),
  },
  {
    name: "pass-through",
    title: "Pass-through authentication",
    story:
      "Every password is checked by Active Directory through an agent.\nBoth sign-ins succeed; the same old password counts towards lock-out each time it is sent.",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "succeeded" }),
    tenant: contosoWith({
      staff: { authentication: "pass-through", note: "Password checked by Active Directory." },
    }),
  },
];
