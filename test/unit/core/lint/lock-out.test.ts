import { describe, expect, it } from "vitest";
import { checkIntervalTooShort } from "../../../../main/core/lint/rules/check-interval-too-short.ts";
import { checkOnNetworkChange } from "../../../../main/core/lint/rules/check-on-network-change.ts";
import { denyLocalWithoutNetworkChoice } from "../../../../main/core/lint/rules/deny-local-without-network-choice.ts";
import { denyLocalWithoutWayBack } from "../../../../main/core/lint/rules/deny-local-without-way-back.ts";
import { localFallbackCoversNetworkOnly } from "../../../../main/core/lint/rules/local-fallback-covers-network-only.ts";
import { migrateNeedsDenyLocal } from "../../../../main/core/lint/rules/migrate-needs-deny-local.ts";
import { soundLogin, soundMenuBar } from "../../../../main/core/lint/sound-settings.ts";
import { applyPatch, describeProfile } from "../../../../main/core/profile/index.ts";
import { documentOf, foundIn, foundInLogin, foundInMenuBar } from "./found-in.ts";

const ids = [denyLocalWithoutWayBack, denyLocalWithoutNetworkChoice, localFallbackCoversNetworkOnly];

describe("the ways around the provider", () => {
  it.each([
    [{}, []],
    [{ DenyLocal: false, LocalFallback: true }, []],
    [{ DenyLocal: true }, ["error deny-local-without-way-back", "warning deny-local-without-network-choice"]],
    [
      { DenyLocal: true, DenyLocalExcluded: [" "], LocalFallback: false, AllowNetworkSelection: true },
      ["error deny-local-without-way-back"],
    ],
    [
      { DenyLocal: true, LocalFallback: true },
      ["info deny-local-without-network-choice", "warning local-fallback-covers-network-only"],
    ],
    [{ DenyLocal: true, DenyLocalExcluded: ["ladmin"], AllowNetworkSelection: true }, []],
    [
      { DenyLocal: true, LocalFallback: true, DenyLocalExcluded: ["ladmin"], AllowNetworkSelection: true },
      [],
    ],
    // Jamf's samples write some switches as text, and macOS takes them.
    [{ DenyLocal: "YES", AllowNetworkSelection: true }, ["error deny-local-without-way-back"]],
  ])("%o: %o", (settings, expected) => {
    const found = ids.flatMap((rule) => foundInLogin(rule, { ...soundLogin, ...settings }));
    expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(expected);
  });

  it("says nothing about a profile without the login window", () => {
    for (const rule of [...ids, migrateNeedsDenyLocal])
      expect(foundInMenuBar(rule, soundMenuBar)).toEqual([]);
  });

  it.each([
    ["adds the choice of a network beside DenyLocal", {}],
    ["turns it on where it is off", { AllowNetworkSelection: false }],
  ])("%s, and changes nothing else", (_, extra) => {
    const settings = { ...soundLogin, DenyLocal: true, ...extra };
    const example = { settings: { "com.jamf.connect.login": settings } };
    const [finding] = foundIn(denyLocalWithoutNetworkChoice, example);
    if (finding?.fix === undefined || !("patch" in finding.fix)) throw new Error("no patch");
    const patched = applyPatch(documentOf(example), finding.fix.patch);
    if (!patched.ok) throw new Error(patched.problem.detail);
    const [payload] = describeProfile(patched.value.document).payloads;
    expect(payload?.values).toEqual({ ...settings, AllowNetworkSelection: true });
  });
});

it.each([
  [{ Migrate: true }, 1],
  [{ Migrate: true, DenyLocal: false }, 1],
  [{ Migrate: true, DenyLocal: true }, 0],
  [{ Migrate: false }, 0],
])("connecting accounts needs DenyLocal: %o", (settings, count) => {
  expect(foundInLogin(migrateNeedsDenyLocal, { ...soundLogin, ...settings })).toHaveLength(count);
});

describe("the time between two checks", () => {
  const check = (NetworkCheck: number | string) =>
    foundInMenuBar(checkIntervalTooShort, { ...soundMenuBar, PasswordPolicies: { NetworkCheck } });

  it.each([0, 15, 60, 1440, "60", -5, "often"])("says nothing about %o", (minutes) => {
    expect(check(minutes)).toEqual([]);
  });

  it("says nothing where the default counts", () => {
    expect(foundInMenuBar(checkIntervalTooShort, soundMenuBar)).toEqual([]);
  });

  it("counts the lines of the log a day, and the time until an account is locked", () => {
    const [finding] = check(5);
    expect(finding?.detail).toContain("288 lines in the sign-in log a day for each Mac");
    expect(finding?.detail).toContain("Entra's 10 tries after 45 minutes");
    expect(finding?.detail).toContain("In the US government cloud it reaches 3 after 10 minutes");
    expect(check("1")[0]?.title).toBe("The password is checked every 1 minute.");
    expect(check(14)[0]?.detail).toContain("after 2 hours and 6 minutes");
  });

  it("tells of checks at each change of network, on top of the timed ones or alone", () => {
    const found = (policies: { [key: string]: boolean | number }) =>
      foundInMenuBar(checkOnNetworkChange, { ...soundMenuBar, PasswordPolicies: policies });
    expect(found({ CheckOnNetworkChange: true })[0]?.detail).toContain("every 60 minutes");
    expect(found({ CheckOnNetworkChange: true, NetworkCheck: 20 })[0]?.detail).toContain("every 20 minutes");
    expect(found({ CheckOnNetworkChange: true, NetworkCheck: 0 })[0]?.detail).toContain("the only ones");
    expect(found({ NetworkCheck: 20 })).toEqual([]);
  });
});
