import { enforcement, lockout, type Symptom, thread } from "./symptom.ts";

/** Symptoms that show in Entra: locked accounts, failures in the log, risky users. */
export const logSymptoms: readonly Symptom[] = [
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
      ["exclu", "exempt", "attribute", "since june", "since 2026", "june 2026"],
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
