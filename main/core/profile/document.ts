import { fromTypedJson, type PlistReading, readPlist } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { textAt } from "./bookkeeping.ts";
import { domainFromFileName, domainFromKeys } from "./domain.ts";
import { tooLargeProfile } from "./limits.ts";

/**
 * A profile as one immutable value. Every change makes a new document (see `applyPatch`); everything the file held,
 * known or not, is in `root`.
 */
export type ProfileDocument = {
  /** `mobileconfig` has payloads; `plist` is the settings of one preference domain, bare. */
  readonly format: "mobileconfig" | "plist";
  readonly encoding: "xml" | "binary";
  readonly root: PlistDict;
  /** The preference domain of a bare plist, null where nothing tells it and for every mobileconfig. */
  readonly domain: string | null;
  /** What the reader had to decide, for example about a key that stands twice. */
  readonly notices: readonly Problem[];
};

export type ReadOptions = {
  /** Name or path of the file: it tells the domain of a bare plist. */
  readonly fileName: string | null;
  /** The domain of a bare plist, when the caller knows it. */
  readonly domain?: string;
};

/**
 * Reads a profile or a bare plist from unsigned bytes. Problems: those of `readPlist`, `profile-too-large`, and
 * `profile-not-a-dictionary` for a property list that is a list or a single value.
 */
export function readProfile(bytes: Uint8Array, options: ReadOptions): Result<ProfileDocument> {
  const tooLarge = tooLargeProfile(bytes.length);
  if (tooLarge !== null) return tooLarge;
  const reading = readPlist(bytes);
  if (!reading.ok) return reading;
  return documentOf(reading.value, options);
}

/** A document from typed JSON that `JSON.parse` gave, as `convert --to json` writes it. Problems as `fromTypedJson`. */
export function profileFromTypedJson(json: unknown, options: ReadOptions): Result<ProfileDocument> {
  const value = fromTypedJson(json);
  return value.ok ? documentOf({ value: value.value, encoding: "xml", notices: [] }, options) : value;
}

function documentOf(
  { value, encoding, notices }: PlistReading,
  options: ReadOptions,
): Result<ProfileDocument> {
  if (value.kind !== "dict") return fail(notADictionary(value));
  const format = isMobileconfig(value) ? "mobileconfig" : "plist";
  const domain = format === "mobileconfig" ? null : bareDomain(value, options);
  return succeed({ format, encoding, root: value, domain, notices });
}

/**
 * A configuration profile says so in `PayloadType` or has a list of payloads. Files with the list and another type
 * exist by mistake; reading them as profiles shows what is in them.
 */
export function isMobileconfig(root: PlistDict): boolean {
  return (
    textAt(root, "PayloadType") === "Configuration" || root.entries.get("PayloadContent")?.kind === "array"
  );
}

function bareDomain(root: PlistDict, options: ReadOptions): string | null {
  if (options.domain !== undefined) return options.domain;
  const fromName = options.fileName === null ? null : domainFromFileName(options.fileName);
  return fromName ?? domainFromKeys(root);
}

function notADictionary(value: PlistValue): Problem {
  const found = value.kind === "array" ? "a list" : `a single value (${value.kind})`;
  return {
    code: "profile-not-a-dictionary",
    title: "This property list is not a profile.",
    detail: `It is ${found}; profiles and preference files are dictionaries.`,
    fix: "Choose a .mobileconfig or a preference .plist file.",
  };
}
