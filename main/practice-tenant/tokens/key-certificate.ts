import { createHash, type webcrypto } from "node:crypto";
import { Integer, PrintableString } from "asn1js";
import { AttributeTypeAndValue, Certificate, CryptoEngine, Time } from "pkijs";

const COMMON_NAME = "2.5.4.3";
const YEARS = 5;

/** A certificate around a signing key, and what key sets name it by. */
export type KeyCertificate = {
  /** Base64 DER, for `x5c`. */
  readonly der: string;
  /** Base64url SHA-1 of the DER, for `x5t` and `kid` (RFC 7517 section 4.8). */
  readonly thumbprint: string;
};

/** Entra publishes its keys inside self-signed certificates (`x5c`); so does the practice tenant. */
export async function selfSignedCertificate(pair: {
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
}): Promise<KeyCertificate> {
  const engine = new CryptoEngine({ name: "node", crypto: globalThis.crypto });
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: 1 });
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new PrintableString({ value: "practice" }) }),
    );
  }
  const from = new Date();
  const until = new Date(from);
  until.setUTCFullYear(from.getUTCFullYear() + YEARS);
  certificate.notBefore = new Time({ type: 0, value: from });
  certificate.notAfter = new Time({ type: 0, value: until });
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey, engine);
  await certificate.sign(pair.privateKey, "SHA-256", engine);
  const der = Buffer.from(certificate.toSchema(true).toBER(false));
  return { der: der.toString("base64"), thumbprint: createHash("sha1").update(der).digest("base64url") };
}
