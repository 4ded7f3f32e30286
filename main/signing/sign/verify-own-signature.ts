import type { X509Certificate } from "node:crypto";
import type { Problem, Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { assessSigners } from "../cms/assess-signers.ts";
import { allInDate, buildChain } from "../cms/certificate-chain.ts";
import { oneLineName } from "../cms/describe-certificate.ts";
import { parseSignedData } from "../cms/signed-data.ts";
import { checkSigner } from "../cms/signer-check.ts";
import type { SignatureReport } from "../signature-report.ts";

/** What a fresh signature must turn out to be. */
export type Expected = {
  readonly content: Uint8Array;
  /** The certificate that was picked; macOS is known to sign with another one of the same name. */
  readonly certificate: X509Certificate;
  /** Issuers that must be in the file, nearest first. */
  readonly chain: readonly X509Certificate[];
  readonly now: Date;
};

/**
 * Reads a signature that was just made as if a stranger had sent it, and compares it with what was asked for. Nothing
 * that fails here leaves the program.
 */
export async function verifyOwnSignature(
  signed: Uint8Array,
  expected: Expected,
): Promise<Result<SignatureReport>> {
  const parsed = parseSignedData(signed);
  if (parsed === null) return fail(notVerified("The result is not a CMS signature."));
  if (!parsed.ok) return parsed;
  const { content, signerInfos, certificates } = parsed.value;
  const [info, another] = signerInfos;
  if (info === undefined || another !== undefined)
    return fail(notVerified(`It has ${signerInfos.length} signers instead of one.`));
  if (Buffer.compare(content, expected.content) !== 0)
    return fail(notVerified("The content inside is not the profile that was to be signed."));
  const check = checkSigner(parsed.value, info);
  if (!check.ok) return fail(notVerified(check.fault));
  const signer = check.certificate;
  if (signer.fingerprint256 !== expected.certificate.fingerprint256) {
    return fail(
      notVerified(
        `It was made with "${oneLineName(signer.subject)}" (SHA-1 ${signer.fingerprint}), not with the certificate that was picked.`,
      ),
    );
  }
  if (check.digest !== "sha256") return fail(notVerified(`Its digest is ${check.digest}, not SHA-256.`));
  const embedded = certificates.map((one) => one.x509);
  const path = buildChain(signer, embedded, [], expected.now).path;
  const complete = expected.chain.every(
    (issuer, index) => path[index + 1]?.fingerprint256 === issuer.fingerprint256,
  );
  if (!complete) return fail(notVerified("The chain of certificates inside it is incomplete."));
  if (!allInDate(path, expected.now)) return fail(notVerified("A certificate inside it is not valid today."));
  return succeed(await assessSigners(parsed.value, null, expected.now));
}

function notVerified(seen: string): Problem {
  return {
    code: "signature-not-verified",
    title: "The signature was made, but it does not pass the check that follows.",
    detail: seen,
    fix: "Nothing was written. Sign with a .p12 file of the certificate instead.",
  };
}
