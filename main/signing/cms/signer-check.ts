import { constants, createHash, timingSafeEqual, verify, type X509Certificate } from "node:crypto";
import { type BerElement, tag } from "../asn1/ber.ts";
import { derOid } from "../asn1/der.ts";
import { fieldsOf, smallInteger } from "../asn1/values.ts";
import { digestName, oid, type SignatureScheme, signatureScheme } from "./algorithms.ts";
import { isSameName } from "./names.ts";
import type { EmbeddedCertificate, SignedData } from "./signed-data.ts";
import {
  type Algorithm,
  hasNoParameters,
  readAlgorithm,
  type SignedAttributes,
  type SignerInfo,
} from "./signer-info.ts";

/** One signer after the mathematical check; trust is another question (see `certificate-chain.ts`). */
export type SignerCheck =
  | {
      readonly ok: true;
      readonly info: SignerInfo;
      readonly certificate: X509Certificate;
      /** Name of the digest, such as `sha256`. */
      readonly digest: string;
    }
  | {
      readonly ok: false;
      readonly info: SignerInfo;
      /** Null when the file does not contain the signer's certificate. */
      readonly certificate: X509Certificate | null;
      /** The sentence that says what does not agree. */
      readonly fault: string;
    };

/** Checks digest and signature of one signer (RFC 5652 §5.4 and §5.6). The arithmetic is done by OpenSSL. */
export function checkSigner(signed: SignedData, info: SignerInfo): SignerCheck {
  const certificate = findCertificate(signed.certificates, info);
  const digest = digestName(info.digestAlgorithm.oid);
  const fault = findNetworkError(signed, info, certificate, digest);
  if (fault === null && certificate !== null && digest !== null)
    return { ok: true, info, certificate, digest };
  return { ok: false, info, certificate, fault: fault ?? "The signature cannot be checked." };
}

function findNetworkError(
  signed: SignedData,
  info: SignerInfo,
  certificate: X509Certificate | null,
  digest: string | null,
): string | null {
  if (digest === null)
    return `The digest algorithm ${info.digestAlgorithm.oid} is not one a signature may use.`;
  const scheme = signatureScheme(info.signatureAlgorithm.oid);
  if (scheme === null) return `The signature algorithm ${info.signatureAlgorithm.oid} is not supported.`;
  if (scheme.digest !== null && scheme.digest !== digest) {
    return `The signature algorithm uses ${scheme.digest}, but the signer names ${digest}.`;
  }
  const fault = shapeFault(signed, info, scheme) ?? contentFault(signed, info.signedAttributes, digest);
  if (fault !== null) return fault;
  if (certificate === null) {
    return "The file does not contain the signer's certificate, so nothing can check the signature.";
  }
  const covered = info.signedAttributes === null ? signed.content : info.signedAttributes.covered;
  return signatureMatches(covered, info, certificate, digest, scheme)
    ? null
    : "The signature does not match the signer's certificate.";
}

const versions = [1, 3, 4, 5];

/**
 * What nothing else covers, and every signer writes in one way: versions, the list of digests, settings of algorithms that have none
 * (RFC 5652 §5.1, §5.3). A file that differs was changed after it was signed, or made by something that cannot be relied on.
 */
function shapeFault(signed: SignedData, info: SignerInfo, { family }: SignatureScheme): string | null {
  if (!versions.includes(signed.version))
    return `The signature states version ${signed.version}, which there is not.`;
  if (info.version !== (info.signer.kind === "key-identifier" ? 3 : 1))
    return `The signer states version ${info.version}, which does not go with the way it is named.`;
  if (!signed.digestAlgorithms.includes(info.digestAlgorithm.oid))
    return "The digest of the signer is not among those that the file announces.";
  if (
    !hasNoParameters(info.digestAlgorithm) ||
    (family !== "rsa-pss" && !hasNoParameters(info.signatureAlgorithm))
  )
    return "An algorithm has settings that it does not take.";
  return null;
}

