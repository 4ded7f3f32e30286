import { expect, test } from "vitest";
import { factorOf } from "../../../../main/core/verdict/factor.ts";

const nothing = {
  kind: "oidc",
  code: null,
  succeeded: true,
  amr: null,
  secondFactorSeen: null,
  signInRow: null,
} as const;

const password = {
  succeeded: true,
  authenticationStepResultDetail: "Correct password",
  authenticationStepRequirement: "Primary authentication",
};
const byClaim = {
  succeeded: true,
  authenticationStepResultDetail: "MFA requirement satisfied by claim in the token",
  authenticationStepRequirement: "Multifactor authentication",
};
const mfaRow = {
  authenticationRequirement: "multiFactorAuthentication",
  authenticationDetails: [password, byClaim],
};
const singleRow = {
  authenticationRequirement: "singleFactorAuthentication",
  authenticationDetails: [password],
};
const silentRow = { authenticationRequirement: "", authenticationDetails: [] };

test.each([
  ["the error comes first", { code: 50076, amr: ["pwd"] }, "multi", "50076"],
  ["amr with mfa", { amr: ["pwd", "mfa"], secondFactorSeen: false }, "multi", "amr: pwd, mfa"],
  ["amr without mfa", { amr: ["pwd"], secondFactorSeen: true }, "single", "amr: pwd"],
  ["a second-factor page", { secondFactorSeen: true }, "multi", "inferred"],
  ["no second-factor page proves nothing", { secondFactorSeen: false }, "unknown", "sign-in log"],
  ["nothing known", {}, "unknown", "sign-in log"],
  ["tokens for a password alone", { kind: "ropg" }, "single", "password alone"],
  ["a failed check", { kind: "ropg", code: 50126, succeeded: false }, "unknown", "stopped"],
  ["a step outside Entra", { code: 50158, succeeded: false }, "multi", "terms of use"],
  ["a row that demands MFA", { signInRow: mfaRow }, "multi", "satisfied by claim"],
  ["a row that demands none", { signInRow: singleRow }, "single", "single-factor authentication"],
  ["a row comes after amr", { amr: ["pwd"], signInRow: mfaRow }, "single", "amr: pwd"],
  [
    "a row comes after the second-factor page",
    { secondFactorSeen: true, signInRow: singleRow },
    "multi",
    "inferred",
  ],
  ["a row without a requirement", { signInRow: silentRow }, "unknown", "sign-in log"],
  [
    "a row of a refused sign-in proves no single factor",
    { succeeded: false, signInRow: singleRow },
    "unknown",
    "stopped",
  ],
] as const)("%s", (_name, changes, factor, evidence) => {
  const found = factorOf({ ...nothing, ...changes });
  expect(found.factor).toBe(factor);
  expect(found.factorEvidence).toContain(evidence);
});
