import { constants, createHash, timingSafeEqual, verify } from "node:crypto";
import { fromBER, ObjectIdentifier, OctetString } from "asn1js";
import { type Attribute, IssuerAndSerialNumber, RSASSAPSSParams, type SignerInfo } from "pkijs";
import { digestName, oid, type SignatureScheme, signatureScheme } from "./algorithms.ts";
import type { EmbeddedCertificate, ParsedSignedData } from "./signed-data.ts";

/** One signer after the mathematical check; trust is another question (see `certificate-chain.ts`). */
export type SignerCheck = {
  readonly info: SignerInfo;
  /** Null when the file does not contain the signer's certificate. */
  readonly certificate: EmbeddedCertificate | null;
  readonly digest: string | null;
  /** Null when content, signed attributes and signature agree; else the sentence that says what does not. */
  readonly fault: string | null;
};

/**
 * Checks digest and signature of one signer (RFC 5652 §5.4 and §5.6). The arithmetic is done by OpenSSL through
 * `node:crypto`, independently of the code that signs.
 */
export function checkSigner(signed: ParsedSignedData, info: SignerInfo): SignerCheck {
  const certificate = signed.certificates.find((candidate) => isSignedWith(info, candidate)) ?? null;
  const digest = digestName(info.digestAlgorithm.algorithmId);
  return { info, certificate, digest, fault: findFault(signed, info, certificate, digest) };
}

function findFault(
  signed: ParsedSignedData,
  info: SignerInfo,
  certificate: EmbeddedCertificate | null,
  digest: string | null,
): string | null {
  if (digest === null)
    return `The digest algorithm ${info.digestAlgorithm.algorithmId} is not one a signature may use.`;
  const scheme = signatureScheme(info.signatureAlgorithm.algorithmId);
  if (scheme === null)
    return `The signature algorithm ${info.signatureAlgorithm.algorithmId} is not supported.`;
  if (scheme.digest !== null && scheme.digest !== digest) {
    return `The signature algorithm uses ${scheme.digest}, but the signer names ${digest}.`;
  }
  const covered = coveredBytes(signed, info, digest);
  if (!covered.ok) return covered.fault;
  if (certificate === null)
    return "The file does not contain the signer's certificate, so nothing can check the signature.";
  return signatureMatches(covered.bytes, info, certificate, digest, scheme)
    ? null
    : "The signature does not match the signer's certificate.";
}

type Covered =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: string };

/** The bytes that the signature value covers: the signed attributes in DER, or the content itself without them. */
function coveredBytes(signed: ParsedSignedData, info: SignerInfo, digest: string): Covered {
  const attributes = info.signedAttrs;
  if (attributes === undefined) {
    // RFC 5652 §5.3: without signed attributes only plain data may be signed.
    if (signed.contentType !== oid.data) return { ok: false, fault: "The signed attributes are missing." };
    return { ok: true, bytes: signed.content };
  }
  const type = onlyValue(attributes.attributes, oid.contentType);
  if (!(type instanceof ObjectIdentifier) || type.valueBlock.toString() !== signed.contentType) {
    return { ok: false, fault: "The signed content type is not the type of the content." };
  }
  const stated = onlyValue(attributes.attributes, oid.messageDigest);
  if (!(stated instanceof OctetString) || stated.idBlock.isConstructed) {
    return { ok: false, fault: "The signed attributes hold no digest of the content." };
  }
  const actual = createHash(digest).update(signed.content).digest();
  const claimed = stated.valueBlock.valueHexView;
  if (claimed.length !== actual.length || !timingSafeEqual(claimed, actual)) {
    return { ok: false, fault: "The content was changed after it was signed." };
  }
  return { ok: true, bytes: derSet(new Uint8Array(attributes.encodedValue)) };
}

/** The value of an attribute that must be there once with exactly one value (RFC 5652 §11.1, §11.2). */
function onlyValue(attributes: readonly Attribute[], type: string): unknown {
  const found = attributes.filter((attribute) => attribute.type === type);
  const values: readonly unknown[] = found[0]?.values ?? [];
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

/** Signed attributes are signed in DER even where the file encodes them with an indefinite length (RFC 5652 §5.4). */
function derSet(encoded: Uint8Array): Uint8Array {
  if (encoded[1] !== 0x80) return encoded;
  return new Uint8Array(fromBER(encoded).result.toBER());
}

function signatureMatches(
  covered: Uint8Array,
  info: SignerInfo,
  certificate: EmbeddedCertificate,
  digest: string,
  scheme: SignatureScheme,
): boolean {
  const key = certificate.x509.publicKey;
  const keyType = key.asymmetricKeyType;
  const signature = new Uint8Array(info.signature.getValue());
  try {
    switch (scheme.family) {
      case "rsa":
        return keyType === "rsa" && verify(digest, covered, key, signature);
      case "ecdsa":
        return keyType === "ec" && verify(digest, covered, key, signature);
      case "rsa-pss": {
        const parameters = new RSASSAPSSParams({ schema: info.signatureAlgorithm.algorithmParams });
        if (digestName(parameters.hashAlgorithm.algorithmId) !== digest) return false;
        const padding = constants.RSA_PKCS1_PSS_PADDING;
        const isRsa = keyType === "rsa" || keyType === "rsa-pss";
        return (
          isRsa && verify(digest, covered, { key, padding, saltLength: parameters.saltLength }, signature)
        );
      }
    }
  } catch {
    // OpenSSL throws instead of answering "no" when a value has the wrong size or form.
    return false;
  }
}

/** Whether the signer identifier names this certificate: issuer and serial number, or key identifier (RFC 5652 §5.3). */
function isSignedWith(info: SignerInfo, certificate: EmbeddedCertificate): boolean {
  const { sid } = info;
  if (sid instanceof IssuerAndSerialNumber) {
    const { issuer, serialNumber } = certificate.fields;
    return serialNumber.isEqual(sid.serialNumber) && issuer.isEqual(sid.issuer);
  }
  const extension = certificate.fields.extensions?.find((one) => one.extnID === oid.subjectKeyIdentifier);
  const wanted: unknown = sid.valueBlock?.valueHexView;
  if (extension === undefined || !(wanted instanceof Uint8Array) || wanted.length === 0) return false;
  const held = fromBER(extension.extnValue.getValue()).result;
  return held instanceof OctetString && Buffer.compare(held.valueBlock.valueHexView, wanted) === 0;
}
