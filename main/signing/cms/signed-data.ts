import { X509Certificate } from "node:crypto";
import type { Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { type BerElement, BerFault, childrenOf, readElement, tag } from "../asn1/ber.ts";
import { expectTag, fieldsOf, octetsOf, oidText, smallInteger } from "../asn1/values.ts";
import { mostCarriedCertificates, mostSigners } from "../limits.ts";
import { type CertificateFields, certificateFields } from "./certificate-fields.ts";
import { cmsKind, withoutArmour } from "./cms-envelope.ts";
import { damagedCms, detachedCms, notSignedCms } from "./cms-problems.ts";
import { hasNoParameters, readAlgorithm, readSignerInfo, type SignerInfo } from "./signer-info.ts";

/** A parsed CMS SignedData with its attached content (RFC 5652 §5.1). */
export type SignedData = {
  readonly content: Uint8Array;
  /** Dotted OID of the content's type. */
  readonly contentType: string;
  /** Of SignedData itself: 1, 3, 4 or 5 (RFC 5652 §5.1). */
  readonly version: number;
  /** Dotted OIDs of the digest algorithms that the file announces for its signers. */
  readonly digestAlgorithms: readonly string[];
  readonly signerInfos: readonly SignerInfo[];
  readonly certificates: readonly EmbeddedCertificate[];
};

/** A certificate of the file, as OpenSSL sees it and as it is encoded. */
export type EmbeddedCertificate = { readonly x509: X509Certificate; readonly fields: CertificateFields };

/**
 * Reads CMS SignedData in DER, BER (indefinite lengths, strings in pieces) or PEM. The content is a view into the
 * bytes wherever it comes in one piece; it is never turned into text.
 *
 * @returns null when the bytes are not CMS at all
 */
export function parseSignedData(bytes: Uint8Array): Result<SignedData> | null {
  const ber = withoutArmour(bytes);
  const kind = cmsKind(ber);
  if (kind === "none") return null;
  if (kind === "other") return fail(notSignedCms());
  try {
    return parse(ber);
  } catch (error) {
    if (error instanceof BerFault) return fail(damagedCms(error.message, ber));
    // OpenSSL throws for a certificate that it cannot read.
    return fail(damagedCms("a certificate in it is damaged", ber));
  }
}

function parse(ber: Uint8Array): Result<SignedData> {
  // ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT }
  const contentInfo = fieldsOf(readElement(ber));
  contentInfo.take(tag.objectIdentifier, "content type");
  const signedData = fieldsOf(
    onlyChild(contentInfo.take(tag.context(0), "signed data"), tag.sequence, "signed data"),
  );
  const version = smallInteger(signedData.take(tag.integer, "version"));
  const digests = signedData.take(tag.set, "list of digest algorithms");
  const encapsulated = fieldsOf(signedData.take(tag.sequence, "content"));
  const certificates = signedData.takeIf(tag.context(0));
  signedData.takeIf(tag.context(1)); // revocation lists
  const signerInfos = atMost(
    mostSigners,
    childrenOf(signedData.take(tag.set, "list of signers")),
    "signers",
  ).map(readSignerInfo);
  const contentType = oidText(encapsulated.take(tag.objectIdentifier, "content type"));
  const wrapped = encapsulated.takeIf(tag.context(0));
  if (wrapped === null) return fail(detachedCms());
  const [content, another] = childrenOf(wrapped);
  if (content === undefined || another !== undefined)
    throw new BerFault("its content is not one OCTET STRING");
  return succeed({
    content: octetsOf(content),
    contentType,
    version,
    digestAlgorithms: digestOids(digests),
    signerInfos,
    certificates: readCertificates(certificates),
  });
}

/**
 * The certificates of a PKCS #7 file, whether anything is signed in it or not; null when the bytes are not CMS. Throws `BerFault`, or
 * what OpenSSL throws, for one that is damaged.
 */
export function carriedCertificates(bytes: Uint8Array): readonly X509Certificate[] | null {
  const ber = withoutArmour(bytes);
  if (cmsKind(ber) !== "signed") return null;
  const contentInfo = fieldsOf(readElement(ber));
  contentInfo.take(tag.objectIdentifier, "content type");
  const wrapped = contentInfo.take(tag.context(0), "signed data");
  const signedData = fieldsOf(onlyChild(wrapped, tag.sequence, "signed data"));
  signedData.take(tag.integer, "version");
  signedData.take(tag.set, "list of digest algorithms");
  signedData.take(tag.sequence, "content");
  return readCertificates(signedData.takeIf(tag.context(0))).map(({ x509 }) => x509);
}

function digestOids(set: BerElement): readonly string[] {
  return atMost(mostSigners, childrenOf(set), "digest algorithms").map((element) => {
    const algorithm = readAlgorithm(expectTag(element, tag.sequence, "digest algorithm"));
    if (!hasNoParameters(algorithm)) throw new BerFault("a digest algorithm has settings");
    return algorithm.oid;
  });
}

function onlyChild(parent: BerElement, wanted: number, name: string): BerElement {
  const children = childrenOf(parent);
  if (children.length !== 1) throw new BerFault(`its ${name} is missing`);
  return expectTag(children[0], wanted, name);
}

/** Each of them is parsed and compared with others: a file of nothing else would hold up the app. */
function atMost(most: number, elements: readonly BerElement[], what: string): readonly BerElement[] {
  if (elements.length > most) throw new BerFault(`it carries more than ${most} ${what}`);
  return elements;
}

/** X.509 certificates of a CertificateSet; the other kinds that may stand there carry context tags (RFC 5652 §10.2.2). */
function readCertificates(set: BerElement | null): readonly EmbeddedCertificate[] {
  if (set === null) return [];
  return atMost(mostCarriedCertificates, childrenOf(set), "certificates")
    .filter((element) => element.tag === tag.sequence)
    .map((element) => {
      const x509 = new X509Certificate(element.whole);
      return { x509, fields: certificateFields(x509) };
    });
}
