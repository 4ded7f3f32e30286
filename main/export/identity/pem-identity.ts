import { createPrivateKey, type KeyObject } from "node:crypto";
import type { Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { readCertificates } from "../cms/trust-anchors.ts";
import { assembleIdentity } from "./assemble-identity.ts";
import {
  incompleteIdentity,
  passphraseNeeded,
  unreadableIdentity,
  unsupportedIdentity,
  wrongPassphrase,
} from "./identity-problems.ts";
import type { SigningIdentity } from "./signing-identity.ts";

const anyKey = /-----BEGIN ((?:RSA |EC |DSA |ENCRYPTED )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/;

/** Reads an identity from a certificate file (PEM with chain, or DER) and a PEM key (PKCS#8, PKCS#1, SEC 1). */
export function readPemIdentity(
  certificateFile: Uint8Array,
  keyFile: Uint8Array,
  passphrase: string | null,
): Result<SigningIdentity> {
  const certificates = readCertificates(certificateFile, "the certificate file");
  if (!certificates.ok) return certificates;
  const key = readPemKey(keyFile, passphrase);
  if (!key.ok) return key;
  // By custom the signer's certificate comes first. An authority further down is there as part of the chain; a key that
  // fits it was hardly meant to sign profiles.
  const candidates = certificates.value.filter((one, index) => index === 0 || !one.ca);
  return assembleIdentity(key.value, certificates.value, candidates);
}

/** Reads the first private key of a PEM file. */
export function readPemKey(file: Uint8Array, passphrase: string | null): Result<KeyObject> {
  const pem = anyKey.exec(Buffer.from(file).toString("latin1"))?.[0];
  if (pem === undefined) return fail(incompleteIdentity("The key file holds no PEM block PRIVATE KEY."));
  const encrypted = pem.includes("ENCRYPTED");
  try {
    return succeed(createPrivateKey({ key: pem, format: "pem", passphrase: passphrase ?? "" }));
  } catch (error) {
    if (isUnsupported(error)) {
      return fail(
        unsupportedIdentity(
          "The key file",
          "It is encrypted with an old cipher that OpenSSL 3 no longer opens.",
        ),
      );
    }
    if (!encrypted) return fail(unreadableIdentity("The key file", "Its private key is damaged."));
    // A wrong passphrase shows as bad padding or, by chance, as garbage: both mean the same to the user.
    return fail(passphrase === null ? passphraseNeeded("The key file") : wrongPassphrase("the key file"));
  }
}

function isUnsupported(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_OSSL_UNSUPPORTED";
}
