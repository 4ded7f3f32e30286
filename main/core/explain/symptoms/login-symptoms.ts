import { enforcement, type Symptom, thread } from "./symptom.ts";

/** Symptoms of the login itself. */
export const loginSymptoms: readonly Symptom[] = [
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
];
