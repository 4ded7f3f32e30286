import type { X509Certificate } from "node:crypto";

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
      if (!path.includes(issuer) && isIssuerOf(issuer, last)) pending.push([...path, issuer]);
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

/** Whether `issuer` signed `subject` and was allowed to. */
export function isIssuerOf(issuer: X509Certificate, subject: X509Certificate): boolean {
  if (!issuer.ca || !subject.checkIssued(issuer)) return false;
  try {
    return subject.verify(issuer.publicKey);
  } catch {
    // A key type that does not fit the signature, or one that OpenSSL cannot read.
    return false;
  }
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
