/** What a signature is worth: as a sentence, and in a few words beside "Status" as the Export screen says it. */
export const statusWords = {
  valid: {
    tone: "ok",
    icon: "check",
    words: "valid, and its issuer is trusted on this machine",
    sentence: "The signature is valid, and this machine trusts who issued it.",
  },
  untrusted: {
    tone: "warn",
    icon: "warning",
    words: "valid; its issuer is not trusted on this machine",
    sentence: "The signature is valid. This machine does not trust who issued it.",
  },
  expired: {
    tone: "warn",
    icon: "warning",
    words: "valid, but the certificate has expired",
    sentence: "The signature is valid, but a certificate of its chain is out of date.",
  },
  invalid: {
    tone: "err",
    icon: "error",
    words: "does not verify",
    sentence: "The signature does not verify.",
  },
} as const;

/** The same of one that is not trusted because nobody else vouches for it. */
export const selfSignedWords = {
  ...statusWords.untrusted,
  sentence: "The signature is valid, but self-signed. This machine does not trust it.",
} as const;

/** What that comes to on a Mac, and what to do about it. Source: `docs/signing.md`. */
export function selfSignedMeaning(name: string): string {
  return `Nobody else vouches for the certificate “${name}”. A Mac shows the profile as “Verified” only where that certificate is trusted: sign with one whose issuer your Macs trust.`;
}
