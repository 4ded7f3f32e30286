import type { X509Certificate } from "node:crypto";
import { childrenOf, readElement, tag } from "../asn1/ber.ts";
import { expectTag, fieldsOf, octetsOf, oidText } from "../asn1/values.ts";
import { oid } from "./algorithms.ts";

/** What CMS needs of a certificate and `node:crypto` does not hand out, as it is encoded (RFC 5280 §4.1). */
export type CertificateFields = {
  /** DER of the issuer's name. */
  readonly issuer: Uint8Array;
  /** Content bytes of the serial number. */
  readonly serial: Uint8Array;
  readonly keyIdentifier: Uint8Array | null;
};

/** Reads the fields; throws `BerFault` for bytes that are no certificate, which `X509Certificate` has ruled out. */
export function certificateFields(certificate: X509Certificate): CertificateFields {
  const outer = fieldsOf(readElement(new Uint8Array(certificate.raw)));
  const fields = fieldsOf(outer.take(tag.sequence, "certificate"));
  fields.takeIf(tag.context(0)); // version
  const serial = fields.take(tag.integer, "serial number").content;
  fields.take(tag.sequence, "signature algorithm");
  const issuer = fields.take(tag.sequence, "issuer").whole;
  fields.take(tag.sequence, "validity");
  fields.take(tag.sequence, "subject");
  fields.take(tag.sequence, "public key");
  fields.takeIf(tag.contextPrimitive(1)); // unique identifiers of X.509 v2
  fields.takeIf(tag.contextPrimitive(2));
  const extensions = fields.takeIf(tag.context(3));
  if (extensions === null) return { issuer, serial, keyIdentifier: null };
  for (const extension of childrenOf(expectTag(childrenOf(extensions)[0], tag.sequence, "extensions"))) {
    const parts = fieldsOf(extension);
    if (oidText(parts.take(tag.objectIdentifier, "extension")) !== oid.subjectKeyIdentifier) continue;
    parts.takeIf(tag.boolean); // critical
    const value = readElement(parts.take(tag.octetString, "value of an extension").content);
    return { issuer, serial, keyIdentifier: octetsOf(value) };
  }
  return { issuer, serial, keyIdentifier: null };
}
