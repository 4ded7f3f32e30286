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

/** What is known about one key of a Jamf Connect preference domain. */
export type KeyDescription = {
  readonly domain: string;
  /** Dotted path in the settings; `[]` stands for any position of an array. */
  readonly path: string;
  readonly type: KeyType;
  /** Type of the elements of an array. */
  readonly items?: KeyType;
  /** Other types that real profiles use. */
  readonly alsoAccepted?: readonly KeyType[];
  readonly group: KeyGroup;
  /** Heading inside the tab. */
  readonly section: string;
  readonly title: string;
  readonly description: string;
  /** What Jamf Connect assumes when the key is absent. Booleans without it count as false. */
  readonly default?: string | number | boolean;
  /** Providers the key has a meaning for; absent means all. */
  readonly providers?: readonly Provider[];
  readonly required?: readonly KeyRequirement[];
  readonly values?: readonly { readonly value: string; readonly title: string }[];
  /** False where other values than the listed ones are known to exist. */
  readonly valuesComplete?: boolean;
  readonly format?: "scopes" | "file-path";
  /** First and last version of Jamf Connect, where a source names them. */
  readonly since?: string;
  readonly deprecated?: string;
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
  readonly keys: readonly KeyDescription[];
};
