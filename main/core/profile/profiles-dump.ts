import { array, dict, string } from "../plist/build.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { asDict, textAt } from "./bookkeeping.ts";
import type { ProfileDocument } from "./document.ts";
import { managedPreferencesType } from "./payloads.ts";

/** The profiles that a Mac has installed, put together as one, and where they were. */
export type DumpedProfiles = { readonly document: ProfileDocument; readonly where: string };

/**
 * Reads the output of `profiles show -output stdout-xml` (also `profiles -C`): for each level or person a list of profiles, in each
 * `ProfileItems`. Their settings stand in the `PayloadContent` of an item, those of managed preferences one level deeper under
 * `PayloadContentManagedPreferences`. Every item of every profile becomes a payload; the name is that of the one profile, or of the
 * only one with settings of Jamf Connect.
 *
 * @returns null for a document that is no such output
 */
export function profilesOfDump(document: ProfileDocument): DumpedProfiles | null {
  if (document.format !== "plist") return null;
  const profiles = [...document.root.entries].flatMap(([level, list]) => profilesAt(level, list));
  if (profiles.length === 0 || profiles.some((one) => one === null)) return null;
  const all = profiles.filter((one) => one !== null);
  const items = all.flatMap(({ profile }) => itemsOf(profile)).map(payloadOf);
  const named = all.length === 1 ? all : all.filter(({ profile }) => itemsOf(profile).some(namesJamfConnect));
  const [head] = named.length === 1 ? named : [];
  const root = dict([
    ["PayloadType", string("Configuration")],
    ...(head === undefined ? [] : headOf(head)),
    ["PayloadContent", array(items)],
  ]);
  return {
    document: { ...document, format: "mobileconfig", domain: null, root },
    where: `the output of profiles show: ${counted(all.length, "profile")} with ${counted(items.length, "payload")}`,
  };
}

type Installed = { readonly level: string; readonly profile: PlistDict };

/** The profiles of one level; a null among them says that this is no such output. */
function profilesAt(level: string, list: PlistValue): readonly (Installed | null)[] {
  if (list.kind !== "array") return [null];
  return list.items.map((item) => {
    const profile = asDict(item);
    return profile?.entries.get("ProfileItems")?.kind === "array" ? { level, profile } : null;
  });
}

function itemsOf(profile: PlistDict): readonly PlistValue[] {
  const items = profile.entries.get("ProfileItems");
  return items?.kind === "array" ? items.items : [];
}

/** How the names of a profile's own keys begin in the output, and in the profile itself. */
function headOf({ level, profile }: Installed): readonly (readonly [string, PlistValue])[] {
  const names = ["Identifier", "UUID", "DisplayName", "Organization", "Description"] as const;
  const found = names.flatMap((name): readonly (readonly [string, PlistValue])[] => {
    const value = profile.entries.get(`Profile${name}`);
    return value === undefined ? [] : [[`Payload${name}`, value]];
  });
  return [...found, ["PayloadScope", string(level === "_computerlevel" ? "System" : "User")]];
}

function payloadOf(item: PlistValue): PlistValue {
  const own = asDict(item);
  const content = asDict(own?.entries.get("PayloadContent"));
  if (own === null || content === null) return item;
  const rest = [...own.entries].filter(([key]) => key !== "PayloadContent");
  if (textAt(own, "PayloadType") !== managedPreferencesType) return dict([...rest, ...content.entries]);
  const domains = asDict(content.entries.get("PayloadContentManagedPreferences")) ?? content;
  return dict([...rest, ["PayloadContent", domains]]);
}

function namesJamfConnect(item: PlistValue): boolean {
  const own = asDict(item);
  if (own === null) return false;
  const managed = asDict(
    asDict(own.entries.get("PayloadContent"))?.entries.get("PayloadContentManagedPreferences"),
  );
  const domains = [textAt(own, "PayloadType") ?? "", ...(managed?.entries.keys() ?? [])];
  return domains.some((domain) => domain.startsWith("com.jamf.connect"));
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
