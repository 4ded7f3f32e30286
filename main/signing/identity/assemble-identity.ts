import type { KeyObject, X509Certificate } from "node:crypto";
import type { Problem, Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { isIssuerOf, isSelfIssued } from "../cms/certificate-chain.ts";
import { describeCertificate, oneLineName } from "../cms/describe-certificate.ts";
import { mostRsaBits } from "../limits.ts";
import { incompleteIdentity, keyMismatch, unsupportedIdentity } from "./identity-problems.ts";
import type { SigningIdentity } from "./signing-identity.ts";

/** Curves whose signatures macOS and OpenSSL both check. */
const curves = ["prime256v1", "secp384r1", "secp521r1"];

/**
 * Puts key, certificate and chain together: the certificate is the one whose public key fits the private key, the
 * chain is what leads from it upwards, without a root.
 *
 * @param candidates the certificates that may be the signer's; all of them unless told
 */
export function assembleIdentity(
  privateKey: KeyObject,
  certificates: readonly X509Certificate[],
  candidates: readonly X509Certificate[] = certificates,
): Result<SigningIdentity> {
  const unsupported = unsupportedKey(privateKey);
  if (unsupported !== null) return fail(unsupported);
  const first = certificates[0];
  if (first === undefined) return fail(incompleteIdentity("There is a private key, but no certificate."));
  const certificate = candidates.find((candidate) => candidate.checkPrivateKey(privateKey));
  if (certificate === undefined) {
    const names = candidates.map((one) => `"${oneLineName(one.subject)}"`).join(", ");
    return fail(keyMismatch(`The key fits none of: ${names}.`));
  }
  const chain = issuersOf(certificate, certificates);
  return succeed({
    certificate,
    chain,
    missingIssuer: missingIssuer(chain.at(-1) ?? certificate, certificates),
    privateKey,
    signer: describeCertificate(certificate),
  });
}

/** Whose certificate the file lacks; a root that is in it completes the chain, although it is never sent along. */
function missingIssuer(last: X509Certificate, certificates: readonly X509Certificate[]): string | null {
  const isKnown = isSelfIssued(last) || certificates.some((candidate) => isIssuerOf(candidate, last));
  return isKnown ? null : oneLineName(last.issuer);
}

function unsupportedKey(key: KeyObject): Problem | null {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") {
    const bits = details.modulusLength ?? 0;
    return bits < 2048 || bits > mostRsaBits
      ? unsupportedIdentity("The private key", `It is an RSA key of ${bits} bits.`)
      : null;
  }
  if (key.asymmetricKeyType === "ec") {
    const curve = details.namedCurve ?? "unnamed";
    return curves.includes(curve)
      ? null
      : unsupportedIdentity("The private key", `It is an EC key on the curve ${curve}.`);
  }
  return unsupportedIdentity("The private key", `Its type is ${key.asymmetricKeyType ?? "unknown"}.`);
}

function issuersOf(
  leaf: X509Certificate,
  certificates: readonly X509Certificate[],
): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let subject = leaf;
  while (!isSelfIssued(subject)) {
    const current = subject;
    const issuer = certificates.find((candidate) => isIssuerOf(candidate, current));
    if (issuer === undefined || isSelfIssued(issuer) || chain.includes(issuer)) break;
    chain.push(issuer);
    subject = issuer;
  }
  return chain;
}
