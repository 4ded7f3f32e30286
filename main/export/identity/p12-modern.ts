import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { OctetString } from "asn1js";
import { CertBag, type PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeContents } from "pkijs";
import { digestName } from "../cms/algorithms.ts";
import type { P12Contents, P12Opening } from "./p12-contents.ts";

/** Opens a file with PBES2 encryption (RFC 8018 §6.2), or with none. */
export async function openModernP12(pfx: PFX, passphrase: string): Promise<P12Opening> {
  // Newer integrity methods (PBMAC1, RFC 9579) are unknown to pkijs. The check is then left to the decryption and to
  // the comparison of key and certificate.
  const checkIntegrity = digestName(pfx.macData?.mac.digestAlgorithm.algorithmId ?? "") !== null;
  try {
    await pfx.parseInternalValues({ password: encode(passphrase), checkIntegrity });
  } catch {
    return { ok: false, because: "passphrase" };
  }
  try {
    return { ok: true, contents: await readSafe(pfx, passphrase) };
  } catch {
    // pkijs and OpenSSL report a wrong passphrase and a cipher they do not know alike, by throwing.
    return { ok: false, because: checkIntegrity ? "contents" : "passphrase" };
  }
}

async function readSafe(pfx: PFX, passphrase: string): Promise<P12Contents> {
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new Error("The file holds no safe.");
  const password = encode(passphrase);
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  const contents: { value: SafeContents }[] = safe.parsedValue.safeContents;
  for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
    if (bagValue instanceof CertBag) {
      const value: unknown = bagValue.certValue;
      if (value instanceof OctetString)
        certificates.push(new X509Certificate(new Uint8Array(value.getValue())));
    } else if (bagValue instanceof PKCS8ShroudedKeyBag || bagValue instanceof PrivateKeyInfo) {
      const key = Buffer.from(bagValue.toSchema().toBER());
      keys.push(createPrivateKey({ key, format: "der", type: "pkcs8", passphrase }));
    }
  }
  return { keys, certificates };
}

function encode(passphrase: string): ArrayBuffer {
  return new TextEncoder().encode(passphrase).buffer;
}
