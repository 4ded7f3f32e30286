import type { X509Certificate } from "node:crypto";
import type { Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { certificateFields } from "../cms/certificate-fields.ts";
import { commonName } from "../cms/describe-certificate.ts";
import { readableCertificates } from "../cms/trust-anchors.ts";
import { nothingToSign, outOfDateProblem, type SignedContent } from "../sign/sign-content.ts";
import { verifyOwnSignature } from "../sign/verify-own-signature.ts";
import { identityNotFound, keychainNotHere, notAFingerprint, securityFailed } from "./keychain-problems.ts";
import { type KeychainPorts, throughPrivateFiles } from "./security-tool.ts";

/**
 * Signs with `/usr/bin/security cms -S`, so that the key never leaves the keychain, and then checks with our own code
 * that the result was made with the certificate that was asked for: the tool selects by name or key identifier and is
 * known to pick another certificate of the same name (Open Radar 51354699). The contract is `signWithKeychain` in
 * `../index.ts`.
 */
export async function signFromKeychain(
  content: Uint8Array,
  fingerprint: string,
  ports: KeychainPorts,
  now: Date,
): Promise<Result<SignedContent>> {
  const sha1 = fingerprint.replace(/[\s:]/g, "").toUpperCase();
  if (!/^[0-9A-F]{40}$/.test(sha1)) return fail(notAFingerprint(fingerprint));
  if (ports.platform !== "darwin") return fail(keychainNotHere());
  if (content.length === 0) return fail(nothingToSign());
  const certificate = await findCertificate(sha1, ports);
  if (!certificate.ok) return certificate;
  const outOfDate = outOfDateProblem([certificate.value], now);
  if (outOfDate !== null) return fail(outOfDate);
  const made = await sign(content, certificate.value, ports);
  if (!made.ok) return made;
  const verified = await verifyOwnSignature(made.value, {
    content,
    certificate: certificate.value,
    chain: [],
    now,
  });
  return verified.ok ? succeed({ der: made.value, signature: verified.value }) : verified;
}

async function findCertificate(sha1: string, ports: KeychainPorts): Promise<Result<X509Certificate>> {
  const answer = await ports.runSecurity(["find-certificate", "-a", "-p"]);
  if (answer.exitCode !== 0) return fail(securityFailed(answer.stderr));
  const all = readableCertificates(answer.stdout);
  const found = all.find((one) => one.fingerprint.replaceAll(":", "") === sha1);
  return found === undefined ? fail(identityNotFound(sha1)) : succeed(found);
}

async function sign(
  content: Uint8Array,
  certificate: X509Certificate,
  ports: KeychainPorts,
): Promise<Result<Uint8Array>> {
  let said = "";
  const signed = await throughPrivateFiles(content, async (input, output) => {
    for (const selector of selectors(certificate)) {
      const options = ["-H", "SHA256", "-G", "-i", input, "-o", output];
      const answer = await ports.runSecurity(["cms", "-S", ...selector, ...options]);
      said = answer.stderr;
      if (answer.exitCode === 0) return;
    }
  });
  if (!signed.ok) return signed;
  return signed.value === null ? fail(securityFailed(said)) : succeed(signed.value);
}

/** The selectors of `security cms`, most exact first: the subject key identifier, then the name. */
function selectors(certificate: X509Certificate): readonly (readonly string[])[] {
  const { keyIdentifier } = certificateFields(certificate);
  const name = commonName(certificate);
  return [
    ...(keyIdentifier === null ? [] : [["-Z", Buffer.from(keyIdentifier).toString("hex").toUpperCase()]]),
    ...(name === null ? [] : [["-N", name]]),
  ];
}
