/** Largest file with a key or a `.p12`: real ones have a few kilobytes. */
export const maximumIdentityBytes = 1024 * 1024;

/** Largest file with certificates to trust: the public roots of a whole system have a quarter of a megabyte. */
export const maximumCertificateBytes = 4 * 1024 * 1024;

/**
 * How often a passphrase may be hashed for one part of a file, and for all parts together. Files of the field use 1 to
 * about a million rounds; a file that asks for more would freeze the app rather than open.
 */
export const mostRounds = 2_000_000;
export const mostRoundsTogether = 6_000_000;

/** Memory that scrypt (RFC 7914) may take: 128 × N × r bytes. OpenSSL's limit for keys; its own files take 16 MB. */
export const mostScryptBytes = 32 * 1024 * 1024;

/** Work that scrypt may take: N × r × p. OpenSSL's own files take 2^17; this is about two seconds. */
export const mostScryptWork = 2 ** 22;

/** Most certificates and keys of one identity; every key is tried with every certificate. */
export const mostCertificates = 100;
export const mostKeys = 10;

/** Longest RSA key that is signed with: the time grows with the cube of the length. */
export const mostRsaBits = 16_384;

/** Most certificates and signers of a signed file. Real ones carry up to four certificates and one signer. */
export const mostCarriedCertificates = 200;
export const mostSigners = 50;
