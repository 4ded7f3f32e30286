import type { SettingsReader } from "../profile/settings-reader.ts";

/** Who may still log in without the provider. */
export type LocalLogin = {
  /** `DenyLocal`: the local login is hidden. */
  readonly denied: boolean;
  /** `LocalFallback`: it comes back without a network. */
  readonly fallback: boolean;
  /** `DenyLocalExcluded`: short names that keep it. */
  readonly excluded: readonly string[];
};

/** The local login as the settings of the login window leave it; null where the document has none. */
export function localLogin(login: SettingsReader | null): LocalLogin | null {
  if (login === null) return null;
  const excluded = login.list("DenyLocalExcluded")?.value ?? [];
  return {
    denied: login.flag("DenyLocal", false).value,
    fallback: login.flag("LocalFallback", false).value,
    excluded: excluded.filter((name) => name.trim() !== ""),
  };
}
