import { createPrivateKey, getCiphers, type KeyObject, type X509Certificate } from "node:crypto";
import type { Problem, Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { type BerElement, BerFault, childrenOf, readElement, tag } from "../asn1/ber.ts";
import { readCertificates } from "../cms/trust-anchors.ts";
import { mostCertificates } from "../limits.ts";
import { assembleIdentity } from "./assemble-identity.ts";
import {
  incompleteIdentity,
  passphraseNeeded,
  unreadableIdentity,
  unsupportedIdentity,
  wrongPassphrase,
} from "./identity-problems.ts";
import { decryptKey } from "./p12-contents.ts";
import { passphraseForms } from "./passphrase.ts";
import { UnknownEncryption } from "./password-encryption.ts";
import { firstKeyBlock, type PemBlock } from "./pem-block.ts";
import type { IdentitySource, SigningIdentity } from "./signing-identity.ts";
import { startWork, TooMuchWork } from "./work.ts";

type PemSource = Extract<IdentitySource, { readonly kind: "pem" }>;

/**
 * Reads an identity from a certificate file (PEM with chain, DER, PKCS #7) and a PEM key (PKCS#8, PKCS#1, SEC 1).
 *
 * @param beside certificates of another file, which complete its chain
 */
export async function readPemIdentity(
  { certificate: certificateFile, key: keyFile }: Pick<PemSource, "certificate" | "key">,
  beside: readonly X509Certificate[],
  passphrase: string | null,
): Promise<Result<SigningIdentity>> {
  const certificates = readCertificates(certificateFile, "the certificate file");
  if (!certificates.ok) return certificates;
  if (certificates.value.length > mostCertificates) {
    const seen = `It holds ${certificates.value.length} certificates; the limit is ${mostCertificates}.`;
    return fail(unsupportedIdentity("The certificate file", seen));
  }
  const key = await readPemKey(keyFile, passphrase);
  if (!key.ok) return key;
  // By custom the signer's certificate comes first. An authority further down is there as part of the chain; a key that
  // fits it was hardly meant to sign profiles.
  const candidates = certificates.value.filter((one, index) => index === 0 || !one.ca);
  return assembleIdentity(key.value, [...certificates.value, ...beside], candidates);
}

/** Reads the first private key of a PEM file. */
export async function readPemKey(file: Uint8Array, passphrase: string | null): Promise<Result<KeyObject>> {
  const block = firstKeyBlock(Buffer.from(file).toString("latin1"));
  if (block === null) return fail(incompleteIdentity("The key file holds no PEM block PRIVATE KEY."));
  const locked = block.der === null ? null : encryptedInfo(block.der);
  try {
    if (locked === null) return succeed(openWithoutRounds(block, passphrase ?? ""));
    const [word] = passphraseForms(passphrase ?? "");
    const key = await decryptKey(locked, word, startWork());
    return succeed(createPrivateKey({ key, format: "der", type: "pkcs8" }));
  } catch (error) {
    return fail(closedProblem(error, locked === null ? oldEncryption(block) : "known", passphrase));
  }
}

/**
 * Keys that are not encrypted, and those that the old way encrypted (`Proc-Type: 4,ENCRYPTED`, RFC 1421): it hashes the
 * passphrase once.
 */
function openWithoutRounds({ text }: PemBlock, passphrase: string): KeyObject {
  return createPrivateKey({ key: text, format: "pem", passphrase });
}

/** An EncryptedPrivateKeyInfo, whatever its label says: it begins with the encryption, a key with a version number. */
function encryptedInfo(der: Buffer): BerElement | null {
  try {
    const element = readElement(der);
    return element.tag === tag.sequence && childrenOf(element)[0]?.tag === tag.sequence ? element : null;
  } catch (error) {
    if (error instanceof BerFault) return null;
    throw error;
  }
}

/** The way that a key is encrypted: `unknown` is one that nothing here opens. */
type Encryption = "none" | "known" | "unknown";

/** What the header lines of the old way say (`DEK-Info: AES-256-CBC,…`, RFC 1421 §4.6.1.3). */
function oldEncryption({ text }: PemBlock): Encryption {
  if (!text.includes("ENCRYPTED")) return "none";
  const name = /^DEK-Info: *([\w-]{1,40}),/m.exec(text)?.[1];
  return name !== undefined && getCiphers().includes(name.toLowerCase()) ? "known" : "unknown";
}

function closedProblem(error: unknown, encryption: Encryption, passphrase: string | null): Problem {
  if (error instanceof TooMuchWork) return unsupportedIdentity("The key file", error.message);
  if (error instanceof UnknownEncryption || (encryption !== "known" && isUnsupported(error))) {
    return unsupportedIdentity("The key file", "It is encrypted in a way that Latchkey does not open.");
  }
  if (encryption === "none" || error instanceof BerFault) {
    return unreadableIdentity("The key file", "Its private key is damaged.");
  }
  // A wrong passphrase shows as bad padding or, by chance, as garbage of no known form: both mean the same to the user.
  return passphrase === null ? passphraseNeeded("The key file") : wrongPassphrase("the key file");
}

function isUnsupported(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_OSSL_UNSUPPORTED";
}
