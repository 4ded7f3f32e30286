import { describe, expect, it } from "vitest";
import { runLine } from "../../../../../../renderer/screens/logins/result/run-text.ts";
import { buildLoginResult, passwordWrong, succeeded } from "../../../../../support/login-result.ts";

describe("runLine", () => {
  it("puts the code first, and says how somebody signed in", () => {
    expect(runLine(passwordWrong())).toEqual({ word: "50126 · password wrong", tone: "err" });
    expect(runLine(succeeded("ropg", { factor: "multi" })).word).toBe("Signed in with MFA");
    expect(runLine(succeeded("oidc", { factor: "single" })).word).toBe("No MFA");
    expect(runLine(succeeded("ropg", { factor: "single" })).word).toBe("Clean");
    expect(runLine(succeeded("ropg", { factor: "unknown" })).word).toBe("Signed in");
    expect(runLine(buildLoginResult({ outcome: "cancelled", error: null })).word).toBe("stopped");
  });
});
