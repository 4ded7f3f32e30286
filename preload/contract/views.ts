import type { Finding } from "../../main/core/finding.ts";
import type { TypedJson } from "../../main/core/plist/typed-json.ts";
import type { IdentityFieldId } from "../../main/core/profile/identity-fields.ts";
import type { KeyPath, PayloadAddress } from "../../main/core/profile/patch.ts";

/** What this host can do. Screens read these, never the name of the platform. */
export type Capabilities = {
  /** A fresh window of our own can show the provider's sign-in page and catch the redirect. */
  readonly canOpenLoginWindow: boolean;
  /** Native dialogs for opening and saving; without them the page picks files and downloads. */
  readonly canShowFileDialogs: boolean;
  readonly canSignWithKeychain: boolean;
  /** The host draws its own window buttons inside our side bar. */
  readonly drawsWindowButtons: boolean;
};

export type AppDescription = { readonly version: string; readonly capabilities: Capabilities };

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

/** One key of a payload as the editor shows it. `display` is the value as text; sensitive values are not in it. */
export type KeyView = {
  readonly payload: PayloadAddress;
  readonly path: KeyPath;
  readonly keyPath: string;
  readonly title: string;
  readonly description: string | null;
  readonly group: string;
  readonly known: boolean;
  readonly sensitive: boolean;
  readonly type: string;
  readonly value: TypedJson;
  readonly display: string;
};

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
  /** The stored value as text; null when the key is absent. */
  readonly value: string | null;
};

/** An identity field that one or both domains hold; `differs` when two domains hold two values. */
export type IdentityField = {
  readonly id: IdentityFieldId;
  readonly title: string;
  readonly help: string;
  readonly kind: "text" | "choice" | "tokens";
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  readonly value: string;
  /** What Jamf Connect uses when no domain holds the key; null when there is no default. */
  readonly fallback: string | null;
  readonly destinations: readonly FieldDestination[];
  readonly differs: boolean;
};

export type ProfileView = {
  readonly fileName: string;
  readonly displayName: string;
  readonly format: "mobileconfig" | "plist";
  readonly encoding: "xml" | "binary";
  readonly bytes: number;
  readonly signature: SignatureView | null;
  readonly profile: {
    readonly identifier: string | null;
    readonly uuid: string | null;
    readonly scope: string | null;
  } | null;
  readonly provider: string | null;
  readonly payloads: readonly PayloadView[];
  readonly identity: readonly IdentityField[];
  /** The XML that an unsigned export would hold. */
  readonly source: string;
  readonly findings: readonly Finding[];
  readonly edited: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Made by the practice tenant. */
  readonly practice: boolean;
};

/** Where test logins would go, shown before anything is sent. */
export type TestTargetView = {
  /** With its port. */
  readonly host: string;
  readonly practice: boolean;
  /** A fixed address of the named provider, or this machine: nobody has to be asked. */
  readonly known: boolean;
  readonly thisMachine: boolean;
};

/** A signing identity that main holds in memory under `id`; the private key never leaves main. */
export type IdentityView = SignerView & {
  readonly id: string;
  readonly label: string;
  readonly chainLength: number;
};

export type ExportView = {
  readonly fileName: string;
  /** Path where the host saved it; null when the page has to download `data`. */
  readonly savedTo: string | null;
  readonly data: string | null;
  readonly bytes: number;
  readonly signature: SignatureView | null;
  readonly checks: readonly { readonly title: string; readonly detail: string }[];
};

/** Conditional Access policies that predictions rest on. */
export type PoliciesView = {
  readonly source: "practice" | "file";
  readonly fileName: string | null;
  readonly count: number;
  /** ISO 8601; null for the practice tenant, whose policies are always its own. */
  readonly loadedAt: string | null;
  readonly findings: readonly Finding[];
};
