import type { Problem } from "../../core/problem.ts";

/** The identity is encrypted and no passphrase was given. Callers ask for it and try again. */
export function passphraseNeeded(what: string): Problem {
  return {
    code: "passphrase-needed",
    title: `${what} is protected by a passphrase.`,
    detail: "No passphrase was given, and the empty one does not open it.",
    fix: "Give the passphrase on standard input with --password-stdin, or type it when asked.",
  };
}

export function wrongPassphrase(what: string): Problem {
  return {
    code: "wrong-passphrase",
    title: `The passphrase does not open ${what}.`,
    detail: "The private key stays locked, and nothing was signed.",
    fix: "Check the passphrase that was set when the file was exported, and try again.",
  };
}

export function unreadableIdentity(what: string, seen: string): Problem {
  return {
    code: "identity-unreadable",
    title: `${what} cannot be read.`,
    detail: seen,
    fix: "Export the certificate with its private key again, as .p12 or as PEM.",
  };
}

export function unsupportedIdentity(what: string, seen: string): Problem {
  return {
    code: "identity-unsupported",
    title: `${what} uses something that Latchkey does not sign with.`,
    detail: seen,
    fix: "Use an RSA key of at least 2048 bits or an EC key (P-256, P-384, P-521), exported with AES-256 encryption.",
  };
}

export function incompleteIdentity(seen: string): Problem {
  return {
    code: "identity-incomplete",
    title: "The identity is incomplete.",
    detail: seen,
    fix: "Export the certificate together with its private key: in Keychain Access, select the certificate under My Certificates.",
  };
}

export function keyMismatch(seen: string): Problem {
  return {
    code: "key-mismatch",
    title: "The private key does not belong to the certificate.",
    detail: seen,
    fix: "Give the certificate and the key of the same identity.",
  };
}
