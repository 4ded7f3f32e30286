import { createHash, sign } from "node:crypto";
import { tag } from "../asn1/ber.ts";
import { der, derOid, derSetOf, derSmallInteger, derTime } from "../asn1/der.ts";
import { oid } from "../cms/algorithms.ts";
import { certificateFields } from "../cms/certificate-fields.ts";
import type { SigningIdentity } from "../identity/signing-identity.ts";

/**
 * Builds CMS SignedData (RFC 5652 §5) in DER: the content attached in one piece, SHA-256, content type, digest and
 * signing time as signed attributes, the certificate and its issuers included.
 *
 * Both versions are 1, as RFC 5652 §5.1 and §5.3 want it for plain data whose signer is named by issuer and serial
 * number. Parameters of SHA-256 and ECDSA are absent, those of RSA are NULL (RFC 5754 §2, §3.2, §3.3).
 */
export function buildSignedData(
  content: Uint8Array,
  identity: SigningIdentity,
  signingTime: Date,
): Uint8Array {
  const certificates = [identity.certificate, ...identity.chain].map((one) => new Uint8Array(one.raw));
  const signedData = der(
    tag.sequence,
    derSmallInteger(1),
    derSetOf(tag.set, [sha256]),
    der(tag.sequence, derOid(oid.data), der(tag.context(0), der(tag.octetString, content))),
    derSetOf(tag.context(0), certificates),
    derSetOf(tag.set, [signerInfo(content, identity, signingTime)]),
  );
  return der(tag.sequence, derOid(oid.signedData), der(tag.context(0), signedData));
}

const sha256 = der(tag.sequence, derOid(oid.sha256));
const sha256WithRsa = der(tag.sequence, derOid(oid.sha256WithRsa), der(tag.null));
const ecdsaWithSha256 = der(tag.sequence, derOid(oid.ecdsaWithSha256));

function signerInfo(content: Uint8Array, identity: SigningIdentity, signingTime: Date): Uint8Array {
  const { issuer, serial } = certificateFields(identity.certificate);
  const attributes = signedAttributes(content, signingTime);
  // The signature covers the attributes as a SET; the file carries the same bytes under the tag [0] (RFC 5652 §5.4).
  const signature = sign("sha256", derSetOf(tag.set, attributes), identity.privateKey);
  return der(
    tag.sequence,
    derSmallInteger(1),
    der(tag.sequence, issuer, der(tag.integer, serial)),
    sha256,
    derSetOf(tag.context(0), attributes),
    identity.privateKey.asymmetricKeyType === "rsa" ? sha256WithRsa : ecdsaWithSha256,
    der(tag.octetString, signature),
  );
}

function signedAttributes(content: Uint8Array, signingTime: Date): readonly Uint8Array[] {
  const digest = createHash("sha256").update(content).digest();
  return [
    attribute(oid.contentType, derOid(oid.data)),
    attribute(oid.signingTime, derTime(signingTime)),
    attribute(oid.messageDigest, der(tag.octetString, digest)),
  ];
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return der(tag.sequence, derOid(type), der(tag.set, value));
}
