import { readPlist } from "../plist/index.ts";
import type { MacLogVersion } from "./mac-log.ts";

/**
 * The version that an `Info.plist` of Jamf Connect names; null for one of another program, and for what is no property list.
 *
 * Source of the keys: https://developer.apple.com/documentation/bundleresources/information-property-list
 */
export function versionOfInfo(bytes: Uint8Array, file: string): MacLogVersion | null {
  const read = readPlist(bytes);
  if (!read.ok || read.value.value.kind !== "dict") return null;
  const entries = read.value.value.entries;
  const text = (key: string): string | null => {
    const value = entries.get(key);
    return value?.kind === "string" ? value.value : null;
  };
  const identifier = text("CFBundleIdentifier") ?? "";
  const version = text("CFBundleShortVersionString");
  if (version === null || !/^com\.jamf(?:software)?\./i.test(identifier)) return null;
  return { what: text("CFBundleName") ?? identifier, version: version.slice(0, 40), file };
}

/** What `sw_vers` printed into a text: the version of macOS; null where it did not. */
export function versionOfText(text: string, file: string): MacLogVersion | null {
  if (!/^ProductName:\s{1,8}mac ?OS/im.test(text)) return null;
  const version = /^ProductVersion:\s{1,8}(\d{1,3}(?:\.\d{1,3}){0,3})\b/im.exec(text)?.[1];
  return version === undefined ? null : { what: "macOS", version, file };
}
