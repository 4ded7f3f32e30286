import type { X509Certificate } from "node:crypto";
import type { Signer } from "../signature-report.ts";

/** A certificate in the words of the report. */
export function describeCertificate(certificate: X509Certificate): Signer {
  return {
    subject: oneLineName(certificate.subject),
    issuer: oneLineName(certificate.issuer),
    notAfter: isoTime(certificate.validTo),
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

/** The common name as it is, without the escapes that `node:crypto` writes (RFC 4514 §2.4); null when there is none. */
export function commonName(certificate: X509Certificate): string | null {
  const escaped = /^CN=(.+)$/m.exec(certificate.subject)?.[1];
  if (escaped === undefined) return null;
  return escaped.replace(/\\([0-9A-F]{2}|.)/g, (_, code: string) =>
    code.length === 2 ? String.fromCharCode(Number.parseInt(code, 16)) : code,
  );
}

/** ISO 8601 from the way `node:crypto` writes times; empty for a certificate whose time cannot be read. */
export function isoTime(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? "" : new Date(time).toISOString();
}
