import type { X509Certificate } from "node:crypto";
import type { Result } from "../../core/problem.ts";
import { succeed } from "../../core/problem.ts";
import type {
  OpenedSigned,
  SignatureReport,
  SignatureStatus,
  Signer,
  TrustOptions,
} from "../signature-report.ts";
import { allInDate, buildChain, isInDate } from "./certificate-chain.ts";
import { describeCertificate, oneLineName } from "./describe-certificate.ts";
import { parseSignedData, type SignedData } from "./signed-data.ts";
import { checkSigner, type SignerCheck } from "./signer-check.ts";
import { publicRoots, readTrusted } from "./trust-anchors.ts";

/** The verdict on one signer: status and the sentence behind it. */
type Verdict = { readonly status: SignatureStatus; readonly why: string };

const gravity: readonly SignatureStatus[] = ["valid", "untrusted", "expired", "invalid"];

/** Opens a signed file that `index.ts` recognized as CMS; the contract is `openSigned` there. */
export async function openCms(
  bytes: Uint8Array,
  options: TrustOptions,
): Promise<Result<OpenedSigned | null>> {
  const parsed = parseSignedData(bytes);
  if (parsed === null) return succeed(null);
  if (!parsed.ok) return parsed;
  const given = readTrusted(options.trusted ?? []);
  if (!given.ok) return given;
  const anchors = options.trusted === undefined ? publicRoots : async () => given.value;
  const signature = await assess(parsed.value, anchors, options.now ?? new Date());
  return succeed({ content: parsed.value.content, signature });
}

/** Judges every signer; the report carries the gravest verdict, because one bad signature spoils the file. */
async function assess(
  signed: SignedData,
  anchors: () => Promise<readonly X509Certificate[]>,
  now: Date,
): Promise<SignatureReport> {
  if (signed.signerInfos.length === 0)
    return { status: "invalid", signers: [], why: "Nobody signed the file: it holds no signature." };
  const checks = signed.signerInfos.map((info) => checkSigner(signed, info));
  const verdicts = await Promise.all(checks.map((check) => judge(check, signed.certificates, anchors, now)));
  const worst = verdicts.reduce((a, b) => (gravity.indexOf(b.status) > gravity.indexOf(a.status) ? b : a));
  return { ...worst, signers: checks.map(describeSigner) };
}

async function judge(
  check: SignerCheck,
  embedded: readonly X509Certificate[],
  anchors: () => Promise<readonly X509Certificate[]>,
  now: Date,
): Promise<Verdict> {
  if (check.fault !== null || check.certificate === null)
    return { status: "invalid", why: check.fault ?? "" };
  const chain = buildChain(check.certificate, embedded, await anchors(), now);
  const outOfDate = chain.path.find((certificate) => !isInDate(certificate, now));
  if (outOfDate !== undefined && !allInDate(chain.path, now)) {
    const when =
      Date.parse(outOfDate.validTo) < now.getTime()
        ? `expired on ${isoDate(outOfDate.validTo)}`
        : `is not valid before ${isoDate(outOfDate.validFrom)}`;
    return { status: "expired", why: `The certificate "${oneLineName(outOfDate.subject)}" ${when}.` };
  }
  if (!chain.anchored) {
    const last = chain.path.at(-1) ?? check.certificate;
    return {
      status: "untrusted",
      why: `The chain ends at "${oneLineName(last.issuer)}", which is not a trusted root here.`,
    };
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

function isoDate(text: string): string {
  return new Date(text).toISOString().slice(0, 10);
}
