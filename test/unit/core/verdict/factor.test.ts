import { expect, test } from "vitest";
import { factorOf } from "../../../../main/core/verdict/factor.ts";

const nothing = { kind: "oidc", code: null, succeeded: true, amr: null, secondFactorSeen: null } as const;

test.each([
  ["the error comes first", { code: 50076, amr: ["pwd"] }, "multi", "50076"],
  ["amr with mfa", { amr: ["pwd", "mfa"], secondFactorSeen: false }, "multi", "amr: pwd, mfa"],
  ["amr without mfa", { amr: ["pwd"], secondFactorSeen: true }, "single", "amr: pwd"],
  ["a second-factor page", { secondFactorSeen: true }, "multi", "inferred"],
  ["no second-factor page proves nothing", { secondFactorSeen: false }, "unknown", "sign-in log"],
  ["nothing known", {}, "unknown", "sign-in log"],
  ["tokens for a password alone", { kind: "ropg" }, "single", "password alone"],
  ["a failed check", { kind: "ropg", code: 50126, succeeded: false }, "unknown", "far enough"],
] as const)("%s", (_name, changes, factor, evidence) => {
  const found = factorOf({ ...nothing, ...changes });
  expect(found.factor).toBe(factor);
  expect(found.factorEvidence).toContain(evidence);
});
