import { inside, placeText, takeOut } from "../../../core/container/index.ts";
import { readPlist } from "../../../core/plist/index.ts";
import { maximumProfileBytes, tooLargeProfile } from "../../../core/profile/limits.ts";
import { type SignatureReport, verifySignature } from "../../../signing/index.ts";
import { maximumCertificateBytes } from "../../../signing/limits.ts";
import type { RunCommand } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { inFile, insideLine } from "../open-document.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("verify");

/**
 * `verify`: exit code 0 only for a signature that is right and whose chain ends in a trusted root. It is about the signature: that
 * a signed file is wrapped in something that a Mac does not install is said beside it.
 */
export const run: RunCommand = async (call, terminal) => {
  const [file, extra] = call.positionals;
  if (file === undefined || extra !== undefined) {
    return wrongCall("Name one file to verify.", usage);
  }
  const bytes = await terminal.readFile(file, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const caFile = call.options["ca"];
  const ca = typeof caFile === "string" ? await terminal.readFile(caFile, maximumCertificateBytes) : null;
  if (ca !== null && !(ca instanceof Uint8Array)) return ca;
  const found = takeOut(bytes);
  if (!found.ok) return inFile(found.problem, file);
  const { bytes: signed, layers } = found.value ?? { bytes, layers: [] };
  const report = await verifySignature(signed, ca === null ? {} : { trusted: [ca] });
  if (!report.ok) {
    if (report.problem.code === "certificate-unreadable")
      return inFile(report.problem, String(call.options["ca"]));
    return inFile(inside(report.problem, layers), file);
  }
  // Not CMS: say "not signed" only of something that is a profile at all.
  const read = report.value === null ? (tooLargeProfile(signed.length) ?? readPlist(signed)) : null;
  if (read !== null && !read.ok) return inFile(inside(read.problem, layers), file);
  if (layers.length > 0) terminal.stderr(insideLine(file, placeText(layers)));
  terminal.stdout(call.json ? `${JSON.stringify(report.value)}\n` : describe(file, report.value));
  return report.value?.status === "valid" ? 0 : 1;
};

const statusLine: Readonly<Record<SignatureReport["status"], string>> = {
  valid: "The signature is valid.",
  untrusted: "The signature is right, but its chain is not trusted here.",
  expired: "The signature is right, but a certificate is out of date.",
  invalid: "The signature is not valid.",
};

function describe(file: string, report: SignatureReport | null): string {
  if (report === null) return `${oneLine(`${file} is not signed.`)}\n`;
  const signers = report.signers.map(
    (signer) =>
      `  ${oneLine(signer.subject || signer.issuer)}${signer.notAfter === "" ? "" : `, valid until ${signer.notAfter.slice(0, 10)}`}\n`,
  );
  return `${statusLine[report.status]} ${oneLine(report.why)}\n${signers.length > 0 ? `Signed by\n${signers.join("")}` : ""}`;
}
