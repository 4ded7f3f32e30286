import type { Provider } from "../provider.ts";

/** Which of Jamf Connect's two preference domains a login takes its settings from. */
export type SettingsSource = "login" | "menu-bar";

/** A setting together with the key it was read from; `keyPath: null` means that Jamf Connect's default is used. */
export type Sourced<T> = { readonly value: T; readonly domain: string; readonly keyPath: string | null };

/** What one login would use: read from a profile, nothing added. */
export type TestSettings = {
  readonly from: SettingsSource;
  readonly provider: Sourced<Provider>;
  /** The provider value exactly as the file spells it, for example `Azure`. */
  readonly providerAsWritten: string;
  readonly clientId: Sourced<string> | null;
  readonly clientSecret: Sourced<string> | null;
  /** Tenant id or domain; null when the profile names none. */
  readonly tenant: Sourced<string> | null;
  readonly scopes: Sourced<readonly string[]>;
  readonly redirectUri: Sourced<string>;
  /** Discovery document named by the profile; null when the provider's default address is used. */
  readonly discoveryUrl: Sourced<string> | null;
  /** `ROPGSuccessCodes` / `IdPSettings.SuccessCodes`, as bare numbers. */
  readonly successCodes: Sourced<readonly number[]>;
  readonly shortNameClaim: Sourced<string> | null;
  readonly fullNameClaim: Sourced<string> | null;
  readonly adminClaim: Sourced<string>;
  readonly adminValues: Sourced<readonly string[]>;
  readonly ignoreAdmin: Sourced<boolean>;
  readonly createAdminUser: Sourced<boolean>;
  /** `OIDCSecondaryAccess`: roles that may create further accounts on a Mac; left out or null where the key is not set. */
  readonly secondaryAccess?: Sourced<readonly string[]> | null;
  /** `PasswordPolicies.NetworkCheck`: minutes between two silent password checks, 0 for none; left out or null where the key is not set. */
  readonly networkCheckMinutes?: Sourced<number> | null;
  /** `UseUserInfo`: claims that the ID token lacks come from the userinfo endpoint; left out means false. */
  readonly useUserInfo?: Sourced<boolean>;
};
