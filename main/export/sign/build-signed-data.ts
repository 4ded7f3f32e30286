import { createHash, sign } from "node:crypto";
import { fromBER, GeneralizedTime, Null, ObjectIdentifier, OctetString, UTCTime } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import { oid } from "../cms/algorithms.ts";
import type { SigningIdentity } from "../identity/signing-identity.ts";

/**
 * Builds CMS SignedData (RFC 5652 §5) in DER: the content attached, SHA-256, content type, digest and signing time as
 * signed attributes, the certificate and its issuers included.
 *
 * Versions follow RFC 5652 §5.1 and §5.3: 1 for plain data signed by issuer and serial number.
 */
export function buildSignedData(
  content: Uint8Array,
  identity: SigningIdentity,
  signingTime: Date,
): Uint8Array {
  const certificates = inDerOrder(
    [identity.certificate, ...identity.chain].map((one) => new Uint8Array(one.raw)),
  );
  const signer = Certificate.fromBER(new Uint8Array(identity.certificate.raw));
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: oid.data });
  // Set after construction: the constructor would cut the content into a constructed string, which is not DER.
  encapContentInfo.eContent = new OctetString({ valueHex: content });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo,
    certificates: certificates.map((der) => Certificate.fromBER(der)),
    signerInfos: [signerInfo(content, signer, identity, signingTime)],
  });
  const contentInfo = new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) });
  return new Uint8Array(contentInfo.toSchema().toBER());
}

function signerInfo(
  content: Uint8Array,
  signer: Certificate,
  identity: SigningIdentity,
  signingTime: Date,
): SignerInfo {
  const signedAttrs = signedAttributes(content, signingTime);
  const covered = new Uint8Array(signedAttrs.toSchema().toBER());
  // The signature covers the attributes as a SET, the file carries them as [0] (RFC 5652 §5.4).
  covered[0] = 0x31;
  const isRsa = identity.privateKey.asymmetricKeyType === "rsa";
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs,
    signatureAlgorithm: isRsa
      ? new AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new Null() })
      : new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 }),
    signature: new OctetString({ valueHex: new Uint8Array(sign("sha256", covered, identity.privateKey)) }),
  });
}

function signedAttributes(content: Uint8Array, signingTime: Date): SignedAndUnsignedAttributes {
  const digest = new Uint8Array(createHash("sha256").update(content).digest());
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
    new Attribute({ type: oid.signingTime, values: [timeOf(signingTime)] }),
    new Attribute({ type: oid.messageDigest, values: [new OctetString({ valueHex: digest })] }),
  ];
  const encoded = inDerOrder(attributes.map((attribute) => new Uint8Array(attribute.toSchema().toBER())));
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: encoded.map((der) => new Attribute({ schema: fromBER(der).result })),
  });
}

/** RFC 5652 §11.3: UTCTime up to 2049, GeneralizedTime from 2050; whole seconds. */
function timeOf(date: Date): UTCTime | GeneralizedTime {
  const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
  return whole.getUTCFullYear() < 2050
    ? new UTCTime({ valueDate: whole })
    : new GeneralizedTime({ valueDate: whole });
}

/** RFC 5754 §2: parameters of SHA-2 digests are absent in what we write, and accepted as NULL in what we read. */
function sha256(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: oid.sha256 });
}

/** DER orders the elements of a SET OF by their encoding (X.690 §11.6). */
function inDerOrder(encodings: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...encodings].sort(Buffer.compare);
}
