import { describe, expect, test } from "vitest";
import { runLabel } from "../../../../main/core/history/index.ts";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { buildPaired } from "../../../support/paired.ts";
import { check, login, record, refused } from "./records.ts";

const no = { accepts: false, certainty: "documented", why: "" } as const;
const wrong = refused(50126, { outcome: "password-wrong", jamfConnect: no });

describe("a label", () => {
  test.each<[string, LoginResult, string, string, string]>([
    ["a clean check", check(), "Clean", "Clean", "ok"],
    ["an accepted error", refused(50076), "50076 · password correct", "50076", "ok"],
    ["a wrong password", wrong, "50126 · password wrong", "50126", "err"],
    ["a login with MFA", login(), "Signed in with MFA", "MFA", "ok"],
    ["a login without", login({ factor: "single" }), "No MFA", "No MFA", "warn"],
    ["a login that proves nothing", login({ factor: "unknown" }), "Signed in, MFA not proven", "MFA?", "ok"],
    ["a stopped run", check({ outcome: "cancelled" }), "Stopped", "Stopped", "mute"],
    ["no network", check({ outcome: "unreachable", jamfConnect: no }), "Not reached", "Not reached", "mute"],
    [
      "a wrong registration",
      check({ outcome: "misconfigured", jamfConnect: no }),
      "Misconfigured",
      "Misconfigured",
      "warn",
    ],
    [
      "a block that Jamf Connect takes for a good password",
      check({ outcome: "blocked" }),
      "Blocked",
      "Blocked",
      "warn",
    ],
    [
      "an unclear answer",
      check({ outcome: "unclear", jamfConnect: { ...no, accepts: null } }),
      "Unclear",
      "Unclear",
      "mute",
    ],
    [
      "a login that did not end",
      refused(50076, { kind: "oidc", jamfConnect: no }),
      "50076 · login not finished",
      "50076",
      "err",
    ],
  ])("of %s", (_, result, text, short, tone) => {
    expect(runLabel(record([result]))).toEqual({ text, short, tone });
  });

  test("of both says what each came to", () => {
    const both = (results: readonly LoginResult[], loginMfa: "yes" | "no" | "not-proven") =>
      runLabel(record(results, { paired: buildPaired({ checkClean: true, loginMfa }) }));
    expect(both([login(), check()], "yes")).toEqual({
      text: "MFA · check clean",
      short: "MFA · clean",
      tone: "ok",
    });
    expect(both([login(), refused(50076)], "yes")).toEqual({
      text: "MFA · check 50076",
      short: "MFA · 50076",
      tone: "warn",
    });
    expect(both([login(), check()], "no")).toEqual({
      text: "No MFA · check clean",
      short: "No MFA · clean",
      tone: "warn",
    });
    expect(both([login(), wrong], "yes")).toMatchObject({ tone: "err" });
    expect(both([login({ outcome: "cancelled" }), check()], "not-proven").text).toBe("Stopped");
  });
});
