import type { X509Certificate } from "node:crypto";
import type { ChainLink, SignatureReport, SignatureStatus, Signer } from "../signature-report.ts";
import { buildChain, isInDate, isSelfIssued, unknownRule } from "./certificate-chain.ts";
import { describeCertificate, isoTime, oneLineName } from "./describe-certificate.ts";
import type { SignedData } from "./signed-data.ts";
import { checkSigner, type SignerCheck } from "./signer-check.ts";
import { builtInRoots } from "./trust-anchors.ts";

/** The verdict on one signer: status and the sentence behind it. */
type Verdict = { readonly status: SignatureStatus; readonly why: string };

const gravity: readonly SignatureStatus[] = ["valid", "untrusted", "expired", "invalid"];

/**
 * Judges every signer of a file; the report carries the gravest verdict, because one bad signature spoils the file.
 *
 * @param trusted the roots that count; null for the built-in ones
 */
export async function assessSigners(
  signed: SignedData,
  trusted: readonly X509Certificate[] | null,
  now: Date,
): Promise<SignatureReport> {
  return (await assessWithChain(signed, trusted, now)).signature;
}

/** The same with the certificates that lead from the first signer upwards, as far as they are known. */
export async function assessWithChain(
  signed: SignedData,
  trusted: readonly X509Certificate[] | null,
  now: Date,
): Promise<{ readonly signature: SignatureReport; readonly chain: readonly ChainLink[] }> {
  const anchors = trusted ?? (await builtInRoots(signed.certificates.map(({ fields }) => fields.issuer)));
  const embedded = signed.certificates.map((certificate) => certificate.x509);
  const checks = signed.signerInfos.map((info) => checkSigner(signed, info));
  const verdicts = checks.map((check) => judge(check, embedded, anchors, now));
  const [first, ...others] = verdicts;
  if (first === undefined)
    return {
      signature: { status: "invalid", signers: [], why: "The file holds no signature." },
      chain: [],
    };
  const worst = others.reduce(
    (a, b) => (gravity.indexOf(b.status) > gravity.indexOf(a.status) ? b : a),
    first,
  );
  return {
    signature: { ...worst, signers: checks.map(describeSigner) },
    chain: chainAbove(checks[0]?.certificate ?? null, embedded, anchors, now),
  };
}

function chainAbove(
  signer: X509Certificate | null,
  embedded: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  now: Date,
): readonly ChainLink[] {
  if (signer === null) return [];
  return buildChain(signer, embedded, anchors, now).path.map((certificate) => ({
    subject: oneLineName(certificate.subject),
    notBefore: isoTime(certificate.validFrom),
    notAfter: isoTime(certificate.validTo),
  }));
}

function judge(
  check: SignerCheck,
  embedded: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  now: Date,
): Verdict {
  if (!check.ok) return { status: "invalid", why: check.fault };
  const { path, anchored } = buildChain(check.certificate, embedded, anchors, now);
  const outOfDate = path.find((certificate) => !isInDate(certificate, now));
  if (outOfDate !== undefined) return { status: "expired", why: whyOutOfDate(outOfDate, now) };
  if (!anchored) {
    const last = path.at(-1) ?? check.certificate;
    const { issuer } = last;
    // A name that is all there is needs no type.
    const name = /^CN=(.+)$/u.exec(issuer)?.[1] ?? oneLineName(issuer);
    if (path.length === 1 && isSelfIssued(last))
      return { status: "untrusted", why: `The certificate “${name}” signed itself.` };
    return {
      status: "untrusted",
      why: `The chain ends at “${name}”, which is not a trusted root on this machine.`,
    };
  }
  // The root itself is trusted as it is.
  for (const certificate of path.slice(0, -1)) {
    const rule = unknownRule(certificate);
    if (rule !== null)
      return { status: "untrusted", why: `The certificate "${oneLineName(certificate.subject)}" ${rule}.` };
  }
  return { status: "valid", why: "Content, signature and chain are right." };
}

function describeSigner(check: SignerCheck): Signer {
  if (check.certificate !== null) return describeCertificate(check.certificate);
  const { signer } = check.info;
  const named =
    signer.kind === "issuer-and-serial"
      ? `certificate with serial number ${Buffer.from(signer.serial).toString("hex")}`
      : `certificate with key identifier ${Buffer.from(signer.keyIdentifier).toString("hex")}`;
  return { subject: "", issuer: named, notAfter: "", sha256: "" };
}

function whyOutOfDate(certificate: X509Certificate, now: Date): string {
  const [from, to] = [certificate.validFrom, certificate.validTo].map((text) => isoTime(text).slice(0, 10));
  const name = `The certificate "${oneLineName(certificate.subject)}"`;
  if (!from || !to) return `${name} has a date that cannot be read.`;
  const ended = Date.parse(certificate.validTo) < now.getTime();
  return ended ? `${name} expired on ${to}.` : `${name} is not valid before ${from}.`;
}
