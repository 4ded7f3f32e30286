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
  const outOfDate = [identity.certificate, ...identity.chain].find(
    (certificate) => !isInDate(certificate, now),
  );
  if (outOfDate !== undefined)
    return fail(outsideValidity(oneLineName(outOfDate.subject), outOfDate.validFrom, outOfDate.validTo));
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

function outsideValidity(subject: string, from: string, to: string): Problem {
  return {
    code: "certificate-expired",
    title: "The certificate is not valid today.",
    detail: `"${subject}" is valid from ${from} to ${to}. macOS shows a profile signed with it as not verified.`,
    fix: "Sign with a certificate that is valid now.",
  };
}
