import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import type { P12Contents } from "./p12-identity.ts";

/** DER of the OID arc 1.2.840.113549.1.12.1 (PKCS#12 password encryption: RC4, triple-DES, RC2), without its last byte. */
const legacyEncryption = Buffer.from("060a2a864886f70d010c01", "hex");

/** Whether any part of the file is encrypted with the methods of PKCS#12 v1.0 (RFC 7292 Appendix C). */
export function isLegacyP12(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(legacyEncryption);
}

/**
 * Opens a file with RC2 or triple-DES encryption.
 *
 * @throws when the passphrase is wrong or the file is damaged; the caller turns it into a problem
 */
export async function openLegacyP12(bytes: Uint8Array, passphrase: string): Promise<P12Contents> {
  const { default: forge } = await import("node-forge");
  const encoded = forge.asn1.fromDer(Buffer.from(bytes).toString("latin1"));
  const pfx = forge.pkcs12.pkcs12FromAsn1(encoded, false, passphrase);
  const toBytes = (value: import("node-forge").asn1.Asn1) =>
    Buffer.from(forge.asn1.toDer(value).getBytes(), "latin1");
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const { safeBags } of pfx.safeContents) {
    for (const bag of safeBags) {
      if (bag.cert) certificates.push(new X509Certificate(toBytes(forge.pki.certificateToAsn1(bag.cert))));
      else if (bag.key)
        keys.push(
          createPrivateKey({
            key: toBytes(forge.pki.privateKeyToAsn1(bag.key)),
            format: "der",
            type: "pkcs1",
          }),
        );
      else if (bag.type === forge.pki.oids["certBag"])
        certificates.push(new X509Certificate(toBytes(bag.asn1)));
      // node-forge knows RSA only and hands any other key out as the PrivateKeyInfo it decrypted.
      else if (isKeyBag(bag.type, forge.pki.oids))
        keys.push(createPrivateKey({ key: toBytes(bag.asn1), format: "der", type: "pkcs8" }));
    }
  }
  return { keys, certificates };
}

function isKeyBag(type: string, oids: Readonly<Record<string, string>>): boolean {
  return type === oids["pkcs8ShroudedKeyBag"] || type === oids["keyBag"];
}
