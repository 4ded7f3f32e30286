import { describe, expect, it } from "vitest";
import type { LoginResult } from "../../../../../../preload/contract.ts";
import { pairTone } from "../../../../../../renderer/screens/logins/pair/pair-tone.ts";
import { buildLoginResult } from "../../../../../support/login-result.ts";

const accepted = (accepts: boolean | null, outcome: LoginResult["outcome"] = "succeeded") =>
  buildLoginResult({ outcome, jamfConnect: { accepts, certainty: "documented", why: "Because." } });

describe("pairTone", () => {
  it("is good only when the login demands MFA and the check is clean", () => {
    expect(pairTone({ loginMfa: "yes", checkClean: true }, accepted(true), accepted(true)).tone).toBe("ok");
  });

  it("does not call the split good while MFA is not proven", () => {
    const look = pairTone({ loginMfa: "not-proven", checkClean: true }, accepted(true), accepted(true));
    expect(look).toMatchObject({ tone: "warn", lead: "Not proven." });
  });

  it("calls an accepted error a cost, and an unknown one not proven", () => {
    const pair = { loginMfa: "yes", checkClean: false } as const;
    expect(pairTone(pair, accepted(true), accepted(true, "password-correct")).lead).toBe(
      "It works, at a cost.",
    );
    expect(pairTone(pair, accepted(true), accepted(null, "unclear")).tone).toBe("mute");
  });

  it("puts a refused login before everything else", () => {
    const look = pairTone(
      { loginMfa: "not-proven", checkClean: true },
      accepted(false, "blocked"),
      accepted(true),
    );
    expect(look).toMatchObject({ tone: "err", lead: "Nobody gets past the login window." });
  });

  it("judges nothing when the test was stopped", () => {
    const stopped = accepted(null, "cancelled");
    expect(pairTone({ loginMfa: "not-proven", checkClean: false }, stopped, stopped).tone).toBe("mute");
  });

  it("warns of a login without a second factor", () => {
    const look = pairTone({ loginMfa: "no", checkClean: true }, accepted(true), accepted(true));
    expect(look.lead).toBe("Whoever has the password can log in.");
  });
});
