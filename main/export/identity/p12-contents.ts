import type { KeyObject, X509Certificate } from "node:crypto";

/** What a `.p12` holds once it is open. */
export type P12Contents = {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
};

/** An attempt to open a `.p12`: it fails at the passphrase, or behind it at what the file holds. */
export type P12Opening =
  | { readonly ok: true; readonly contents: P12Contents }
  | { readonly ok: false; readonly because: "passphrase" | "contents" };
