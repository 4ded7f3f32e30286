import { describe, expect, test } from "vitest";
import { besideOtherMethod } from "../../../../main/core/history/index.ts";
import { methodsDiffer } from "../../../../main/core/history/window-vs-browser.ts";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { type LoginResultChanges, loginAsked } from "../../../support/login-result.ts";
import { check, login, record } from "./records.ts";

const viaWindow = (change: LoginResultChanges = {}) =>
  login({ ...change, asked: { ...loginAsked, ...change.asked, via: "window" } });
const viaBrowser = (change: LoginResultChanges = {}) =>
  login({ ...change, asked: { ...loginAsked, ...change.asked, via: "browser" } });

function blocked(code: number): Partial<LoginResult> {
  return {
    outcome: "blocked",
    factor: "unknown",
    error: { code, oauthError: "error_page", description: `AADSTS${code}: …` },
  };
}

const circumstances = { profileFingerprint: "f0", practice: false, scenario: null };

describe("a login window and a browser that are answered differently", () => {
  test.each([
    [53000, "a compliant device"],
    [53001, "a joined device"],
    [53009, "an app protection policy"],
    [50097, "a proof of the device's identity"],
  ])("%i keeps people out of their Macs, whatever the browser shows", (code, condition) => {
    const found = methodsDiffer({ window: viaWindow(blocked(code)), browser: viaBrowser() });
    expect(found).toMatchObject({ rule: "login-window-lacks-device", severity: "error" });
    expect(found?.detail).toContain(`${condition} (AADSTS${code})`);
  });

  test("another refusal of the window is a warning that names it", () => {
    const found = methodsDiffer({ window: viaWindow(blocked(53003)), browser: viaBrowser() });
    expect(found).toMatchObject({ rule: "login-window-refused", severity: "warning" });
    expect(found?.detail).toContain("53003");
  });

  test("a refusal of the browser alone does not touch Jamf Connect", () => {
    const found = methodsDiffer({ window: viaWindow(), browser: viaBrowser(blocked(53003)) });
    expect(found).toMatchObject({ rule: "browser-refused", severity: "info" });
  });

  test("a session that answered in the browser is told from a policy that asks the window for less", () => {
    const session = methodsDiffer({ window: viaWindow(), browser: viaBrowser({ factor: "unknown" }) });
    expect(session).toMatchObject({ rule: "browser-asked-for-less", severity: "info" });
    const gap = methodsDiffer({ window: viaWindow({ factor: "single" }), browser: viaBrowser() });
    expect(gap).toMatchObject({ rule: "login-window-asked-for-less", severity: "warning" });
  });

  test("two different refusals name both", () => {
    const found = methodsDiffer({ window: viaWindow(blocked(53000)), browser: viaBrowser(blocked(50105)) });
    expect(found?.detail).toContain("Login window: 53000. Browser: 50105.");
  });

  test.each([
    ["the same answer", viaWindow(), viaBrowser()],
    ["the same refusal", viaWindow(blocked(53000)), viaBrowser(blocked(53000))],
    ["an unknown factor of the window", viaWindow({ factor: "unknown" }), viaBrowser()],
    ["a window that was closed", viaWindow({ outcome: "cancelled" }), viaBrowser()],
    ["a browser without a network", viaWindow(), viaBrowser({ outcome: "unreachable" })],
  ])("%s is no difference", (_what, window, browser) => {
    expect(methodsDiffer({ window, browser })).toBeNull();
  });
});

describe("a login beside the newest run the other way", () => {
  const window = viaWindow(blocked(53000));
  const rules = (result: LoginResult) => result.findings.map((finding) => finding.rule);

  test("has the finding first, whichever of the two came last", () => {
    const kept = record([viaBrowser()]);
    expect(rules(besideOtherMethod(window, circumstances, [kept]))).toEqual(["login-window-lacks-device"]);
    const before = record([window]);
    expect(rules(besideOtherMethod(viaBrowser(), circumstances, [before]))).toEqual([
      "login-window-lacks-device",
    ]);
  });

  test("takes the login of a run of both, and the newest that is an answer", () => {
    const records = [
      record([viaBrowser({ startedAt: "2026-11-17T09:00:00.000Z" })]),
      record([viaBrowser({ ...blocked(53000), startedAt: "2026-11-17T10:00:00.000Z" })]),
      record([viaBrowser({ outcome: "cancelled", startedAt: "2026-11-17T11:00:00.000Z" })]),
    ];
    expect(rules(besideOtherMethod(window, circumstances, records))).toEqual([]);
    expect(rules(besideOtherMethod(window, circumstances, records.slice(0, 1)))).toHaveLength(1);
  });

  test.each([
    ["other settings", record([viaBrowser()], { profileFingerprint: "f1" })],
    ["the practice tenant", record([viaBrowser()], { practice: true, scenario: "no-mfa" })],
    ["a kept copy, whose people are labels", record([viaBrowser()], { masked: true })],
    ["the same way", record([viaWindow()])],
  ])("does not take a run with %s", (_what, other) => {
    expect(besideOtherMethod(window, circumstances, [other])).toBe(window);
  });

  test("does not hold two people against each other", () => {
    const mine = viaWindow({ factor: "multi", asked: { person: "r…@contoso.example" } });
    const theirs = viaBrowser({ factor: "single", asked: { person: "s…@contoso.example" } });
    expect(rules(besideOtherMethod(mine, circumstances, [record([theirs])]))).toEqual([]);
    const same = viaBrowser({ factor: "single", asked: { person: "R…@contoso.example" } });
    expect(rules(besideOtherMethod(mine, circumstances, [record([same])]))).toEqual([
      "browser-asked-for-less",
    ]);
  });

  test("leaves a password check alone", () => {
    const direct = check();
    expect(besideOtherMethod(direct, circumstances, [record([viaBrowser()])])).toBe(direct);
  });
});
