import type { Provider } from "../provider.ts";

/** Tabs of the editor, as administrators know them from Jamf Connect Configuration. */
export type KeyGroup = "Identity" | "Login" | "Connect" | "Actions" | "Shares" | "Other";

/** How sure the entry is: in Jamf's own material, concluded from it or found elsewhere, or in need of a test. */
export type KeyCertainty = "documented" | "inferred" | "uncertain";

export type KeyType = "string" | "boolean" | "integer" | "array" | "dict" | "data";

/** When a key must be there; without `providers` for all of them, without `when` always. */
export type KeyRequirement = {
  readonly providers?: readonly Provider[];
  readonly when?: string;
  readonly certainty: KeyCertainty;
};

/** A value that a key takes. */
export type KeyValue = {
  readonly value: string;
  readonly title: string;
  /** Other spellings that Jamf's own material or real profiles have. */
  readonly alsoSpelled?: readonly string[];
  /** The name that took the place of this older one. */
  readonly replacedBy?: string;
};

/**
 * What a text stands for, where more is known than its type; of an array, what its elements stand for.
 *
 * - `client-id`: application id; a GUID with Entra ID
 * - `tenant`: directory; with Entra ID a GUID or a domain
 * - `claim`: name of a claim in the ID token
 * - `short-name`: account on the Mac
 */
export type KeyFormat =
  | "scopes"
  | "file-path"
  | "client-id"
  | "tenant"
  | "redirect-uri"
  | "discovery-url"
  | "url"
  | "host"
  | "claim"
  | "error-code"
  | "short-name"
  | "license";

/** What is known about one key of a Jamf Connect preference domain. */
export type KeyDescription = {
  readonly domain: string;
  /** Dotted path in the settings; `[]` stands for any position of an array. */
  readonly path: string;
  readonly type: KeyType;
  /** Type of the elements of an array. */
  readonly items?: KeyType;
  /** Type of the values of a dictionary whose keys are chosen freely. */
  readonly anyKey?: KeyType;
  /** Other types that real profiles use. */
  readonly alsoAccepted?: readonly KeyType[];
  readonly group: KeyGroup;
  /** Heading inside the tab. */
  readonly section: string;
  readonly title: string;
  readonly description: string;
  /** What Jamf Connect assumes when the key is absent. Booleans without it count as false. */
  readonly default?: string | number | boolean;
  /** What it assumes for certain providers. */
  readonly providerDefaults?: readonly { readonly providers: readonly Provider[]; readonly value: string }[];
  /** Defaults of older versions, with the last version whose documentation names them. */
  readonly earlierDefaults?: readonly { readonly value: string | number | boolean; readonly until: string }[];
  /** Year of the source, where the default of today is not known. */
  readonly defaultAsOf?: string;
  readonly unit?: "minutes" | "days";
  /** The number that switches the thing off. */
  readonly off?: number;
  /** Providers the key has a meaning for; absent means all. */
  readonly providers?: readonly Provider[];
  readonly required?: readonly KeyRequirement[];
  readonly values?: readonly KeyValue[];
  /** False where other values than the listed ones are known to exist. */
  readonly valuesComplete?: boolean;
  /** Year of the source, where the values of today are not known. */
  readonly valuesAsOf?: string;
  readonly format?: KeyFormat;
  /** First and last version of Jamf Connect, where a source names them. */
  readonly since?: string;
  readonly deprecated?: string;
  /** Path of the key that took the place of this one, in the same domain. */
  readonly replacedBy?: string;
  /** Year of the newest source, where nothing newer is known about the key. */
  readonly asOf?: string;
  /** The value is a secret: never shown, logged or kept in drafts. */
  readonly sensitive?: boolean;
  /** A wrong value can keep people out of their Macs. */
  readonly lockOutRisk?: boolean;
  readonly example?: string | number | readonly string[];
  readonly note?: string;
  readonly certainty: KeyCertainty;
  /** Ids of the catalogue's `sources`. */
  readonly source: readonly string[];
};

/** The keys of one preference domain. */
export type KeyDomain = {
  readonly domain: string;
  readonly title: string;
  /** Version that dropped the domain; its keys are known only so that old profiles can be read. */
  readonly deprecated?: string;
  /** Domain that took its place. */
  readonly replacedBy?: string;
  readonly keys: readonly KeyDescription[];
};

/** Where facts come from. */
export type KeySource = {
  readonly title: string;
  /** Absent for material of several places. */
  readonly url?: string;
};

/** A setting that is known to exist, but not by its name. */
export type UnresolvedKey = { readonly domain: string; readonly title: string; readonly reason: string };
