import { readToSign } from "../../../app/export/read-to-sign.ts";
import { daysLeft, endingText, soon } from "../../../core/export/expiry.ts";
import type { Problem, Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import { readProfile } from "../../../core/profile/index.ts";
import { maximumProfileBytes } from "../../../core/profile/limits.ts";
import { shellWord } from "../../../core/text/shell-word.ts";
import {
  type IdentitySource,
  readIdentity,
  type SignedContent,
  type SigningIdentity,
  signContent,
  signWithKeychain,
} from "../../../signing/index.ts";
import { maximumIdentityBytes } from "../../../signing/limits.ts";
import type { CommandCall, RunCommand, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { inFile } from "../open-document.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("sign");

/** `sign`: the content of the signature is byte for byte the input file. */
export const run: RunCommand = async (call, terminal) => {
  const wanted = readCall(call);
  if (!wanted.ok) return wanted.problem;
  const { input, out, signer } = wanted.value;
  const content = await readUnsigned(input, terminal);
  if (!content.ok) return content.problem;
  const signed = await signWith(signer, content.value, call, terminal);
  if (!signed.ok) return signed.problem;
  const failure = await terminal.writeFile(out, signed.value.der);
  if (failure !== null) return failure;
  if (isBareSettings(content.value)) terminal.stderr(bareSettingsLine(input));
  const [named] = signed.value.signature.signers;
  const now = Date.now();
  const notAfter = named?.notAfter ?? "";
  const left = daysLeft(notAfter, now);
  const ending = left === null || left >= soon ? null : endingText(notAfter, now);
  if (ending !== null) terminal.stderr(`${oneLine(endingLine(ending))}\n`);
  if (call.json) terminal.stdout(`${JSON.stringify({ out, signer: named ?? null, verified: true })}\n`);
  else
    terminal.stdout(
      `${oneLine(`${out} is signed by ${named?.subject ?? "an unnamed certificate"} and passed the check that follows.`)}\n`,
    );
  return 0;
};

function endingLine(ending: string): string {
  return `The certificate ${ending}. After that a Mac shows a profile that it installs anew as not verified.`;
}

function missingIssuerLine(file: string, issuer: string): string {
  return `${file} has no certificate of ${issuer}, which issued the signer. A Mac that does not have it shows the profile as not verified.`;
}

/** Settings without the envelope of a profile. */
function isBareSettings(content: Uint8Array): boolean {
  const read = readProfile(content, { fileName: null });
  return read.ok && read.value.format === "plist";
}

function bareSettingsLine(input: string): string {
  const line = `${input} holds bare settings. A Mac installs signed profiles only, not bare settings. Convert first: latchkey convert ${shellWord(input)} -o OUT --to mobileconfig`;
  return `${oneLine(line)}\n`;
}

type FileChoice = { readonly chain: string | null } & (
  | { readonly kind: "p12"; readonly file: string }
  | { readonly kind: "pem"; readonly certificate: string; readonly key: string }
);
type SignerChoice = FileChoice | { readonly kind: "keychain"; readonly sha1: string };

type SignCall = { readonly input: string; readonly out: string; readonly signer: SignerChoice };

function readCall(call: CommandCall): Result<SignCall> {
  const [input, extra] = call.positionals;
  const { out, p12, cert, key, keychain } = call.options;
  const chain = typeof call.options["chain"] === "string" ? call.options["chain"] : null;
  if (input === undefined || extra !== undefined) return fail(wrongCall("Name one file to sign.", usage));
  if (typeof out !== "string") return fail(wrongCall("The output file is missing.", usage));
  const choices: SignerChoice[] = [];
  if (typeof p12 === "string") choices.push({ kind: "p12", file: p12, chain });
  if (typeof cert === "string" && typeof key === "string")
    choices.push({ kind: "pem", certificate: cert, key, chain });
  else if (cert !== undefined || key !== undefined)
    return fail(wrongCall("--cert and --key belong together.", usage));
  if (typeof keychain === "string") choices.push({ kind: "keychain", sha1: keychain });
  const [signer, another] = choices;
  if (signer === undefined || another !== undefined)
    return fail(wrongCall("Name one identity to sign with.", usage));
  if (chain !== null && signer.kind === "keychain")
    return fail(wrongCall("--chain goes with an identity from files; the keychain has its own.", usage));
  return succeed({ input, out, signer });
}

/** The file to sign; a problem with it names it. */
async function readUnsigned(path: string, terminal: Terminal): Promise<Result<Uint8Array>> {
  const bytes = await terminal.readFile(path, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  const content = await readToSign(bytes);
  return content.ok ? content : fail(inFile(content.problem, path));
}

async function signWith(
  signer: SignerChoice,
  content: Uint8Array,
  call: CommandCall,
  terminal: Terminal,
): Promise<Result<SignedContent>> {
  if (signer.kind === "keychain") return signWithKeychain(content, signer.sha1);
  const source = await readSource(signer, terminal);
  if (!source.ok) return source;
  const fromStdin = call.options["password-stdin"] === true ? ((await terminal.readStdinLine()) ?? "") : null;
  const signed = (identity: SigningIdentity) => {
    const { chain, missingIssuer } = identity;
    if (chain.length === 0 && missingIssuer !== null)
      terminal.stderr(`${oneLine(missingIssuerLine(certificateFile(signer), missingIssuer))}\n`);
    return signContent(content, identity);
  };
  const first = await readIdentity(source.value, fromStdin);
  if (first.ok) return signed(first.value);
  const named = (problem: Problem) => fail(inFile(problem, fileAtFault(signer, problem)));
  if (first.problem.code !== "passphrase-needed") return named(first.problem);
  const typed = await terminal.askHidden("Passphrase: ");
  if (typeof typed !== "string") return named(first.problem);
  const second = await readIdentity(source.value, typed);
  return second.ok ? signed(second.value) : named(second.problem);
}

async function readSource(signer: FileChoice, terminal: Terminal): Promise<Result<IdentitySource>> {
  const source = await readIdentityFiles(signer, terminal);
  if (!source.ok || signer.chain === null) return source;
  const chain = await terminal.readFile(signer.chain, maximumIdentityBytes);
  return chain instanceof Uint8Array ? succeed({ ...source.value, chain }) : fail(chain);
}

async function readIdentityFiles(signer: FileChoice, terminal: Terminal): Promise<Result<IdentitySource>> {
  if (signer.kind === "p12") {
    const bytes = await terminal.readFile(signer.file, maximumIdentityBytes);
    return bytes instanceof Uint8Array ? succeed({ kind: "p12", bytes }) : fail(bytes);
  }
  const certificate = await terminal.readFile(signer.certificate, maximumIdentityBytes);
  if (!(certificate instanceof Uint8Array)) return fail(certificate);
  const key = await terminal.readFile(signer.key, maximumIdentityBytes);
  return key instanceof Uint8Array ? succeed({ kind: "pem", certificate, key }) : fail(key);
}

function certificateFile(signer: FileChoice): string {
  return signer.kind === "p12" ? signer.file : signer.certificate;
}

/** The file that a problem with an identity is about. */
function fileAtFault(signer: FileChoice, { code, title }: Problem): string {
  if (signer.chain !== null && /chain file/iu.test(title)) return signer.chain;
  if (signer.kind === "p12") return signer.file;
  return code === "certificate-unreadable" ? signer.certificate : signer.key;
}
