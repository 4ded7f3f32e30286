import type { X509Certificate } from "node:crypto";
import type { Problem, Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { isInDate } from "../cms/certificate-chain.ts";
import { oneLineName } from "../cms/describe-certificate.ts";
import type { SigningIdentity } from "../identity/signing-identity.ts";
import type { SignatureReport } from "../signature-report.ts";
import { buildSignedData } from "./build-signed-data.ts";
import { verifyOwnSignature } from "./verify-own-signature.ts";

/** A signed file that passed our own verification. */
export type SignedContent = { readonly der: Uint8Array; readonly signature: SignatureReport };

/** Signs and verifies; the contract is `signContent` in `../index.ts`. */
export async function signAndVerify(
  content: Uint8Array,
  identity: SigningIdentity,
  now: Date,
): Promise<Result<SignedContent>> {
  if (content.length === 0) return fail(nothingToSign());
  const outOfDate = outOfDateProblem([identity.certificate, ...identity.chain], now);
  if (outOfDate !== null) return fail(outOfDate);
  const der = buildSignedData(content, identity, now);
  const verified = await verifyOwnSignature(der, {
    content,
    certificate: identity.certificate,
    chain: identity.chain,
    now,
  });
  return verified.ok ? succeed({ der, signature: verified.value }) : verified;
}

/** An empty file was chosen; CMS cannot tell empty content from detached content. */
export function nothingToSign(): Problem {
  return {
    code: "nothing-to-sign",
    title: "There is nothing to sign.",
    detail: "The profile is empty.",
    fix: "Choose the file that holds the profile.",
  };
}

/** The first of some certificates that is not valid at `now`; null where all are. */
export function outOfDateProblem(certificates: readonly X509Certificate[], now: Date): Problem | null {
  const outOfDate = certificates.find((certificate) => !isInDate(certificate, now));
  if (outOfDate === undefined) return null;
  const { subject, validFrom, validTo } = outOfDate;
  return {
    code: "certificate-expired",
    title: "The certificate is not valid today.",
    detail: `"${oneLineName(subject)}" is valid from ${validFrom} to ${validTo}. macOS shows a profile signed with it as not verified.`,
    fix: "Sign with a certificate that is valid now.",
  };
}
