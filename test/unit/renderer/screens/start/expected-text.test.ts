import { describe, expect, it } from "vitest";
import type { ScenarioView } from "../../../../../preload/contract.ts";
import { expectedWord } from "../../../../../renderer/screens/start/expected-text.ts";

const none: ScenarioView["expected"] = {
  login: "succeeded",
  check: "succeeded",
  loginCode: null,
  checkCode: null,
  loginMfa: false,
  checkMfa: false,
};

describe("expectedWord", () => {
  it("calls a password check without MFA clean, and a login without MFA worth a look", () => {
    expect(expectedWord(none, "check")).toEqual({ word: "clean", tone: "ok" });
    expect(expectedWord(none, "login")).toEqual({ word: "no MFA", tone: "warn" });
    expect(expectedWord({ ...none, loginMfa: true }, "login")).toEqual({ word: "MFA", tone: "mfa" });
  });

  it("shows codes with what becomes of them: those of a correct password as a cost, others as refusals", () => {
    const accepted = { ...none, check: "password-correct", checkCode: 50076, checkMfa: true } as const;
    expect(expectedWord(accepted, "check")).toEqual({
      word: "50076",
      tone: "warn",
      meaning: "accepted",
    });
    const blocked = { ...none, login: "blocked", loginCode: 53003 } as const;
    expect(expectedWord(blocked, "login")).toEqual({
      word: "53003",
      tone: "err",
      meaning: "blocked",
    });
  });

  it("names an outcome that has no code", () => {
    expect(expectedWord({ ...none, check: "password-wrong" }, "check")).toEqual({
      word: "password wrong",
      tone: "err",
    });
  });
});
