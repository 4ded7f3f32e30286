import { describeKey } from "../keys/index.ts";

/** What the text of a setting is, as far as masking goes. */
export type SettingKind =
  | "tenant"
  | "app"
  | "realm"
  | "host"
  | "account"
  | "scopes"
  | "codes"
  | "claim"
  | "role"
  | "path"
  | "provider"
  | "choice"
  | "other";

/** Names of settings, without what stands before the last dot, and what their texts are. */
const byName: readonly (readonly [RegExp, SettingKind])[] = [
  [/^(?:OIDCTenant|TenantID|ROPGTenant|AuthUIOIDCTenant)$/, "tenant"],
  [/(?:ClientID|ROPGID)$/, "app"],
  [/Realm$/, "realm"],
  [/^(?:AuthServer|OIDCAuthServer|OktaAuthServer|LDAPServers)$/, "host"],
  [/^(?:MigrateUsersHide|DenyLocalExcluded)$/, "account"],
  [/Scopes$/, "scopes"],
  [/SuccessCodes$/, "codes"],
  [/^(?:OIDCShortName|OIDCFullName)$|Attribute$/, "claim"],
  [/^(?:OIDCAdmin|OIDCSecondaryAccess|UserPromotionRole)$/, "role"],
  [/Path$/, "path"],
  [/Provider$/, "provider"],
];

/** What kind of text a setting holds. `choice` is one of the values that the catalogue lists. */
export function settingKind(domain: string | null, keyPath: string, text: string): SettingKind {
  const name =
    keyPath
      .replace(/(?:\[\d*\]|\.\d+)+$/, "")
      .split(".")
      .at(-1) ?? keyPath;
  const found = byName.find(([pattern]) => pattern.test(name));
  if (found !== undefined) return found[1];
  const known = describeKey(domain ?? "", keyPath);
  if (known?.values?.some(({ value }) => value === text) === true) return "choice";
  return known?.format === "file-path" ? "path" : "other";
}
