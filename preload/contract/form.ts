import type { TypedAs } from "../../main/core/entry/typed-text.ts";
import type { Finding } from "../../main/core/finding.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { KeyPath, PayloadAddress } from "../../main/core/profile/patch.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";

export type { TypedAs };

/** One typed value: where it goes, as what, and the text itself. */
export type TypedValue = {
  readonly payload: PayloadAddress;
  readonly path: KeyPath;
  /** The type of the value that is there, or of a key by hand; null leaves it to the catalogue. */
  readonly type: TypedAs | null;
  readonly text: string;
};

/** What a fix would change at one place; secrets are not in it. Null where the key is absent. */
export type FixChange = {
  readonly domain: string | null;
  readonly keyPath: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** A finding whose fix is a change of the file, and what it would change. */
export type FixPreview = {
  /** Names the finding until the next change. */
  readonly id: string;
  readonly finding: Finding;
  readonly label: string;
  readonly changes: readonly FixChange[];
};

/** What the form of the profile asks for. Each of the changing calls is one step of undo. */
export type FormCalls = {
  /** Whether a text fits, without storing it: null, or what is wrong. */
  readonly "form.check": Call<TypedValue, Problem | null>;
  /** Stores a typed text as a value of the right type, with the payload that it needs; a text that does not fit is a problem. */
  readonly "form.enter": Call<TypedValue, null>;
  /** Adds a key with a first value from the catalogue, or an item to a list (a path that ends with the next position). */
  readonly "form.add": Call<{ readonly payload: PayloadAddress; readonly path: KeyPath }, null>;
  /** Adds a key that the person names, of a type that the person chooses. Problem: `key-there`, beside those of `form.enter`. */
  readonly "form.addByHand": Call<
    {
      readonly payload: PayloadAddress;
      readonly path: KeyPath;
      readonly type: TypedAs | "array" | "dict";
      readonly text: string;
    },
    null
  >;
  /** Takes a key away, and the dictionaries that would be left empty. */
  readonly "form.remove": Call<{ readonly payload: PayloadAddress; readonly path: KeyPath }, null>;
  /** Puts a license file into one domain, or into all that keep one. */
  readonly "form.importLicense": Call<{ readonly file: FileHandle; readonly domain: string | null }, null>;
  /** Every fix that is a change of the file, each as if it were the only one. */
  readonly "form.fixes": Call<Nothing, readonly FixPreview[]>;
  /** Applies fixes by their ids, as one change. */
  readonly "form.applyFixes": Call<{ readonly fixes: readonly string[] }, null>;
};

export const formCalls: Names<FormCalls> = {
  "form.check": true,
  "form.enter": true,
  "form.add": true,
  "form.addByHand": true,
  "form.remove": true,
  "form.importLicense": true,
  "form.fixes": true,
  "form.applyFixes": true,
};
