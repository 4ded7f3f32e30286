import type { Finding } from "../../main/core/finding.ts";
import type { TypedJson } from "../../main/core/plist/typed-json.ts";
import type { SourcePlace } from "../../main/core/plist/xml/write.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { IdentityFieldId } from "../../main/core/profile/identity-fields.ts";
import type { KeyPath, PayloadAddress, ProfilePatch } from "../../main/core/profile/patch.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle, OfferedFile } from "./files.ts";
import type { LeftOutView } from "./saving.ts";

export type SignerView = {
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601. */
  readonly notAfter: string;
  /** SHA-256 of the certificate, lower-case hex. */
  readonly sha256: string;
};

export type SignatureView = {
  readonly status: "valid" | "untrusted" | "expired" | "invalid";
  readonly signers: readonly SignerView[];
};

/**
 * One key of a payload: where it stands and what it holds. `display` is the value as text; sensitive values are not in it, of a
 * license only for whom and until when it is. What the key is called and means is in `keys.catalogue`.
 */
export type KeyView = {
  readonly payload: PayloadAddress;
  readonly path: KeyPath;
  readonly keyPath: string;
  readonly type: string;
  readonly value: TypedJson;
  readonly display: string;
  /** The draft had no value here; it is asked for again. */
  readonly leftOut?: true;
  /** The value is a secret: `value` holds nothing of it. Secrets inside a list are `{"$secret": true}`. */
  readonly secret: boolean;
  /** What stands in the value and cannot be seen; null where nothing does, or where it is the layout of a text for people. */
  readonly unseen: UnseenText | null;
};

/** What cannot be seen in a value, in words, and the value without it. */
export type UnseenText = { readonly what: string; readonly clean: TypedJson };

export type PayloadView = {
  readonly address: PayloadAddress | null;
  readonly type: string | null;
  readonly identifier: string | null;
  readonly domain: string | null;
  readonly form: "direct" | "managed-preferences" | "plist" | "other";
  readonly keys: readonly KeyView[];
};

/** Where one identity field is stored. */
export type FieldDestination = {
  readonly payload: PayloadAddress;
  readonly path: KeyPath;
  readonly keyPath: string;
  /** The stored value as text; null when the key is absent. A secret is an empty text, a license what may be shown of it. */
  readonly value: string | null;
};

/** An identity field that one or both domains hold; `differs` when two domains hold two values. */
export type IdentityField = {
  readonly id: IdentityFieldId;
  readonly title: string;
  readonly help: string;
  readonly kind: "text" | "choice" | "tokens" | "secret" | "license";
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  readonly value: string;
  /** What Jamf Connect uses when no domain holds the key; null when there is no default. */
  readonly fallback: string | null;
  readonly destinations: readonly FieldDestination[];
  readonly differs: boolean;
  /** What stands in the value and cannot be seen; null where nothing does. */
  readonly unseen: UnseenText | null;
};

/** Where the keys stand in a source, as its writer says, and what has to be known to edit it. */
export type SourceMap = {
  /** Names the source; what is typed over it is sent with this. Null where it cannot be edited as text. */
  readonly version: string | null;
  /** Most characters of a source that is edited as text. */
  readonly limit: number;
  /** The value of the whole; null where there is no source. */
  readonly place: SourcePlace | null;
  /** Where the settings of each payload stand, from the root; of several layers the later one counts. */
  readonly settings: readonly {
    readonly domain: string;
    readonly index: number;
    readonly paths: readonly KeyPath[];
  }[];
  /** Why there is no source. */
  readonly problem: Problem | null;
};

/** A source that was typed over the one of this version. In the place of a secret stands its mark, or a new secret. */
export type SourceText = { readonly text: string; readonly version: string };

/** The document is now what the source says. */
export type SourceTaken = {
  /** What its reader had to decide, for example about a key that stands twice. */
  readonly notices: readonly Problem[];
  /** Of the source that comes with the new view; null where that is too large. */
  readonly version: string | null;
};

/** `taken-out` tells where the profile was; every other code why settings are missing. */
export type DocumentNote = Problem;

