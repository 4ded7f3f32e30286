import { describe, expect, it } from "vitest";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { pairVerdict } from "../../../../main/core/pair/pair-verdict.ts";
import { buildLoginResult } from "../../../support/login-result.ts";

const accepted = (accepts: boolean | null, outcome: LoginResult["outcome"] = "succeeded") =>
  buildLoginResult({ outcome, jamfConnect: { accepts, certainty: "documented", why: "Because." } });

const sentence = "The login does this. The check does that.";

describe("pairVerdict", () => {
  it("is good only when the login demands MFA and the check is clean", () => {
    const look = pairVerdict({ loginMfa: "yes", checkClean: true, sentence }, accepted(true), accepted(true));
    expect(look).toMatchObject({ tone: "ok", title: sentence, lead: "This is the split you want." });
  });

  it("does not call the split good while MFA is not proven", () => {
    const pair = { loginMfa: "not-proven", checkClean: true, sentence } as const;
    const look = pairVerdict(pair, accepted(true), accepted(true));
    expect(look).toMatchObject({ tone: "warn", outcome: "not-proven" });
    expect(look.title).toContain("not proven");
  });

  it("calls an accepted error a cost, and an unknown one not known", () => {
    const pair = { loginMfa: "yes", checkClean: false, sentence } as const;
    const cost = pairVerdict(pair, accepted(true), accepted(true, "password-correct"));
    expect(cost).toMatchObject({ tone: "warn", lead: "Jamf Connect accepts it." });
    expect(cost.title).toBe("It works, at a cost: every check leaves a red line in the log.");
    expect(cost.reason).toBe("The check's answer, AADSTS50076, means a correct password.");
    expect(
      pairVerdict({ ...pair, loginMfa: "no" }, accepted(true), accepted(true, "password-correct")).reason,
    ).toBe(sentence);
    expect(pairVerdict(pair, accepted(true), accepted(null, "unclear"))).toMatchObject({
      tone: "mute",
      lead: null,
      reason: `${sentence} Because.`,
    });
  });

  it("puts a refused login before everything else", () => {
    const pair = { loginMfa: "not-proven", checkClean: true, sentence } as const;
    const look = pairVerdict(pair, accepted(false, "blocked"), accepted(true));
    expect(look).toMatchObject({
      tone: "err",
      title: "Nobody gets past the login window.",
      reason: sentence,
    });
    expect(pairVerdict(pair, accepted(true), accepted(false, "blocked")).title).toBe(
      "Jamf Connect refuses the password check.",
    );
  });

  it("says first what keeps somebody out", () => {
    const wrong = buildLoginResult({
      ...accepted(false, "password-wrong"),
      sentence: "The password is wrong.",
    });
    const pair = { loginMfa: "no", checkClean: false, sentence: "The password is wrong. The rest." } as const;
    expect(pairVerdict(pair, accepted(true), wrong)).toMatchObject({
      tone: "err",
      title: "The password is wrong.",
      lead: "Jamf Connect refuses the password check.",
      reason: "The rest.",
    });
    const both = { ...pair, sentence: "The password is wrong, and the login demands no MFA. The rest." };
    expect(pairVerdict(both, accepted(true), wrong)).toMatchObject({
      title: "The password is wrong, and the login demands no MFA.",
      lead: "Jamf Connect refuses the password check.",
      reason: "The rest.",
    });
    expect(pairVerdict({ ...pair, sentence }, accepted(true), wrong)).toMatchObject({
      title: "Jamf Connect refuses the password check.",
      reason: sentence,
    });
  });

  it("judges nothing when the test was stopped", () => {
    const pair = { loginMfa: "not-proven", checkClean: false, sentence } as const;
    const stopped = accepted(null, "cancelled");
    expect(pairVerdict(pair, stopped, stopped)).toMatchObject({
      tone: "mute",
      title: "The login does this.",
      lead: "Nothing is proven.",
    });
    expect(pairVerdict(pair, accepted(false, "blocked"), stopped).lead).toBe("Nothing is proven.");
  });

  it("warns of a login without a second factor", () => {
    const look = pairVerdict({ loginMfa: "no", checkClean: true, sentence }, accepted(true), accepted(true));
    expect(look).toMatchObject({
      tone: "warn",
      title: "No MFA: whoever has the password can log in.",
      lead: "Jamf Connect accepts both.",
    });
  });
});
