import {
  createHmac,
  createPrivateKey,
  hash,
  type KeyObject,
  timingSafeEqual,
  X509Certificate,
} from "node:crypto";
import { type BerElement, BerFault, childrenOf, readElement, tag } from "../asn1/ber.ts";
import { fieldsOf, octetsOf, oidText } from "../asn1/values.ts";
import { digestName, oid } from "../cms/algorithms.ts";
import { mostCertificates, mostKeys } from "../limits.ts";
import { onlyChild, type P12File, type P12Mac } from "./p12-file.ts";
import { type Passphrase, passphraseForms } from "./passphrase.ts";
import { decryptWithPassphrase } from "./password-encryption.ts";
import { pkcs12Key, purpose } from "./pkcs12-key.ts";
import { TooMuchWork, type Work } from "./work.ts";

/** What a `.p12` holds once it is open. */
export type P12Contents = {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
};

/** An attempt to open a `.p12`: it fails at the passphrase, or behind it at what the file holds. */
export type P12Opening =
  | { readonly ok: true; readonly contents: P12Contents }
  | { readonly ok: false; readonly because: "passphrase" | "contents" };

/**
 * Opens a `.p12` with any encryption that {@link decryptWithPassphrase} knows, or with none.
 *
 * @throws TooMuchWork
 */
export async function openP12(file: P12File, passphrase: string, work: Work): Promise<P12Opening> {
  // Newer integrity methods (PBMAC1, RFC 9579) are not known here. The check is then left to the decryption and to the
  // comparison of key and certificate.
  const digest = digestName(file.mac?.digest ?? "");
  const mac = file.mac === null || digest === null ? null : { ...file.mac, digest };
  const word = await rightForm(file, mac, passphrase, work);
  if (word === null) return { ok: false, because: "passphrase" };
  try {
    const contents = { keys: [], certificates: [] };
    await readSafes(readElement(file.safe), word, work, contents);
    return { ok: true, contents };
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    // A wrong passphrase shows as bad padding or, by chance, as garbage.
    return { ok: false, because: mac === null ? "passphrase" : "contents" };
  }
}

/** The form of the passphrase that passes the integrity check; the usual one where there is no check. */
async function rightForm(
  file: P12File,
  mac: P12Mac | null,
  passphrase: string,
  work: Work,
): Promise<Passphrase | null> {
  const forms = passphraseForms(passphrase);
  if (mac === null) return forms[0];
  const size = hash(mac.digest, "", "buffer").length;
  for (const form of forms) {
    if (mac.value.length !== size) return null;
    work.rounds(mac.rounds);
    const password = form.utf16;
    const key = await pkcs12Key({ ...mac, password, purpose: purpose.mac, size });
    const value = createHmac(mac.digest, key).update(file.safe).digest();
    if (timingSafeEqual(value, mac.value)) return form;
  }
  return null;
}

type Found = { readonly keys: KeyObject[]; readonly certificates: X509Certificate[] };

/** AuthenticatedSafe ::= SEQUENCE OF ContentInfo, each plain or encrypted (RFC 7292 §4.1). */
async function readSafes(safes: BerElement, word: Passphrase, work: Work, found: Found): Promise<void> {
  for (const safe of childrenOf(safes)) {
    const contentInfo = fieldsOf(safe);
    const type = oidText(contentInfo.take(tag.objectIdentifier, "content type"));
    const content = onlyChild(contentInfo.take(tag.context(0), "content"));
    const bags =
      type === oid.data ? octetsOf(content) : await decryptSafe(expectEncrypted(type, content), word, work);
    await readBags(readElement(bags), word, work, found);
  }
}

const encryptedData = "1.2.840.113549.1.7.6";

function expectEncrypted(type: string, content: BerElement): BerElement {
  if (type !== encryptedData) throw new BerFault("a part of it is encrypted with a public key");
  return content;
}

/** EncryptedData ::= SEQUENCE { version, SEQUENCE { type, algorithm, [0] content } } (RFC 5652 §8). */
async function decryptSafe(element: BerElement, word: Passphrase, work: Work): Promise<Uint8Array> {
  const data = fieldsOf(element);
  data.take(tag.integer, "version");
  const info = fieldsOf(data.take(tag.sequence, "encrypted content"));
  info.take(tag.objectIdentifier, "content type");
  const algorithm = info.take(tag.sequence, "encryption");
  const content = info.takeAny();
  // IMPLICIT OCTET STRING, in one piece or in pieces.
  if (content?.tag === tag.contextPrimitive(0))
    return decryptWithPassphrase(algorithm, content.content, word, work);
  if (content?.tag !== tag.context(0)) throw new BerFault("its encrypted content is missing");
  const pieces = octetsOf({ ...content, tag: tag.octetStringInPieces });
  return decryptWithPassphrase(algorithm, pieces, word, work);
}

/** SafeBag types (RFC 7292 §4.2). */
const bag = {
  key: "1.2.840.113549.1.12.10.1.1",
  shroudedKey: "1.2.840.113549.1.12.10.1.2",
  certificate: "1.2.840.113549.1.12.10.1.3",
};

/** SafeContents ::= SEQUENCE OF SEQUENCE { type, [0] value, attributes OPTIONAL }; other kinds of bags are passed over. */
async function readBags(bags: BerElement, word: Passphrase, work: Work, found: Found): Promise<void> {
  for (const element of childrenOf(bags)) {
    const fields = fieldsOf(element);
    const type = oidText(fields.take(tag.objectIdentifier, "type"));
    const value = onlyChild(fields.take(tag.context(0), "value"));
    if (type === bag.certificate) found.certificates.push(readCertificate(value));
    else if (type === bag.key) found.keys.push(readKey(Buffer.from(value.whole)));
    else if (type === bag.shroudedKey) found.keys.push(readKey(await decryptKey(value, word, work)));
    if (found.keys.length > mostKeys) throw new TooMuchWork(`It holds more than ${mostKeys} keys.`);
    if (found.certificates.length > mostCertificates)
      throw new TooMuchWork(`It holds more than ${mostCertificates} certificates.`);
  }
}

function readCertificate(value: BerElement): X509Certificate {
  const fields = fieldsOf(value);
  fields.take(tag.objectIdentifier, "kind of certificate");
  return new X509Certificate(octetsOf(onlyChild(fields.take(tag.context(0), "certificate"))));
}

/** EncryptedPrivateKeyInfo ::= SEQUENCE { algorithm, OCTET STRING } (RFC 5958 §3). */
export function decryptKey(element: BerElement, word: Passphrase, work: Work): Promise<Buffer> {
  const fields = fieldsOf(element);
  const algorithm = fields.take(tag.sequence, "encryption");
  const content = fields.takeAny();
  if (content === null) throw new BerFault("its key is missing");
  return decryptWithPassphrase(algorithm, octetsOf(content), word, work);
}

function readKey(pkcs8: Buffer): KeyObject {
  return createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
}
