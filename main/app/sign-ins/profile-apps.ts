import type { ProfileApp } from "../../../preload/contract.ts";
import { type ProfileDocument, testSettings } from "../../core/profile/index.ts";

/** The applications that a profile signs in to, each with the keys that name it. */
export function profileApps(document: ProfileDocument): readonly ProfileApp[] {
  const apps = new Map<string, Set<string>>();
  for (const settings of [
    testSettings(document, "login"),
    testSettings(document, "login", "password-check"),
    testSettings(document, "menu-bar"),
  ]) {
    const client = settings.ok ? settings.value.clientId : null;
    if (client === null || client.keyPath === null) continue;
    const appId = client.value.trim().toLowerCase();
    const keys = apps.get(appId) ?? new Set();
    keys.add(client.keyPath);
    apps.set(appId, keys);
  }
  return [...apps].map(([appId, keys]) => ({ appId, keys: [...keys] }));
}
