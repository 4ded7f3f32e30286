import type { KeyObject, X509Certificate } from "node:crypto";
import type { Signer } from "../signature-report.ts";

/**
 * Where an identity comes from: the bytes of a `.p12`, or files for the certificate (PEM with chain, DER, PKCS #7) and the key (PEM).
 * `chain` is a file beside them with issuers that they lack, in the same forms as the certificate.
 */
export type IdentitySource = { readonly chain?: Uint8Array } & (
  | { readonly kind: "p12"; readonly bytes: Uint8Array }
  | { readonly kind: "pem"; readonly certificate: Uint8Array; readonly key: Uint8Array }
);

/** A certificate with the private key that belongs to it. The key stays in memory and is never printed. */
export type SigningIdentity = {
  readonly certificate: X509Certificate;
  /** The issuers, nearest first, without the root: the device has that, or must not take it from a file. */
  readonly chain: readonly X509Certificate[];
  /** Who issued the last of these, where the file has no certificate of theirs; null where the chain is whole. */
  readonly missingIssuer: string | null;
  readonly privateKey: KeyObject;
  /** The certificate in words. */
  readonly signer: Signer;
};
