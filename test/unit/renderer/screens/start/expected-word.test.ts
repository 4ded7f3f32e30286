import { describe, expect, it } from "vitest";
import { expectedWord } from "../../../../../renderer/screens/start/expected-word.ts";

describe("expectedWord", () => {
  it("calls a password check without MFA clean, and a login without MFA worth a look", () => {
    expect(expectedWord("no-mfa", "check")).toEqual({ word: "clean", tone: "ok" });
    expect(expectedWord("no-mfa", "login")).toEqual({ word: "no MFA", tone: "warn" });
  });

  it("shows codes: those of a correct password as a cost, others as refusals", () => {
    expect(expectedWord("AADSTS50076", "check")).toEqual({ word: "50076", tone: "warn" });
    expect(expectedWord("50126", "check")).toEqual({ word: "50126", tone: "err" });
  });

  it("names outcomes as they are", () => {
    expect(expectedWord("succeeded", "check")).toEqual({ word: "clean", tone: "ok" });
    expect(expectedWord("password-wrong", "check")).toEqual({ word: "password wrong", tone: "err" });
    expect(expectedWord("blocked", "login").tone).toBe("err");
  });
});
