/**
 * What a signature is worth, worst case over all signers:
 *
 * - `valid`: content and signature match and every signer's chain ends in a trusted root.
 * - `untrusted`: mathematically right, but a chain does not end in a trusted root.
 * - `expired`: mathematically right, but a certificate of signer or chain is outside its validity period now.
 *   It outranks `untrusted`: it is true whatever roots are trusted.
 * - `invalid`: content, signed attributes and signature do not match, or nothing in the file allows the check.
 */
export type SignatureStatus = "valid" | "untrusted" | "expired" | "invalid";

/** One signer, as its certificate names it. */
export type Signer = {
  /** `CN=…, O=…` in the order of the certificate. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, UTC; empty when the file does not contain the certificate. */
  readonly notAfter: string;
  /** SHA-256 of the certificate, lower-case hex; empty when the file does not contain it. */
  readonly sha256: string;
};

/** The `signature` object of `show` and `verify`. */
export type SignatureReport = {
  readonly status: SignatureStatus;
  readonly signers: readonly Signer[];
  /** One sentence: why the status is what it is. */
  readonly why: string;
};

/** One certificate on the way from a signer to a root. */
export type ChainLink = {
  readonly subject: string;
  /** ISO 8601, UTC; empty where it cannot be read. */
  readonly notBefore: string;
  readonly notAfter: string;
};

/** The bytes that were signed and what the signature around them is worth. */
export type OpenedSigned = {
  readonly content: Uint8Array;
  readonly signature: SignatureReport;
  /** From the first signer upwards, as far as its issuers are known. */
  readonly chain: readonly ChainLink[];
};

export type TrustOptions = {
  /** Certificates (PEM, one or several per entry, or DER) that are trusted as roots; Apple's root and the public roots unless told. */
  readonly trusted?: readonly Uint8Array[];
  /** The moment validity periods are compared with; now unless told. */
  readonly now?: Date;
};
