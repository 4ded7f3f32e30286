import { expect, it } from "vitest";
import type { ProfileView } from "../../../../preload/contract.ts";
import { settingsSources } from "../../../../renderer/stores/settings-sources.ts";

const holding = (...domains: string[]) =>
  ({ payloads: domains.map((domain) => ({ domain })) }) as unknown as ProfileView;

it("names the domains that a profile holds, the menu bar first", () => {
  expect(settingsSources(holding("com.jamf.connect.login", "com.jamf.connect"))).toEqual([
    "menu-bar",
    "login",
  ]);
  expect(settingsSources(holding("com.jamf.connect.login"))).toEqual(["login"]);
  expect(settingsSources(holding("com.jamf.connect.actions"))).toEqual([]);
  expect(settingsSources(null)).toEqual([]);
});
