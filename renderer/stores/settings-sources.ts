import type { ProfileView, SettingsSource } from "../../preload/contract.ts";

const domains: Readonly<Record<SettingsSource, string>> = {
  "menu-bar": "com.jamf.connect",
  login: "com.jamf.connect.login",
};

/** The domains of a profile that a password check can take its settings from, the menu bar first. */
export function settingsSources(view: ProfileView | null): readonly SettingsSource[] {
  const held = new Set(view?.payloads.map((payload) => payload.domain));
  return (["menu-bar", "login"] as const).filter((source) => held.has(domains[source]));
}
