import type { Finding } from "../../finding.ts";
import type { TypedJson } from "../../plist/typed-json.ts";
import type { ProfilePatch } from "../../profile/patch.ts";
import type { Sourced, TestSettings } from "../../profile/test-settings.ts";
import type { FixQuestion } from "./fix-question.ts";

type SettingKeys = Readonly<Record<"discovery" | "scopes" | "successCodes", string>>;

/** Where the values of a sign-in stand: the key they were read from, else the one that would hold them. */
export function settingKeys(kind: FixQuestion["kind"], settings: TestSettings): SettingKeys {
  const usual: SettingKeys =
    settings.from === "menu-bar"
      ? {
          discovery: "IdPSettings.DiscoveryURL",
          scopes: "IdPSettings.ROPGScopes",
          successCodes: "IdPSettings.SuccessCodes",
        }
      : kind === "ropg"
        ? { discovery: "ROPGDiscoveryURL", scopes: "ROPGScopes", successCodes: "ROPGSuccessCodes" }
        : { discovery: "OIDCDiscoveryURL", scopes: "OIDCScopes", successCodes: "ROPGSuccessCodes" };
  const read = (sourced: Sourced<unknown> | null, fallback: string) => sourced?.keyPath ?? fallback;
  return {
    discovery: read(settings.discoveryUrl, usual.discovery),
    scopes: read(settings.scopes, usual.scopes),
    successCodes: read(settings.successCodes, usual.successCodes),
  };
}

/** A finding that sets one key of the domain under test. */
export function settingFix(
  settings: TestSettings,
  keyPath: string,
  parts: {
    readonly rule: string;
    readonly title: string;
    readonly detail: string;
    readonly label: string;
    readonly value: TypedJson;
    readonly source?: string;
  },
): Finding {
  const { domain } = settings.provider;
  const { rule, title, detail, label, value, source } = parts;
  const patch: ProfilePatch = { op: "set", payload: { domain }, path: keyPath.split("."), value };
  return {
    rule,
    severity: "info",
    certainty: "inferred",
    title,
    detail,
    where: { domain, keyPath },
    fix: { label, patch },
    ...(source === undefined ? {} : { source }),
  };
}