export type ProfileView = {
  /** Names the document for as long as it is open, whatever its file is called; its draft has the same name. */
  readonly id: string;
  readonly fileName: string;
  readonly displayName: string;
  readonly format: "mobileconfig" | "plist";
  readonly encoding: "xml" | "binary";
  readonly bytes: number;
  readonly signature: SignatureView | null;
  /** Saving writes it without the signature that its file has. Of a draft only this is known. */
  readonly isFileSigned: boolean;
  readonly profile: {
    readonly identifier: string | null;
    readonly uuid: string | null;
    readonly scope: string | null;
  } | null;
  readonly provider: string | null;
  readonly payloads: readonly PayloadView[];
  readonly identity: readonly IdentityField[];
  /** The XML that an unsigned export would hold, a mark in the place of each secret. */
  readonly source: string;
  readonly sourceMap: SourceMap;
  /** About the settings as they stand; empty where nothing was found, null where there was nothing to look at. */
  readonly findings: readonly Finding[] | null;
  /** Differs from its file. */
  readonly edited: boolean;
  /** Would be lost with the document: edited, and somebody's own work. */
  readonly unsaved: boolean;
  /** Save writes the file that it came from; otherwise it asks where to, or downloads. */
  readonly hasPlace: boolean;
  /** Values that its draft had left out. It is not saved while there are any. */
  readonly leftOut: readonly LeftOutView[];
  /** Where else the same file is open. */
  readonly openElsewhere: "app window" | "browser" | "command line" | null;
  /** What there is to say about the file before anything in it: what it was inside of, and why there is nothing to edit. */
  readonly notes: readonly DocumentNote[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Made by the practice tenant. */
  readonly practice: boolean;
};

/** One setting that differs. A value is null where its side has none, and empty where it is a secret, of which only that is told. */
export type ChangeView = {
  readonly domain: string | null;
  readonly keyPath: string;
  /** What the catalogue calls it; null for keys it does not know. */
  readonly title: string | null;
  readonly secret: boolean;
  readonly before: string | null;
  readonly after: string | null;
};

/** What differs between another document and the open one, which is `after`. */
export type ComparedView = { readonly other: string; readonly changes: readonly ChangeView[] };

export type ProfileCalls = {
  /**
   * Compares the open profile with its file on disk, with itself as it was last exported, or with another file. Problems:
   * `not-on-disk`, `not-exported`, those of the file.
   */
  readonly "profile.compare": Call<
    { readonly with: "disk" | "export" } | { readonly with: "file"; readonly file: FileHandle },
    ComparedView
  >;
  /** Asks the person for a file; null where none was chosen. */
  readonly "profile.choose": Call<Nothing, OfferedFile | null>;
  /** As below, the view comes by `profile.changed`, before the answer. */
  readonly "profile.open": Call<{ readonly file: FileHandle }, null>;
  readonly "profile.current": Call<Nothing, ProfileView | null>;
  /** This and the following four change the open document. */
  readonly "profile.edit": Call<{ readonly patch: ProfilePatch }, null>;
  /** Stores an identity value in every domain that keeps it, or in one when the domains are to differ. */
  readonly "profile.editField": Call<
    { readonly field: IdentityFieldId; readonly value: string; readonly domain: string | null },
    null
  >;
  /** Makes the document what a source says; one that holds an error changes nothing. */
  readonly "profile.editSource": Call<SourceText, SourceTaken>;
  readonly "profile.undo": Call<Nothing, null>;
  readonly "profile.redo": Call<Nothing, null>;
  readonly "profile.close": Call<Nothing, null>;
};

export const profileCalls: Names<ProfileCalls> = {
  "profile.compare": true,
  "profile.choose": true,
  "profile.open": true,
  "profile.current": true,
  "profile.edit": true,
  "profile.editField": true,
  "profile.editSource": true,
  "profile.undo": true,
  "profile.redo": true,
  "profile.close": true,
};

export type ProfileEvents = { readonly "profile.changed": ProfileView | null };

export const profileEvents: Names<ProfileEvents> = { "profile.changed": true };
