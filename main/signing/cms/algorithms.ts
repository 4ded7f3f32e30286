/** Digest algorithms that a signature may use here, by OID (RFC 3370 §2, RFC 5754 §2). MD5 is left out: it is broken. */
const digests: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.4": "sha224",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** How the signature value was made: the family, and the digest where the OID names one. */
export type SignatureScheme = {
  readonly family: "rsa" | "rsa-pss" | "ecdsa";
  readonly digest: string | null;
};

/** Signature algorithms by OID (RFC 3370 §3, RFC 5754 §3, RFC 5753 §2.1.1, RFC 4056 §3). */
const schemes: Readonly<Record<string, SignatureScheme>> = {
  "1.2.840.113549.1.1.1": { family: "rsa", digest: null },
  "1.2.840.113549.1.1.5": { family: "rsa", digest: "sha1" },
  "1.2.840.113549.1.1.14": { family: "rsa", digest: "sha224" },
  "1.2.840.113549.1.1.11": { family: "rsa", digest: "sha256" },
  "1.2.840.113549.1.1.12": { family: "rsa", digest: "sha384" },
  "1.2.840.113549.1.1.13": { family: "rsa", digest: "sha512" },
  "1.2.840.113549.1.1.10": { family: "rsa-pss", digest: null },
  // Some signers name the key type only; the digest is then the one of the SignerInfo.
  "1.2.840.10045.2.1": { family: "ecdsa", digest: null },
  "1.2.840.10045.4.1": { family: "ecdsa", digest: "sha1" },
  "1.2.840.10045.4.3.1": { family: "ecdsa", digest: "sha224" },
  "1.2.840.10045.4.3.2": { family: "ecdsa", digest: "sha256" },
  "1.2.840.10045.4.3.3": { family: "ecdsa", digest: "sha384" },
  "1.2.840.10045.4.3.4": { family: "ecdsa", digest: "sha512" },
};

/** The name `node:crypto` knows the digest by; null for one that is unknown or not to be relied on. */
export function digestName(oid: string): string | null {
  return Object.hasOwn(digests, oid) ? (digests[oid] ?? null) : null;
}

/** The signature scheme of an OID; null when it is not supported. */
export function signatureScheme(oid: string): SignatureScheme | null {
  return Object.hasOwn(schemes, oid) ? (schemes[oid] ?? null) : null;
}

/** Edwards curves sign certificates, not profiles (RFC 8410 §3). */
const edwards = ["1.3.101.112", "1.3.101.113"];

/** Whether a certificate that was signed so counts: MD5 and what is older can be forged, what is unknown is not relied on. */
export function signsCertificates(oid: string): boolean {
  return signatureScheme(oid) !== null || edwards.includes(oid);
}

/** OIDs that CMS structures carry here. */
export const oid = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha256WithRsa: "1.2.840.113549.1.1.11",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  subjectKeyIdentifier: "2.5.29.14",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
} as const;
