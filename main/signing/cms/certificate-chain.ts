import type { X509Certificate } from "node:crypto";
import { oid, signsCertificates } from "./algorithms.ts";
import { certificateFields } from "./certificate-fields.ts";

/** Paths longer than this are nobody's real chain. */
const longestPath = 8;

/** Certificates that all issue each other make endless paths; a real file has a handful. */
const mostPaths = 200;

/** Where the certificates of a signer lead. */
export type Chain = {
  /** Signer first, then issuer after issuer, as far as certificates are known. */
  readonly path: readonly X509Certificate[];
  /** Whether the last of `path` is a trusted certificate. */
  readonly anchored: boolean;
};

/**
 * Finds the path from a certificate to a trusted one (RFC 5280 §6, without revocation: profiles are checked offline).
 * Every link is checked by OpenSSL: names and key identifiers fit, the issuer is a certificate authority that may sign
 * certificates, and the signature is right. A trusted certificate that is itself the signer's needs no issuer.
 *
 * @returns the first path that is anchored and in date at `now`, else any anchored one, else the longest found
 */
export function buildChain(
  leaf: X509Certificate,
  embedded: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  now: Date,
): Chain {
  const trustedPrints = new Set(trusted.map((certificate) => certificate.fingerprint256));
  const pool = new Map(
    [...embedded, ...trusted].map((certificate) => [certificate.fingerprint256, certificate]),
  );
  let best: Chain = { path: [leaf], anchored: trustedPrints.has(leaf.fingerprint256) };
  const pending: (readonly X509Certificate[])[] = [[leaf]];
  for (let tried = 0; tried < mostPaths; tried += 1) {
    const path = pending.shift();
    const last = path?.at(-1);
    if (path === undefined || last === undefined) break;
    const chain: Chain = { path, anchored: trustedPrints.has(last.fingerprint256) };
    if (isBetter(chain, best, now)) best = chain;
    if (chain.anchored || path.length >= longestPath || isSelfIssued(last)) continue;
    for (const issuer of pool.values()) {
      if (!path.includes(issuer) && isIssuerOf(issuer, last) && mayStandAbove(issuer, path))
        pending.push([...path, issuer]);
    }
  }
  return best;
}

function isBetter(candidate: Chain, best: Chain, now: Date): boolean {
  if (candidate.anchored !== best.anchored) return candidate.anchored;
  const candidateInDate = allInDate(candidate.path, now);
  const bestInDate = allInDate(best.path, now);
  if (candidate.anchored && candidateInDate !== bestInDate) return candidateInDate;
  return !candidate.anchored && candidate.path.length > best.path.length;
}

/** Whether `issuer` signed `subject`, by an algorithm that counts, and was allowed to. */
export function isIssuerOf(issuer: X509Certificate, subject: X509Certificate): boolean {
  if (!issuer.ca || !subject.checkIssued(issuer)) return false;
  try {
    if (!signsCertificates(certificateFields(subject).signatureAlgorithm)) return false;
    return subject.verify(issuer.publicKey);
  } catch {
    // A key type that does not fit the signature, or a part that cannot be read.
    return false;
  }
}

/**
 * Whether an authority allows as many authorities below it as there are (RFC 5280 §4.2.1.9). Those that issue themselves a new
 * certificate do not count.
 */
function mayStandAbove(issuer: X509Certificate, path: readonly X509Certificate[]): boolean {
  try {
    const { pathLength } = certificateFields(issuer);
    return pathLength === null || path.slice(1).filter((one) => !isSelfIssued(one)).length <= pathLength;
  } catch {
    return false;
  }
}

/** Extensions whose rules are kept here or by OpenSSL, and those that only say something to people and to other programs. */
const known = new Set([
  "2.5.29.14", // subject key identifier
  "2.5.29.15", // key usage
  "2.5.29.16", // private key usage period
  "2.5.29.17", // subject alternative name
  "2.5.29.18", // issuer alternative name
  "2.5.29.19", // basic constraints
  "2.5.29.31", // revocation lists
  "2.5.29.32", // policies; nothing here asks for one
  "2.5.29.33", // policy mappings
  "2.5.29.35", // authority key identifier
  "2.5.29.36", // policy constraints
  "2.5.29.37", // extended key usage, which profiles are not judged by
  "2.5.29.54", // no policy but those named
  "1.3.6.1.5.5.7.1.1", // where the issuer is found
  "2.16.840.1.113730.1.1", // kind of certificate (Netscape)
]);
/** Apple marks what its certificates are for. */
const ofApple = "1.2.840.113635.100.";

/**
 * A rule of a certificate that is not kept here, so that its chain cannot be relied on (RFC 5280 §4.2): a critical extension that is
 * not known, or names that an authority may not go beyond. Null where there is none.
 */
export function unknownRule(certificate: X509Certificate): string | null {
  const { critical, extensions } = certificateFields(certificate);
  if (extensions.includes(oid.nameConstraints)) return "limits the names that it may certify";
  const strange = critical.find((type) => !known.has(type) && !type.startsWith(ofApple));
  return strange === undefined ? null : `has a rule that Latchkey does not know (${strange})`;
}

/** A root: it names itself as its issuer. */
export function isSelfIssued(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && certificate.checkIssued(certificate);
}

/** Whether `now` is inside every certificate's validity period, both ends included (RFC 5280 §4.1.2.5). */
export function allInDate(path: readonly X509Certificate[], now: Date): boolean {
  return path.every((certificate) => isInDate(certificate, now));
}

export function isInDate(certificate: X509Certificate, now: Date): boolean {
  const from = Date.parse(certificate.validFrom);
  const to = Date.parse(certificate.validTo);
  // An unreadable date compares as false and counts as out of date. The end is a whole second.
  return from <= now.getTime() && now.getTime() < to + 1000;
}
