import { type BerElement, BerFault, childrenOf, readElement, tag } from "../asn1/ber.ts";
import { expectTag, fieldsOf, octetsOf, oidText, wholeNumber } from "../asn1/values.ts";
import { oid } from "../cms/algorithms.ts";

/** A `.p12` from outside: what is in it is still locked. */
export type P12File = {
  /** AuthenticatedSafe, the bytes that the integrity check covers. */
  readonly safe: Uint8Array;
  readonly mac: P12Mac | null;
};

/** The integrity check by which a right passphrase shows (RFC 7292 §4). */
export type P12Mac = {
  /** Dotted OID. */
  readonly digest: string;
  readonly value: Uint8Array;
  readonly salt: Uint8Array;
  readonly rounds: number;
};

/** Reads the outside of a PKCS#12 file in DER or BER (RFC 7292 §4); null when it is something else. */
export function readP12File(bytes: Uint8Array): P12File | null {
  try {
    // PFX ::= SEQUENCE { version, authSafe ContentInfo, macData OPTIONAL }
    const pfx = fieldsOf(expectTag(readElement(bytes), tag.sequence, "content"));
    pfx.take(tag.integer, "version");
    const contentInfo = fieldsOf(pfx.take(tag.sequence, "safe"));
    if (oidText(contentInfo.take(tag.objectIdentifier, "content type")) !== oid.data) return null;
    const safe = octetsOf(onlyChild(contentInfo.take(tag.context(0), "safe")));
    const mac = pfx.takeIf(tag.sequence);
    return { safe, mac: mac === null ? null : readMac(mac) };
  } catch (error) {
    if (error instanceof BerFault) return null;
    throw error;
  }
}

function readMac(element: BerElement): P12Mac {
  // MacData ::= SEQUENCE { mac DigestInfo, macSalt, iterations DEFAULT 1 }
  const mac = fieldsOf(element);
  const info = fieldsOf(mac.take(tag.sequence, "integrity check"));
  const algorithm = fieldsOf(info.take(tag.sequence, "integrity check"));
  const salt = octetsOf(mac.take(tag.octetString, "salt"));
  const rounds = mac.takeIf(tag.integer);
  return {
    digest: oidText(algorithm.take(tag.objectIdentifier, "digest")),
    value: octetsOf(info.take(tag.octetString, "digest")),
    salt,
    rounds: rounds === null ? 1 : wholeNumber(rounds),
  };
}

/** The one element inside another. */
export function onlyChild(parent: BerElement): BerElement {
  const [child, another] = childrenOf(parent);
  if (child === undefined || another !== undefined) throw new BerFault("its content is not one value");
  return child;
}
