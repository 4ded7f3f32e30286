import { verifyBytes } from "../../../app/export/verify-bytes.ts";
import type { Problem } from "../../../core/problem.ts";
import { maximumProfileBytes } from "../../../core/profile/limits.ts";
import type { SignatureReport } from "../../../signing/index.ts";
import { maximumCertificateBytes } from "../../../signing/limits.ts";
import type { Looks } from "../colours.ts";
import type { CommandCall, ExitCode, RunCommand, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { inFile, insideLine } from "../open-document.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("verify");

/**
 * `verify`: exit code 0 only for a signature that is right and whose chain ends in a trusted root. It is about the signature: that
 * a signed file is wrapped in something that a Mac does not install is said beside it. With `--expires-within` a folder's signatures
 * are judged by when they end, and by nothing else.
 */
export const run: RunCommand = async (call, terminal) => {
  const [file, extra] = call.positionals;
  if (file === undefined || extra !== undefined) {
    return wrongCall("Name one file to verify.", usage);
  }
  const caFile = call.options["ca"];
  const ca = typeof caFile === "string" ? await terminal.readFile(caFile, maximumCertificateBytes) : null;
  if (ca !== null && !(ca instanceof Uint8Array)) return ca;
  const asked = { file, ca, caFile: String(caFile) };
  const within = call.options["expires-within"];
  if (typeof within !== "string" && call.options["keep"] === true)
    return wrongCall("--keep belongs to --expires-within.", usage);
  if (typeof within !== "string") return verifyOne(asked, call, terminal);
  const { verifyFolder } = await import("../signing/verify-folder.ts");
  return verifyFolder({ ...asked, within, keep: call.options["keep"] === true }, call, terminal);
};

type Asked = { readonly file: string; readonly ca: Uint8Array | null; readonly caFile: string };

async function verifyOne(
  { file, ca, caFile }: Asked,
  call: CommandCall,
  terminal: Terminal,
): Promise<ExitCode | Problem> {
  const bytes = await terminal.readFile(file, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const verified = await verifyBytes(bytes, ca);
  if (!verified.ok)
    return inFile(verified.problem, verified.problem.code === "certificate-unreadable" ? caFile : file);
  const { signature, inside } = verified.value;
  if (inside !== null) terminal.stderr(insideLine(file, inside));
  if (call.json) terminal.stdout(`${JSON.stringify(signature)}\n`);
  else terminal.stdout(describe(file, signature), statusLooks);
  return signature?.status === "valid" ? 0 : 1;
}

const statusLine: Readonly<Record<SignatureReport["status"], string>> = {
  valid: "The signature is valid.",
  untrusted: "The signature is right, but its chain is not trusted here.",
  expired: "The signature is right, but a certificate is out of date.",
  invalid: "The signature is not valid.",
};

const statusLooks: Looks = {
  lines: [
    [/^The signature is valid\./, "good"],
    [/^The signature is right, but[^.]*\./, "unsure"],
    [/^The signature is not valid\./, "bad"],
  ],
};

function describe(file: string, report: SignatureReport | null): string {
  if (report === null) return `${oneLine(`${file} is not signed.`)}\n`;
  const signers = report.signers.map(
    (signer) =>
      `  ${oneLine(signer.subject || signer.issuer)}${signer.notAfter === "" ? "" : `, valid until ${signer.notAfter.slice(0, 10)}`}\n`,
  );
  return `${statusLine[report.status]} ${oneLine(report.why)}\n${signers.length > 0 ? `Signed by\n${signers.join("")}` : ""}`;
}
