import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";

export type ThrowawayIdentity = {
  /** PKCS#12 as base64, encrypted with `passphrase`. */
  readonly p12: string;
  readonly passphrase: string;
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
};

const made = new Map<string, ThrowawayIdentity>();

/** A self-signed signing identity that no other tool of the machine is needed for; made once for a name and process. */
export function throwawayIdentity(commonName: string): ThrowawayIdentity {
  const identity = made.get(commonName) ?? makeIdentity(commonName);
  made.set(commonName, identity);
  return identity;
}

function makeIdentity(commonName: string): ThrowawayIdentity {
  const pair = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const privateKey = forge.pki.privateKeyFromPem(pair.privateKey);
  const certificate = forge.pki.createCertificate();
  const name = [{ name: "commonName", value: commonName }];
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  certificate.serialNumber = "01";
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 30 * 86_400_000);
  certificate.sign(privateKey, forge.md.sha256.create());
  const passphrase = "open sesame";
  const p12 = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], passphrase)).getBytes();
  return {
    p12: Buffer.from(p12, "latin1").toString("base64"),
    passphrase,
    certificate: forge.pki.certificateToPem(certificate),
    key: pair.privateKey,
  };
}
