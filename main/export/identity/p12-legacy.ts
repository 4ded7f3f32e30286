import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import type { asn1 } from "node-forge";
import type { PFX } from "pkijs";
import type { P12Contents, P12Opening } from "./p12-contents.ts";

/** What node-forge says of a wrong passphrase where the file has an integrity check. */
const wrongMac = /MAC could not be verified/;

/** Opens a file with RC2 or triple-DES encryption. */
export async function openLegacyP12(bytes: Uint8Array, pfx: PFX, passphrase: string): Promise<P12Opening> {
  try {
    return { ok: true, contents: await readSafe(bytes, passphrase) };
  } catch (error) {
    const seen = error instanceof Error ? error.message : "";
    const passed = pfx.macData !== undefined && !wrongMac.test(seen);
    return { ok: false, because: passed ? "contents" : "passphrase" };
  }
}

async function readSafe(bytes: Uint8Array, passphrase: string): Promise<P12Contents> {
  const { default: forge } = await import("node-forge");
  const encoded = forge.asn1.fromDer(Buffer.from(bytes).toString("latin1"));
  const pfx = forge.pkcs12.pkcs12FromAsn1(encoded, false, passphrase);
  const { oids } = forge.pki;
  const toBytes = (value: asn1.Asn1) => Buffer.from(forge.asn1.toDer(value).getBytes(), "latin1");
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const bag of pfx.safeContents.flatMap(({ safeBags }) => safeBags)) {
    // node-forge knows RSA only. Of other certificates and keys it hands out the decrypted ASN.1.
    if (bag.type === oids["certBag"]) {
      certificates.push(
        new X509Certificate(toBytes(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1)),
      );
    } else if (bag.type === oids["pkcs8ShroudedKeyBag"] || bag.type === oids["keyBag"]) {
      const key = toBytes(bag.key ? forge.pki.privateKeyToAsn1(bag.key) : bag.asn1);
      keys.push(createPrivateKey({ key, format: "der", type: bag.key ? "pkcs1" : "pkcs8" }));
    }
  }
  return { keys, certificates };
}
