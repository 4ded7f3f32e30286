import type { X509Certificate } from "node:crypto";
import type { Signer } from "../signature-report.ts";

/** A certificate in the words of the report. */
export function describeCertificate(certificate: X509Certificate): Signer {
  return {
    subject: oneLineName(certificate.subject),
    issuer: oneLineName(certificate.issuer),
    notAfter: new Date(certificate.validTo).toISOString(),
    sha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
  };
}

/**
 * `node:crypto` writes a name as one `TYPE=value` per line; people read it as `CN=…, O=…` on one line. The order of
 * the certificate is kept. Control characters are written as escapes by `node:crypto` already.
 */
export function oneLineName(name: string): string {
  return name.split("\n").filter(Boolean).join(", ");
}
