import { createDecipheriv, pbkdf2, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { type BerElement, tag } from "../asn1/ber.ts";
import { type Fields, fieldsOf, octetsOf, oidText, wholeNumber } from "../asn1/values.ts";
import { mostScryptBytes } from "../limits.ts";
import type { Passphrase } from "./passphrase.ts";
import { pkcs12Key, purpose } from "./pkcs12-key.ts";
import type { Work } from "./work.ts";

/** An encryption that Latchkey does not open. Thrown here and caught at the edge of this folder. */
export class UnknownEncryption extends Error {
  override readonly name = "UnknownEncryption";
}

/**
 * Decrypts what was encrypted under a passphrase: PBES2 with PBKDF2 or scrypt (RFC 8018 §6.2, RFC 7914 §7), and the
 * RC2 and triple-DES methods of PKCS#12 (RFC 7292 App. C), which Keychain Access still writes. Deriving the key is what
 * takes time: it happens beside the main thread or in turns, and not at all beyond the limits that `work` counts.
 *
 * @param algorithm AlgorithmIdentifier ::= SEQUENCE { algorithm, parameters }
 * @throws UnknownEncryption, TooMuchWork, BerFault; any other error where the passphrase is wrong
 */
export async function decryptWithPassphrase(
  algorithm: BerElement,
  content: Uint8Array,
  passphrase: Passphrase,
  work: Work,
): Promise<Buffer> {
  const fields = fieldsOf(algorithm);
  const method = oidText(fields.take(tag.objectIdentifier, "encryption method"));
  const parameters = fieldsOf(fields.take(tag.sequence, "parameters of the encryption"));
  if (method === pbes2) return decryptPbes2(parameters, content, passphrase, work);
  const old = Object.hasOwn(pkcs12Methods, method) ? pkcs12Methods[method] : undefined;
  if (old === undefined) throw new UnknownEncryption(method);
  return decryptPkcs12(old, parameters, content, passphrase, work);
}

const pbes2 = "1.2.840.113549.1.5.13";
const pbkdf2Method = "1.2.840.113549.1.5.12";
const scryptMethod = "1.3.6.1.4.1.11591.4.11";

/** Ciphers of PBES2, as `node:crypto` calls them. */
const ciphers: Readonly<Record<string, { readonly name: string; readonly keySize: number }>> = {
  "2.16.840.1.101.3.4.1.2": { name: "aes-128-cbc", keySize: 16 },
  "2.16.840.1.101.3.4.1.22": { name: "aes-192-cbc", keySize: 24 },
  "2.16.840.1.101.3.4.1.42": { name: "aes-256-cbc", keySize: 32 },
  "1.2.840.113549.3.7": { name: "des-ede3-cbc", keySize: 24 },
};

/** HMACs of PBKDF2 (RFC 8018 App. B.1). */
const hmacs: Readonly<Record<string, string>> = {
  "1.2.840.113549.2.7": "sha1",
  "1.2.840.113549.2.8": "sha224",
  "1.2.840.113549.2.9": "sha256",
  "1.2.840.113549.2.10": "sha384",
  "1.2.840.113549.2.11": "sha512",
};

async function decryptPbes2(
  parameters: Fields,
  content: Uint8Array,
  passphrase: Passphrase,
  work: Work,
): Promise<Buffer> {
  const derivation = fieldsOf(parameters.take(tag.sequence, "key derivation"));
  const scheme = fieldsOf(parameters.take(tag.sequence, "cipher"));
  const cipherMethod = oidText(scheme.take(tag.objectIdentifier, "cipher"));
  const cipher = Object.hasOwn(ciphers, cipherMethod) ? ciphers[cipherMethod] : undefined;
  if (cipher === undefined) throw new UnknownEncryption(cipherMethod);
  const iv = octetsOf(scheme.take(tag.octetString, "initialisation vector"));
  const method = oidText(derivation.take(tag.objectIdentifier, "key derivation"));
  const how = fieldsOf(derivation.take(tag.sequence, "parameters of the key derivation"));
  const key = await deriveKey(method, how, passphrase.utf8, cipher.keySize, work);
  return decipher(cipher.name, key, iv, content);
}

async function deriveKey(
  method: string,
  how: Fields,
  password: Buffer,
  size: number,
  work: Work,
): Promise<Buffer> {
  const salt = octetsOf(how.take(tag.octetString, "salt"));
  const first = wholeNumber(how.take(tag.integer, "cost of the key derivation"));
  if (method === scryptMethod) {
    const blockSize = wholeNumber(how.take(tag.integer, "block size"));
    const parallelization = wholeNumber(how.take(tag.integer, "number of passes"));
    work.scrypt(first, blockSize, parallelization);
    const options = { N: first, r: blockSize, p: parallelization, maxmem: 2 * mostScryptBytes };
    return deriveByScrypt(password, salt, size, options);
  }
  if (method !== pbkdf2Method) throw new UnknownEncryption(method);
  how.takeIf(tag.integer); // the length of the key, which the cipher says too
  const pseudoRandom = how.takeIf(tag.sequence);
  const hmac =
    pseudoRandom === null
      ? "1.2.840.113549.2.7"
      : oidText(fieldsOf(pseudoRandom).take(tag.objectIdentifier, "hash"));
  const digest = Object.hasOwn(hmacs, hmac) ? hmacs[hmac] : undefined;
  if (digest === undefined) throw new UnknownEncryption(hmac);
  work.rounds(first);
  return promisify(pbkdf2)(password, salt, first, size, digest);
}

function deriveByScrypt(
  password: Buffer,
  salt: Uint8Array,
  size: number,
  options: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, size, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

type Pkcs12Method = { readonly cipher: "triple-des" | "rc2"; readonly keySize: number };

const pkcs12Methods: Readonly<Record<string, Pkcs12Method>> = {
  "1.2.840.113549.1.12.1.3": { cipher: "triple-des", keySize: 24 },
  "1.2.840.113549.1.12.1.4": { cipher: "triple-des", keySize: 16 },
  "1.2.840.113549.1.12.1.5": { cipher: "rc2", keySize: 16 },
  "1.2.840.113549.1.12.1.6": { cipher: "rc2", keySize: 5 },
};

async function decryptPkcs12(
  { cipher, keySize }: Pkcs12Method,
  parameters: Fields,
  content: Uint8Array,
  passphrase: Passphrase,
  work: Work,
): Promise<Buffer> {
  const salt = octetsOf(parameters.take(tag.octetString, "salt"));
  const rounds = wholeNumber(parameters.take(tag.integer, "number of rounds"));
  work.rounds(rounds);
  const common = { digest: "sha1", password: passphrase.utf16, salt, rounds };
  const key = await pkcs12Key({ ...common, purpose: purpose.key, size: keySize });
  const iv = await pkcs12Key({ ...common, purpose: purpose.iv, size: 8 });
  if (cipher === "rc2") return decipherRc2(key, iv, content);
  // With two keys the first is used again as the third.
  return decipher("des-ede3-cbc", Buffer.concat([key, key]).subarray(0, 24), iv, content);
}

function decipher(name: string, key: Uint8Array, iv: Uint8Array, content: Uint8Array): Buffer {
  const cipher = createDecipheriv(name, key, iv);
  return Buffer.concat([cipher.update(content), cipher.final()]);
}

/** Neither OpenSSL 3 nor BoringSSL still has RC2. */
async function decipherRc2(key: Buffer, iv: Buffer, content: Uint8Array): Promise<Buffer> {
  const { default: forge } = await import("node-forge");
  const cipher = forge.rc2.createDecryptionCipher(key.toString("latin1"), key.length * 8);
  cipher.start(iv.toString("latin1"));
  cipher.update(forge.util.createBuffer(Buffer.from(content).toString("latin1")));
  if (!cipher.finish()) throw new Error("The padding is wrong.");
  return Buffer.from(cipher.output.getBytes(), "latin1");
}
