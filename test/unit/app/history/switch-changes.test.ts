import { describe, expect, it } from "vitest";
import { changeText, switchChanges } from "../../../../main/app/history/switch-changes.ts";
import type { PracticeSwitches } from "../../../../preload/contract.ts";
import { practiceSwitches, robin } from "../../renderer/support/practice-switches.ts";

const told = (change: Partial<PracticeSwitches>) =>
  switchChanges(practiceSwitches, { ...practiceSwitches, ...change }).map(changeText);

describe("what was switched between two runs", () => {
  it("is nothing where every switch stands as before", () => {
    expect(told({})).toEqual([]);
  });

  it("calls a policy by its number, and tells switches in their own words", () => {
    const policy = { id: "p2", displayName: "CA002 Block everywhere else", state: "enabled" } as const;
    const before = { ...practiceSwitches, policies: [policy] };
    const after = { ...before, policies: [{ ...policy, state: "disabled" } as const] };
    expect(switchChanges(before, after)).toEqual([
      { subject: "CA002 Block everywhere else", before: "on", after: "off" },
    ]);
    expect(switchChanges(before, after).map(changeText)).toEqual(["CA002 turned off"]);
    expect(told({ securityDefaults: true })).toEqual(["Security defaults turned on"]);
    expect(told({ baselineScopes: "legacy", outage: "sign-in" })).toEqual([
      "Basic scopes: legacy",
      "Entra: sign-in is down",
    ]);
    expect(told({ accounts: [{ ...robin, isLockedOut: true }] })).toEqual(["Lock-out of robin turned on"]);
    const place = { at: "office", options: practiceSwitches.place?.options ?? [] };
    expect(told({ place })).toEqual(["Place: Head office"]);
  });

  it("says nothing of what only one of the two has", () => {
    expect(told({ country: "DE", place: null, policies: [] })).toEqual([]);
  });
});
