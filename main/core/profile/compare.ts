import { equalValues, type TypedJson, toTypedJson } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import type { ProfileDocument } from "./document.ts";
import { listPayloads, payloadValues } from "./payloads.ts";

/** One setting that differs; `before` or `after` is null where the setting is absent. */
export type SettingChange = {
  /** The preference domain; for payloads of another kind their type. */
  readonly domain: string | null;
  /** Dotted path inside the settings; a following payload of the same domain is marked `[1]`, `[2]`, … */
  readonly keyPath: string;
  readonly before: TypedJson | null;
  readonly after: TypedJson | null;
};

/**
 * The settings that differ between two documents, in the order of the first. What counts is what a Mac would get:
 * direct form, managed preferences and bare plist of the same settings are equal; names, identifiers and UUIDs of
 * profile and payloads are not compared.
 */
export function compareProfiles(before: ProfileDocument, after: ProfileDocument): readonly SettingChange[] {
  const old = settingsByPlace(before);
  const now = settingsByPlace(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((place) => {
    const a = old.get(place);
    const b = now.get(place);
    const { domain, prefix } = a ?? b ?? { domain: null, prefix: [] };
    return compareDicts(domain, prefix, a?.settings ?? empty, b?.settings ?? empty);
  });
}

type Place = {
  readonly domain: string | null;
  readonly prefix: readonly string[];
  readonly settings: PlistDict;
};

const empty: PlistDict = { kind: "dict", entries: new Map() };

function settingsByPlace(document: ProfileDocument): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const seen = new Map<string | null, number>();
  for (const payload of listPayloads(document)) {
    const domain = payload.domain ?? payload.type;
    const count = seen.get(domain) ?? 0;
    seen.set(domain, count + 1);
    const prefix = count === 0 ? [] : [`[${count}]`];
    places.set(JSON.stringify([domain, count]), { domain, prefix, settings: payloadValues(payload) });
  }
  return places;
}

function compareDicts(
  domain: string | null,
  path: readonly string[],
  a: PlistDict,
  b: PlistDict,
): readonly SettingChange[] {
  return [...new Set([...a.entries.keys(), ...b.entries.keys()])].flatMap((key) =>
    compareValues(domain, [...path, key], a.entries.get(key), b.entries.get(key)),
  );
}

function compareValues(
  domain: string | null,
  path: readonly string[],
  a: PlistValue | undefined,
  b: PlistValue | undefined,
): readonly SettingChange[] {
  if (a !== undefined && b !== undefined && equalValues(a, b)) return [];
  if (a?.kind === "dict" && b?.kind === "dict") return compareDicts(domain, path, a, b);
  const json = (value: PlistValue | undefined) => (value === undefined ? null : toTypedJson(value));
  return [{ domain, keyPath: path.join("."), before: json(a), after: json(b) }];
}