/** Whether the signed attributes speak of this content. Without any, the signature covers the content itself. */
function contentFault(
  signed: SignedData,
  attributes: SignedAttributes | null,
  digest: string,
): string | null {
  // RFC 5652 §5.3: without signed attributes only plain data may be signed.
  if (attributes === null)
    return signed.contentType === oid.data ? null : "The signed attributes are missing.";
  const type = onlyValue(attributes, oid.contentType);
  if (type === null || !isOid(type, signed.contentType)) {
    return "The signed content type is not the type of the content.";
  }
  const stated = onlyValue(attributes, oid.messageDigest);
  if (stated?.tag !== tag.octetString) return "The signed attributes hold no digest of the content.";
  const actual = createHash(digest).update(signed.content).digest();
  const same = stated.content.length === actual.length && timingSafeEqual(stated.content, actual);
  return same ? null : "The content was changed after it was signed.";
}

function isOid(element: BerElement, wanted: string): boolean {
  return Buffer.compare(element.whole, derOid(wanted)) === 0;
}

/** The value of an attribute that must be there once with exactly one value (RFC 5652 §11.1, §11.2). */
function onlyValue(attributes: SignedAttributes, type: string): BerElement | null {
  const [found, another] = attributes.list.filter((attribute) => attribute.type === type);
  if (found === undefined || another !== undefined || found.values.length !== 1) return null;
  return found.values[0] ?? null;
}

function signatureMatches(
  covered: Uint8Array,
  info: SignerInfo,
  certificate: X509Certificate,
  digest: string,
  scheme: SignatureScheme,
): boolean {
  try {
    const key = certificate.publicKey;
    const type = key.asymmetricKeyType;
    switch (scheme.family) {
      case "rsa":
        return type === "rsa" && verify(digest, covered, key, info.signature);
      case "ecdsa":
        return type === "ec" && verify(digest, covered, key, info.signature);
      case "rsa-pss": {
        const saltLength = pssSaltLength(info.signatureAlgorithm, digest);
        if (saltLength === null || (type !== "rsa" && type !== "rsa-pss")) return false;
        const padding = constants.RSA_PKCS1_PSS_PADDING;
        return verify(digest, covered, { key, padding, saltLength }, info.signature);
      }
    }
  } catch {
    // OpenSSL throws instead of answering "no" when a key or a value has the wrong size or form.
    return false;
  }
}

/**
 * The salt length of RSASSA-PSS parameters (RFC 4056 §2.2); null when their digests differ from the signer's.
 * Absent fields mean SHA-1 and 20.
 */
function pssSaltLength(algorithm: Algorithm, digest: string): number | null {
  if (algorithm.parameters?.tag !== tag.sequence) return null;
  const fields = fieldsOf(algorithm.parameters);
  const hash = inner(fields.takeIf(tag.context(0)));
  const mask = inner(fields.takeIf(tag.context(1)));
  const salt = fields.takeIf(tag.context(2));
  const hashName = hash === null ? "sha1" : digestName(hash.oid);
  const maskParameters = mask?.parameters ?? null;
  const maskName = maskParameters === null ? "sha1" : digestName(readAlgorithm(maskParameters).oid);
  if (hashName !== digest || maskName !== digest) return null;
  return salt === null ? 20 : smallInteger(fieldsOf(salt).take(tag.integer, "salt length"));
}

function inner(explicit: BerElement | null): Algorithm | null {
  return explicit === null ? null : readAlgorithm(fieldsOf(explicit).take(tag.sequence, "algorithm"));
}

/**
 * The certificate that the signer identifier names. A few tools write the issuer's name in another string type than
 * the certificate does, which is the same name.
 */
function findCertificate(all: readonly EmbeddedCertificate[], info: SignerInfo): X509Certificate | null {
  const { signer } = info;
  if (signer.kind === "key-identifier") {
    const named = all.find(
      ({ fields }) => fields.keyIdentifier !== null && same(fields.keyIdentifier, signer.keyIdentifier),
    );
    return named?.x509 ?? null;
  }
  const withSerial = all.filter(({ fields }) => same(fields.serial, signer.serial));
  return withSerial.find(({ fields }) => isSameName(fields.issuer, signer.issuer))?.x509 ?? null;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
