import { describe, expect, test } from "vitest";
import { decide } from "../../../../main/core/verdict/decide.ts";
import type { Ending } from "../../../../main/core/verdict/ending.ts";
import { readErrorBody } from "../../../../main/core/verdict/entra-error.ts";
import { networkErrors } from "../../../../main/core/verdict/network-errors.ts";
import { allOAuthEntries } from "../../../../main/core/verdict/oauth-errors.ts";

function answered(codes: readonly number[], error = "invalid_grant", at = "request"): Ending {
  const answer = readErrorBody({ error, error_codes: codes, error_description: "text" });
  if (answer === null) throw new Error("not an error body");
  return { kind: "provider-error", answer, at };
}

function check(ending: Ending, successCodes: readonly number[] = []) {
  return decide({ kind: "ropg", provider: "EntraID", ending, successCodes });
}

describe("verdict of a password check", () => {
  test.each([
    [[50076], "password-correct", "correct", true, "documented"],
    [[50079], "password-correct", "correct", true, "inferred"],
    [[70002, 50126], "password-wrong", "wrong", false, "documented"],
    [[53003], "blocked", "correct", true, "inferred"],
    [[53099], "blocked", "correct", null, "inferred"],
    [[50053], "account", "unknown", false, "inferred"],
    [[50057], "account", "unknown", false, "inferred"],
    [[50055], "password-expired", "correct", null, "inferred"],
    [[65001], "misconfigured", "correct", null, "inferred"],
    [[700999], "misconfigured", "unknown", null, "inferred"],
    [[12345], "unclear", "unknown", null, "inferred"],
  ] as const)("%j", (codes, outcome, passwordVerdict, accepts, certainty) => {
    expect(check(answered(codes))).toMatchObject({
      outcome,
      passwordVerdict,
      jamfConnect: { accepts, certainty },
    });
  });

  test("is decided by the code, never by the word: v1 and v2 agree", () => {
    expect(check(answered([50076], "interaction_required")).sentence).toBe(
      check(answered([50076], "invalid_grant")).sentence,
    );
  });

  test("50076 reads as agreed", () => {
    expect(check(answered([50076])).sentence).toBe(
      "The password is correct. Entra demanded MFA, so it answered with an error.",
    );
    expect(check(answered([50126])).sentence).toBe("The password is wrong.");
  });

  test("a blocked check says what blocks it, once", () => {
    expect(check(answered([53000])).sentence).toBe(
      "The password is correct. A policy wants a compliant device, and this request shows none.",
    );
    expect(check(answered([53003])).sentence).toBe(
      "The password is correct. A Conditional Access policy blocks this sign-in.",
    );
  });

  test("the log of a login says nothing about ROPC, and the log of a check does", () => {
    const tokens: Ending = { kind: "tokens" };
    const login = decide({ kind: "oidc", provider: "EntraID", ending: tokens, successCodes: [] });
    expect(login.signInLog.note).not.toContain("ROPC");
    expect(check(tokens).signInLog.note).toContain("ROPC");
  });

  test("success codes of the profile make an answer accepted, and documented", () => {
    expect(check(answered([50158]), [50158]).jamfConnect).toMatchObject({
      accepts: true,
      certainty: "documented",
    });
    expect(check(answered([65001]), [50158]).jamfConnect.accepts).toBeNull();
  });

  test("50053 says nothing about the password", () => {
    expect(check(answered([50053])).sentence).toContain("says nothing about the password");
  });

  test("an answer that nobody knows is unclear and keeps its text", () => {
    expect(check(answered([12345]))).toMatchObject({
      outcome: "unclear",
      error: { code: 12345, description: "text" },
    });
  });

  test.each(networkErrors().map((fault) => [fault.id, fault.outcome] as const))(
    "network fault %s is %s",
    (fault, outcome) => {
      const early = check({ kind: "fault", fault, host: "login.example", detail: "", at: "discovery" });
      expect(early).toMatchObject({ outcome, passwordVerdict: "not-checked" });
      expect(early.jamfConnect.accepts).not.toBe(true);
      expect(early.sentence).not.toContain("{host}");
      const late = check({ kind: "fault", fault, host: "login.example", detail: "", at: "answer" });
      expect(late.passwordVerdict).toBe("unknown");
    },
  );

  test.each([
    ["before its request", "discovery", true, "No password was sent.", "not-checked"],
    ["just before its request", "request", false, "No password was sent.", "not-checked"],
    ["while its request was under way", "request", true, "The password had left already.", "unknown"],
    ["while the answer was read", "answer", false, "The password had left already.", "unknown"],
  ] as const)("a check that is stopped %s", (_when, at, began, said, passwordVerdict) => {
    const verdict = check({ kind: "cancelled", by: "user", at, began });
    expect(verdict).toMatchObject({ outcome: "cancelled", passwordVerdict });
    expect(verdict.sentence).toContain(said);
  });

  test.each([
    ["dns", "discovery", "Nothing was sent.", "not-checked"],
    ["refused", "request", "No password was checked.", "not-checked"],
    ["timeout", "request", "Whether the password was checked is not known.", "unknown"],
  ] as const)("the fault %s at %s", (fault, at, said, passwordVerdict) => {
    const verdict = check({ kind: "fault", fault, host: "login.example", detail: "", at });
    expect(verdict.sentence).toContain(said);
    expect(verdict.passwordVerdict).toBe(passwordVerdict);
  });

  test.each(allOAuthEntries().map((entry) => [entry.error, entry] as const))(
    "the word %s alone",
    (error, entry) => {
      expect(check(answered([], error))).toMatchObject({
        outcome: entry.outcome,
        passwordVerdict: entry.passwordVerdict,
      });
    },
  );
});

describe("verdict of a login", () => {
  const login = (ending: Ending) =>
    decide({ kind: "oidc", provider: "EntraID", ending, successCodes: [50076] });

  test("an error is not accepted, whatever the success codes of the check say", () => {
    expect(login(answered([50076], "invalid_grant", "callback")).jamfConnect.accepts).toBe(false);
  });

  test.each(["user", "closed", "timeout"] as const)("stopped by %s is cancelled", (by) => {
    expect(login({ kind: "cancelled", by, at: "sign-in", began: true })).toMatchObject({
      outcome: "cancelled",
      jamfConnect: { accepts: false },
    });
  });

  test("tokens are a success", () => {
    expect(login({ kind: "tokens" })).toMatchObject({
      outcome: "succeeded",
      jamfConnect: { accepts: true },
      error: null,
    });
  });
});
