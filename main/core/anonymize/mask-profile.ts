import { describeKey } from "../keys/index.ts";
import { array, dict, string } from "../plist/build.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { isSecretSetting, type ProfileDocument } from "../profile/index.ts";
import type { Mask } from "./mask.ts";
import { maskSettingText } from "./mask-setting.ts";

/**
 * A copy of a profile without secrets and with labels in place of people, ids, hosts and free texts. Keys, kinds of
 * values, numbers, switches and the order stay, so that it reads as the same profile and meets the same rules.
 *
 * @param how a mask, or for a copy that shows everybody what takes the secrets out of its texts
 */
export function maskProfile(
  document: ProfileDocument,
  how: Mask | ((text: string) => string),
): ProfileDocument {
  const walk: Walk = typeof how === "function" ? { mask: null, clean: how } : { mask: how, clean: how.text };
  return {
    ...document,
    domain: document.domain === null ? null : maskDomain(document.domain, walk),
    root: maskDict(document.root, walk, document.format === "plist" ? document.domain : null, []),
    notices: [],
  };
}

type Walk = { readonly mask: Mask | null; readonly clean: (text: string) => string };

/** Keys of profiles and managed preferences around the settings. */
const containers: ReadonlySet<string> = new Set([
  "PayloadContent",
  "Forced",
  "Often",
  "Set-Once",
  "mcx_preference_settings",
]);

/** @param path keys from the start of the settings; empty outside of them */
function maskDict(value: PlistDict, walk: Walk, domain: string | null, path: readonly string[]): PlistDict {
  const type = value.entries.get("PayloadType");
  const here = type?.kind === "string" && type.value !== "Configuration" ? type.value : domain;
  const entries = [...value.entries].flatMap(([key, inner]): readonly (readonly [string, PlistValue])[] => {
    if (containers.has(key)) return [[key, maskContainer(inner, walk, here)]];
    const at = [...path, key];
    if (isSecretSetting(here, at.join("."), inner)) return [];
    return [[maskKey(key, here, at, walk), maskValue(inner, walk, here, at)]];
  });
  return dict(entries);
}

/** Inside `PayloadContent`: payloads, or the domains of managed preferences, whose settings start anew. */
function maskContainer(value: PlistValue, walk: Walk, domain: string | null): PlistValue {
  if (value.kind === "array") return array(value.items.map((item) => maskContainer(item, walk, domain)));
  if (value.kind !== "dict") return maskValue(value, walk, domain, []);
  const managed = [...value.entries.values()].every((inner) => inner.kind === "dict" && isManaged(inner));
  if (!managed || value.entries.size === 0) return maskDict(value, walk, domain, []);
  return dict(
    [...value.entries].map(([name, inner]) => [
      maskDomain(name, walk),
      inner.kind === "dict" ? maskDict(inner, walk, name, []) : inner,
    ]),
  );
}

function isManaged({ entries }: PlistDict): boolean {
  return ["Forced", "Often", "Set-Once"].some((mode) => entries.has(mode));
}

function maskValue(
  value: PlistValue,
  walk: Walk,
  domain: string | null,
  path: readonly string[],
): PlistValue {
  switch (value.kind) {
    case "string":
      if (isSecretSetting(domain, path.join("."), value)) return string("");
      return string(
        walk.mask === null
          ? walk.clean(value.value)
          : maskSettingText(domain, path.join("."), value.value, walk.mask),
      );
    case "data":
      // Licences, certificates, identities with private keys: nothing in them helps to read a profile.
      return { kind: "data", bytes: new Uint8Array() };
    case "array":
      return array(
        value.items
          .filter((item) => !isSecretSetting(domain, inArray(path).join("."), item))
          .map((item) => maskValue(item, walk, domain, inArray(path))),
      );
    case "dict":
      return maskDict(value, walk, domain, path);
    default:
      return value;
  }
}

/** `Actions[].Name` is how the catalogue names what is in a list. */
function inArray(path: readonly string[]): readonly string[] {
  return path.map((key, index) => (index === path.length - 1 ? `${key}[]` : key));
}

/** Keys that are known say what is set; others may be names of hosts or people. */
function maskKey(key: string, domain: string | null, path: readonly string[], walk: Walk): string {
  const known = /^Payload[A-Z]/.test(key) || describeKey(domain ?? "", path.join(".")) !== null;
  return known ? key : walk.clean(key);
}

function maskDomain(domain: string, walk: Walk): string {
  return walk.mask === null ? walk.clean(domain) : maskSettingText(null, "PayloadType", domain, walk.mask);
}
