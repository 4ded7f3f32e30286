import type { X509Certificate } from "node:crypto";
import { type BerElement, childrenOf, readElement, tag } from "../asn1/ber.ts";
import { expectTag, fieldsOf, octetsOf, oidText, smallInteger } from "../asn1/values.ts";
import { oid } from "./algorithms.ts";
import { readAlgorithm } from "./signer-info.ts";

/** What CMS needs of a certificate and `node:crypto` does not hand out, as it is encoded (RFC 5280 §4.1). */
export type CertificateFields = {
  /** DER of the issuer's name. */
  readonly issuer: Uint8Array;
  /** Content bytes of the serial number. */
  readonly serial: Uint8Array;
  readonly keyIdentifier: Uint8Array | null;
  /** Dotted OID of the algorithm that its issuer signed it with. */
  readonly signatureAlgorithm: string;
  /** How many authorities may stand between it and a signer (basic constraints); null where it says nothing. */
  readonly pathLength: number | null;
  /** Dotted OIDs of the extensions, and of those that whoever does not know them must not pass over. */
  readonly extensions: readonly string[];
  readonly critical: readonly string[];
};

/** Reads the fields; throws `BerFault` for bytes that are no certificate, which `X509Certificate` has ruled out. */
export function certificateFields(certificate: X509Certificate): CertificateFields {
  const outer = fieldsOf(readElement(new Uint8Array(certificate.raw)));
  const fields = fieldsOf(outer.take(tag.sequence, "certificate"));
  const { oid: signatureAlgorithm } = readAlgorithm(outer.take(tag.sequence, "signature algorithm"));
  fields.takeIf(tag.context(0)); // version
  const serial = fields.take(tag.integer, "serial number").content;
  fields.take(tag.sequence, "signature algorithm");
  const issuer = fields.take(tag.sequence, "issuer").whole;
  fields.take(tag.sequence, "validity");
  fields.take(tag.sequence, "subject");
  fields.take(tag.sequence, "public key");
  fields.takeIf(tag.contextPrimitive(1)); // unique identifiers of X.509 v2
  fields.takeIf(tag.contextPrimitive(2));
  const extensions = readExtensions(fields.takeIf(tag.context(3)));
  const held = (type: string) => extensions.find((extension) => extension.type === type)?.value ?? null;
  const keyIdentifier = held(oid.subjectKeyIdentifier);
  return {
    issuer,
    serial,
    keyIdentifier: keyIdentifier === null ? null : octetsOf(readElement(keyIdentifier)),
    signatureAlgorithm,
    pathLength: pathLength(held(oid.basicConstraints)),
    extensions: extensions.map(({ type }) => type),
    critical: extensions.filter(({ isCritical }) => isCritical).map(({ type }) => type),
  };
}

type Extension = { readonly type: string; readonly isCritical: boolean; readonly value: Uint8Array };

/** Extension ::= SEQUENCE { type, critical BOOLEAN DEFAULT FALSE, value OCTET STRING } (RFC 5280 §4.1). */
function readExtensions(wrapped: BerElement | null): readonly Extension[] {
  if (wrapped === null) return [];
  return childrenOf(expectTag(childrenOf(wrapped)[0], tag.sequence, "extensions")).map((extension) => {
    const parts = fieldsOf(extension);
    const type = oidText(parts.take(tag.objectIdentifier, "extension"));
    const critical = parts.takeIf(tag.boolean);
    const value = parts.take(tag.octetString, "value of an extension").content;
    return { type, isCritical: critical !== null && critical.content[0] !== 0, value };
  });
}

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL } (RFC 5280 §4.2.1.9). */
function pathLength(value: Uint8Array | null): number | null {
  if (value === null) return null;
  const fields = fieldsOf(expectTag(readElement(value), tag.sequence, "basic constraints"));
  fields.takeIf(tag.boolean);
  const length = fields.takeIf(tag.integer);
  return length === null ? null : smallInteger(length);
}
