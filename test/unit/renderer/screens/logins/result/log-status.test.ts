import { describe, expect, it } from "vitest";
import { logRequirement, logStatus } from "../../../../../../renderer/screens/logins/result/log-status.ts";
import { answeredWith, buildLoginResult, succeeded } from "../../../../../support/login-result.ts";

describe("the row in the sign-in log", () => {
  it("has a colour for each status, and its code", () => {
    expect(logStatus(succeeded("ropg"))).toEqual({ text: "Success", tone: "ok" });
    const refused = { accepts: false, certainty: "documented", why: "" } as const;
    expect(logStatus(answeredWith(50126, "password-wrong", { jamfConnect: refused }))).toEqual({
      text: "Failure, 50126",
      tone: "err",
    });
  });

  it("is as amber as everywhere where Jamf Connect takes the error", () => {
    expect(logStatus(answeredWith(50076, "password-correct", {}))).toEqual({
      text: "Failure, 50076",
      tone: "warn",
    });
  });

  it("is no line where nobody answered", () => {
    const stopped = buildLoginResult({ outcome: "cancelled", error: null });
    expect(logStatus(stopped)).toEqual({ text: "No line", tone: "mute" });
    expect(logRequirement(stopped)).toEqual({ text: "Not known", tone: "mute" });
  });
});
