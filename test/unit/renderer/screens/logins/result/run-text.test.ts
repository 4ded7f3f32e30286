import { describe, expect, it } from "vitest";
import { runLine, runTimes } from "../../../../../../renderer/screens/logins/result/run-text.ts";
import { buildLoginResult, passwordWrong, succeeded } from "../../../../../support/login-result.ts";

describe("runLine", () => {
  it("puts the code first, and says how somebody signed in", () => {
    expect(runLine(passwordWrong())).toEqual({ word: "50126 · password wrong", tone: "err" });
    expect(runLine(succeeded("ropg", { factor: "multi" })).word).toBe("Signed in with MFA");
    expect(runLine(succeeded("ropg", { factor: "unknown" })).word).toBe("Signed in");
    expect(runLine(buildLoginResult({ outcome: "cancelled", error: null })).word).toBe("stopped");
  });
});

describe("runTimes", () => {
  const exchange = { line: "GET https://a.example", headers: {}, body: "" };

  it("does not count the network, the person or a failed connection as our own", () => {
    const times = runTimes([
      { id: "settings", title: "Settings", status: "ok", ms: 2 },
      { id: "discovery", title: "Discovery", status: "ok", ms: 80, request: exchange },
      { id: "sign-in", title: "Sign-in", status: "ok", ms: 9_000 },
      { id: "exchange", title: "Code exchange", status: "failed", ms: 50 },
    ]);
    expect(times).toEqual({ total: 9_132, own: 2 });
  });
});
