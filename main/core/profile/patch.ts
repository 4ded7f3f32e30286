import type { TypedJson } from "../plist/typed-json.ts";
import type { PlistValue } from "../plist/value.ts";

/** Which payload a patch is for: the `index`-th payload (from 0, in document order) that manages `domain`. */
export type PayloadAddress = { readonly domain: string; readonly index?: number };

/**
 * A change at one place of the whole document, `path` counted from its root. `put` sets a dictionary key or replaces an
 * array item, `insert` makes room in an array, `remove` takes a key or an item away. Every patch comes down to these,
 * and so does its inverse: undo restores exactly what was there, bookkeeping keys and order included.
 */
export type DocumentEdit =
  | ({ readonly edit: "put"; readonly path: KeyPath; readonly position?: number } & Content)
  | ({ readonly edit: "insert"; readonly path: KeyPath } & Content)
  | { readonly edit: "remove"; readonly path: KeyPath };

/**
 * What an edit stores: typed JSON where it comes from outside, the value itself where it stood in a document. Typed JSON does not
 * keep the order of keys that are whole numbers.
 */
type Content = { readonly value: TypedJson } | { readonly exact: PlistValue };

/** Path to a value inside a payload's settings: dictionary keys and array positions. */
export type KeyPath = readonly (string | number)[];

/** A change to a profile document, as data: editor, fixes, recipes and import all speak it, and undo keeps a list of them. */
export type ProfilePatch =
  | {
      readonly op: "set";
      readonly payload: PayloadAddress;
      readonly path: KeyPath;
      readonly value: TypedJson;
      /** Position among the dictionary's keys for a new key; last if absent. */
      readonly position?: number;
    }
  | { readonly op: "remove"; readonly payload: PayloadAddress; readonly path: KeyPath }
  | {
      readonly op: "add-payload";
      readonly domain: string;
      readonly form: "direct" | "managed-preferences";
      readonly identifier: string;
      readonly uuid: string;
      readonly settings: { readonly [key: string]: TypedJson };
      readonly position?: number;
    }
  | { readonly op: "remove-payload"; readonly payload: PayloadAddress }
  | { readonly op: "edit"; readonly edits: readonly DocumentEdit[] }
  | { readonly op: "all"; readonly patches: readonly ProfilePatch[] };
