/** What a signature is worth, as the Export screen says it. */
export const statusWords = {
  valid: { tone: "ok", icon: "check", words: "valid, and its issuer is trusted on this machine" },
  untrusted: { tone: "warn", icon: "warning", words: "valid; its issuer is not trusted on this machine" },
  expired: { tone: "warn", icon: "warning", words: "valid, but the certificate has expired" },
  invalid: { tone: "err", icon: "error", words: "does not verify" },
} as const;
