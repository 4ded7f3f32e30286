import { equalValues } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import type { ProfileDocument } from "../profile/index.ts";
import { listPayloads, payloadValues } from "../profile/payloads.ts";
import { isJamfConnectDomain } from "./delivery-form.ts";

/** A profile by the name under which people know it. */
export type NamedProfile = { readonly name: string; readonly document: ProfileDocument };

/** One key of Jamf Connect to which several profiles give different values: which one a Mac takes is not defined. */
export type ProfileConflict = {
  readonly domain: string;
  readonly keyPath: string;
  /** Names of the profiles, in their order. */
  readonly profiles: readonly string[];
};

/** The domains of Jamf Connect that a profile manages. */
export function jamfConnectDomainsOf(document: ProfileDocument): readonly string[] {
  const domains = listPayloads(document).flatMap(({ domain }) => domain ?? []);
  return [...new Set(domains)].filter(isJamfConnectDomain);
}

/**
 * The keys that more than one profile sets, to different values. Apple leaves open which value counts on a Mac that has both.
 * Values are never part of the answer: they may be secrets.
 */
export function conflictsBetween(profiles: readonly NamedProfile[]): readonly ProfileConflict[] {
  const values = new Map<string, { readonly name: string; readonly value: PlistValue }[]>();
  for (const { name, document } of profiles)
    for (const payload of listPayloads(document)) {
      const { domain } = payload;
      if (domain === null || !isJamfConnectDomain(domain)) continue;
      for (const [keyPath, value] of leavesOf(payloadValues(payload), [])) {
        const place = JSON.stringify([domain, keyPath]);
        values.set(place, [...(values.get(place) ?? []), { name, value }]);
      }
    }
  return [...values].flatMap(([place, set]) => {
    const [first] = set;
    if (first === undefined || set.every(({ value }) => equalValues(value, first.value))) return [];
    const names = [...new Set(set.map(({ name }) => name))];
    if (names.length < 2) return [];
    const [domain = "", keyPath = ""]: string[] = JSON.parse(place);
    return [{ domain, keyPath, profiles: names }];
  });
}

function* leavesOf(
  settings: PlistDict,
  path: readonly string[],
): Generator<readonly [keyPath: string, value: PlistValue]> {
  for (const [key, value] of settings.entries)
    if (value.kind === "dict") yield* leavesOf(value, [...path, key]);
    else yield [[...path, key].join("."), value];
}
