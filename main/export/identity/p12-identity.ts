import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { OctetString } from "asn1js";
import { CertBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeContents } from "pkijs";
import type { Result } from "../../core/problem.ts";
import { fail } from "../../core/problem.ts";
import { digestName } from "../cms/algorithms.ts";
import { assembleIdentity } from "./assemble-identity.ts";
import {
  incompleteIdentity,
  passphraseNeeded,
  unreadableIdentity,
  wrongPassphrase,
} from "./identity-problems.ts";
import { isLegacyP12, openLegacyP12 } from "./p12-legacy.ts";
import type { SigningIdentity } from "./signing-identity.ts";

/** What a `.p12` holds once it is open. */
export type P12Contents = {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
};

const fileName = "The .p12 file";

/**
 * Reads an identity from a PKCS#12 file (RFC 7292). Files with PBES2 encryption are opened with pkijs; files with the
 * RC2 and triple-DES encryption that Keychain Access writes are opened with node-forge, because neither WebCrypto nor
 * OpenSSL 3 still decrypts those.
 */
export async function readP12Identity(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Result<SigningIdentity>> {
  const pfx = parsePfx(bytes);
  if (pfx === null) return fail(unreadableIdentity(fileName, "Its content is not PKCS#12."));
  const word = passphrase ?? "";
  let contents: P12Contents;
  try {
    contents = isLegacyP12(bytes) ? await openLegacyP12(bytes, word) : await openModernP12(pfx, word);
  } catch {
    // Both libraries answer a wrong passphrase by throwing, some with their own words and some with a padding error.
    return fail(passphrase === null ? passphraseNeeded(fileName) : wrongPassphrase("the .p12 file"));
  }
  const { keys, certificates } = contents;
  const key = keys.find((one) => certificates.some((candidate) => candidate.checkPrivateKey(one))) ?? keys[0];
  if (key === undefined)
    return fail(incompleteIdentity("The .p12 file holds a certificate, but no private key."));
  return assembleIdentity(key, certificates);
}

function parsePfx(bytes: Uint8Array): PFX | null {
  try {
    return PFX.fromBER(new Uint8Array(bytes));
  } catch {
    return null;
  }
}

async function openModernP12(pfx: PFX, passphrase: string): Promise<P12Contents> {
  const password = new TextEncoder().encode(passphrase).buffer;
  // Newer integrity methods (PBMAC1, RFC 9579) are unknown to pkijs. The check is then left to the decryption and to
  // the comparison of key and certificate.
  const checkIntegrity = digestName(pfx.macData?.mac.digestAlgorithm.algorithmId ?? "") !== null;
  await pfx.parseInternalValues({ password, checkIntegrity });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new Error("The file holds no safe.");
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  const contents: { value: SafeContents }[] = safe.parsedValue.safeContents;
  for (const { value } of contents) {
    for (const { bagValue } of value.safeBags) {
      if (bagValue instanceof CertBag) {
        const value: unknown = bagValue.certValue;
        if (value instanceof OctetString)
          certificates.push(new X509Certificate(new Uint8Array(value.getValue())));
      } else if (bagValue instanceof PKCS8ShroudedKeyBag || bagValue instanceof PrivateKeyInfo) {
        const key = Buffer.from(bagValue.toSchema().toBER());
        keys.push(createPrivateKey({ key, format: "der", type: "pkcs8", passphrase }));
      }
    }
  }
  return { keys, certificates };
}
