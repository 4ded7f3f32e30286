import { isGuid } from "../guid.ts";
import type { TestSettings } from "../profile/test-settings.ts";

type AdminSettings = Pick<TestSettings, "adminValues" | "ignoreAdmin">;

/** Whether roles of the token decide who is an administrator: some are named, and they are not ignored. */
export function isLookedUp({ adminValues, ignoreAdmin }: AdminSettings): boolean {
  return adminValues.value.some((name) => name.trim() !== "") && !ignoreAdmin.value;
}

/** Whether the names are object ids, as Entra ID writes groups. */
export function namesGroups({ adminValues }: AdminSettings): boolean {
  const names = adminValues.value.filter((name) => name.trim() !== "");
  return names.length > 0 && names.every((name) => isGuid(name.trim()));
}
