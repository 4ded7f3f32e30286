import type { SymptomText } from "./explanation.ts";

/** A symptom as people describe it: it matches when every group has at least one of its words in the text. */
export type Symptom = SymptomText & { readonly words: readonly (readonly string[])[] };

const thread =
  "https://community.jamf.com/t5/jamf-connect/jamf-connect-and-microsoft-azure-conditional-access/m-p/249968";
const enforcement =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps";
const lockout = "https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout";

/** The symptoms of the Jamf Nation thread and of today's Conditional Access, the more specific first. */
export const symptoms: readonly Symptom[] = [
  {
    id: "login-good-then-error",
    title: "The login works, then: An error occurred. Contact your IT administrator",
    meaning:
      "The provider's pages went well. What Jamf Connect does after them fails: the code exchange, the password check, or the account.",
    words: [["an error occurred", "error occured", "contact your it", "contact your administrator"]],
    suspects: [
      {
        what: "The password check of the login window fails.",
        test: "Run: test ropg --from login. Read its verdict.",
        because:
          "After the pages Jamf Connect checks the password once more over ROPG, with its own client id, scopes and tenant.",
        codes: [7000218, 700016, 65001, 900144],
      },
      {
        what: "The code exchange fails.",
        test: "Run: test oidc. Look at the step Code exchange.",
        because:
          "A redirect URI under Web instead of Mobile and desktop applications lets the pages work and the exchange fail.",
        codes: [7000218, 500113, 50011, 700025],
      },
      {
        what: "The token lacks the claim that gives the short name.",
        test: "Run: test oidc. Look at the step Account.",
        because: "OIDCShortName or the scopes ask for a claim that the token does not carry.",
        codes: [],
      },
      {
        what: "A client secret is in one of the two tabs only.",
        test: "Remove the secret from both, or run lint on the profile.",
        because: "With a public client no secret is needed; with half of one, one of the two logins fails.",
        codes: [7000215, 700025],
      },
    ],
    sources: [thread],
  },
  {
    id: "ropg-asks-for-resource",
    title: "The password test asks for resource",
    meaning: "The request went to Entra's v1 endpoint in the form of v2.",
    words: [["resource"], ["ropg", "password test", "parameter", "request body", "asks for", "missing"]],
    suspects: [
      {
        what: "The discovery address of the check leads to v1.",
        test: "Run: discover. Read the address under ropg: it needs /v2.0.",
        because: "ROPGDiscoveryURL without /v2.0 leads to the endpoint that wants resource.",
        codes: [900144, 90014],
      },
      {
        what: "Jamf Connect or its Configuration app is older than 2.12.",
        test: "Run: test ropg --jamf-connect 2.11 and compare.",
        because: "Before 2.12 the check always went to v1.",
        codes: [900144],
      },
    ],
    sources: [thread],
  },
  {
    id: "ropg-asks-for-secret",
    title: "The password test asks for a client secret, the login does not",
    meaning: "Entra treats the application as confidential when it is asked for a token by password.",
    words: [["secret"], ["ropg", "password test", "asks for", "require", "client secret", "need"]],
    suspects: [
      {
        what: "Allow public client flows is off.",
        test: "Run: test ropg. 7000218 confirms it. Then set the switch under Authentication of the client to Yes.",
        because: "In the login the type of the redirect URI decides; in the password check this switch does.",
        codes: [7000218],
      },
      {
        what: "The redirect URI stands under Web.",
        test: "Move it to Mobile and desktop applications.",
        because: "Under Web the code exchange wants a secret too.",
        codes: [7000218],
      },
      {
        what: "A secret was added to help, and is now refused.",
        test: "Take it out of both domains.",
        because: "A public client may not send one.",
        codes: [700025, 9002319],
      },
    ],
    sources: [thread],
  },
  {
    id: "ropgscopes-refused",
    title: "ROPGScopes is refused as an invalid key",
    meaning:
      "The key is right. The editor does not know it: Jamf Connect Configuration learnt it later than Jamf Connect.",
    words: [
      ["ropgscopes", "ropg scopes"],
      ["invalid", "refus", "remov", "unknown", "not accepted", "missing", "do not see", "error"],
    ],
    suspects: [
      {
        what: "Jamf Connect Configuration is too old for the key.",
        test: "Set ROPGScopes here and export the profile; the key is kept.",
        because: "At 2.17 the key had to be typed into the file by hand.",
        codes: [],
      },
      {
        what: "The key stands in the wrong place.",
        test: "Run: lint. It belongs to com.jamf.connect.login, and to IdPSettings in com.jamf.connect.",
        because: "The two domains have their own scopes for the check.",
        codes: [],
      },
    ],
    sources: [thread],
  },
  {
    id: "locked-after-password-change",
    title: "Accounts lock after a password change",
    meaning:
      "Something keeps sending an old password. Each try counts, and smart lockout closes the account for a while.",
    words: [
      ["lock", "locked", "lockout", "50053"],
      ["password", "account", "change", "user", "after"],
    ],
    suspects: [
      {
        what: "The Mac still has the old password.",
        test: "Run: test ropg with the new password once. 50053 says nothing about it; wait and repeat.",
        because: "Jamf Connect checks the password it knows every few minutes and at every network change.",
        codes: [50053, 50126, 50054],
      },
      {
        what: "Another device sends it: phone mail, a second Mac, a saved Wi-Fi password.",
        test: "Filter the sign-in log by the user and 50126, and compare addresses and client apps.",
        because:
          "The same wrong password counts once with password hash sync, but several old ones count each.",
        codes: [50126],
      },
      {
        what: "Pass-through authentication counts every try.",
        test: "Compare the lockout thresholds of Active Directory and Entra.",
        because: "Entra's memory of the last wrong passwords does not work there.",
        codes: [50053],
      },
    ],
    sources: [lockout, thread],
  },
  {
    id: "mfa-failures-came-back",
    title: "The password check fails with 50076 since 2026, although an app is excluded",
    meaning:
      "From 15 June 2026 a request for only openid, profile or email counts as access to Windows Azure Active Directory. All-resources policies with an exclusion reach it now.",
    words: [
      ["exclu", "exempt", "attribute"],
      ["mfa", "50076", "fail", "again", "since", "still"],
    ],
    suspects: [
      {
        what: "The check asks for baseline scopes only.",
        test: "Run: test ropg, then conditional-access with your policies and --baseline-scopes enforced and legacy. If they differ, this is it.",
        because: "The exclusion used to take such requests out of the policy by accident.",
        codes: [50076],
      },
      {
        what: "The tenant keeps the old behaviour on purpose.",
        test: "Look at the baseline scopes settings of the tenant: enforce, customize or disable.",
        because: "A tenant that chose otherwise is not changed by the rollout.",
        codes: [],
      },
    ],
    sources: [enforcement],
  },
  {
    id: "red-lines-in-the-log",
    title: "Failed sign-ins in the log every few minutes",
    meaning:
      "The password check of the menu bar / Self Service+ cannot do MFA, so Entra writes an error each time, although the password is right.",
    words: [
      ["fail", "red line", "errors"],
      ["log", "sign-in", "sign in", "azure logs"],
    ],
    suspects: [
      {
        what: "The lines carry 50076: correct passwords.",
        test: "Filter the sign-in log by 50076. Authentication requirement says multi-factor, Result detail says that the MFA challenge was not passed (non interactive).",
        because: "MFA is demanded only after the password was accepted.",
        codes: [50076, 50079, 50158],
      },
      {
        what: "The lines carry 50126: wrong passwords.",
        test: "Filter by 50126. Authentication requirement says single-factor.",
        because: "Then a device really sends a wrong password.",
        codes: [50126],
      },
    ],
    sources: [thread],
  },
  {
    id: "no-mfa-at-login",
    title: "Nobody is asked for MFA at the login window",
    meaning: "No policy with MFA reaches what the login asks for, or an existing session answered.",
    words: [
      ["mfa", "multi-factor", "second factor"],
      ["no ", "nobody", "not asked", "never", "without", "missing", "not prompted"],
    ],
    suspects: [
      {
        what: "The login asks for an API that is excluded from the policy.",
        test: "Run: conditional-access with your policies. Compare the resource of the login window.",
        because:
          "Jamf's present guide excludes the API app; if OIDCScopes names it as well, the login is exempt too.",
        codes: [],
      },
      {
        what: "A browser session answered in the test.",
        test: "Run: test oidc in a fresh window.",
        because: "An MFA that was done before counts again.",
        codes: [],
      },
    ],
    sources: [
      "https://learn.jamf.com/en-US/bundle/jamf-connect-documentation-current/page/Microsoft_Entra_ID_Integration.html",
      enforcement,
    ],
  },
  {
    id: "risky-users",
    title: "Users show up as risky because of the password check",
    meaning:
      "Accepted passwords without MFA, every few minutes, look like password spraying to Identity Protection and to alert rules.",
    words: [
      ["risk", "risky"],
      ["sign", "user", "log", "report", "ropg", "check"],
    ],
    suspects: [
      {
        what: "The check leaves 50076 or single-factor successes.",
        test: "Filter the sign-in log by the client's application id and compare with the risk detections.",
        because: "Both patterns have public alert rules.",
        codes: [50076],
      },
    ],
    sources: [thread],
  },
];
