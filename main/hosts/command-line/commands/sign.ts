import { crossCheck } from "../../../app/export/cross-check.ts";
import { readPlist } from "../../../core/plist/index.ts";
import type { Problem, Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import { readProfile } from "../../../core/profile/index.ts";
import { maximumProfileBytes, tooLargeProfile } from "../../../core/profile/limits.ts";
import {
  type IdentitySource,
  openSigned,
  readIdentity,
  type SignedContent,
  signContent,
  signWithKeychain,
} from "../../../signing/index.ts";
import { maximumIdentityBytes } from "../../../signing/limits.ts";
import type { Command, CommandCall, Terminal } from "../command.ts";
import { inFile } from "../open-document.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = "sign IN -o OUT (--p12 FILE | --cert PEM --key PEM | --keychain SHA1) [--password-stdin]";

/** `sign`: the content of the signature is byte for byte the input file. */
export const command: Command = {
  name: "sign",
  usage,
  summary: "Sign a profile with a .p12, PEM files or a keychain identity",
  options: {
    out: { type: "string", value: "OUT", description: "File to write", short: "o" },
    p12: { type: "string", value: "FILE", description: "Identity in a .p12 file" },
    cert: { type: "string", value: "PEM", description: "Certificate, followed by its chain" },
    key: { type: "string", value: "PEM", description: "Private key of the certificate" },
    keychain: {
      type: "string",
      value: "SHA1",
      description: "Identity in the keychain of this Mac, by its SHA-1",
    },
    "password-stdin": {
      type: "boolean",
      description: "Read the passphrase from the first line of standard input",
    },
  },
  run: async (call, terminal) => {
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
    if (call.json) terminal.stdout(`${JSON.stringify({ out, signer: named ?? null, verified: true })}\n`);
    else
      terminal.stdout(
        `${oneLine(`${out} is signed by ${named?.subject ?? "an unnamed certificate"} and passed the check that follows.`)}\n`,
      );
    return 0;
  },
};

/** Settings without the envelope of a profile. */
function isBareSettings(content: Uint8Array): boolean {
  const read = readProfile(content, { fileName: null });
  return read.ok && read.value.format === "plist";
}

function bareSettingsLine(input: string): string {
  const line = `${input} holds bare settings. A Mac installs signed profiles only, not bare settings. Convert first: latchkey convert ${input} -o OUT --to mobileconfig`;
  return `${oneLine(line)}\n`;
}

type SignerChoice =
  | { readonly kind: "p12"; readonly file: string }
  | { readonly kind: "pem"; readonly certificate: string; readonly key: string }
  | { readonly kind: "keychain"; readonly sha1: string };

type SignCall = { readonly input: string; readonly out: string; readonly signer: SignerChoice };

function readCall(call: CommandCall): Result<SignCall> {
  const [input, extra] = call.positionals;
  const { out, p12, cert, key, keychain } = call.options;
  if (input === undefined || extra !== undefined) return fail(wrongCall("Name one file to sign.", usage));
  if (typeof out !== "string") return fail(wrongCall("The output file is missing.", usage));
  const choices: SignerChoice[] = [];
  if (typeof p12 === "string") choices.push({ kind: "p12", file: p12 });
  if (typeof cert === "string" && typeof key === "string")
    choices.push({ kind: "pem", certificate: cert, key });
  else if (cert !== undefined || key !== undefined)
    return fail(wrongCall("--cert and --key belong together.", usage));
  if (typeof keychain === "string") choices.push({ kind: "keychain", sha1: keychain });
  const [signer, another] = choices;
  if (signer === undefined || another !== undefined)
    return fail(wrongCall("Name one identity to sign with.", usage));
  return succeed({ input, out, signer });
}

/** The file to sign: an unsigned profile or property list that both readers understand. */
async function readUnsigned(path: string, terminal: Terminal): Promise<Result<Uint8Array>> {
  const bytes = await terminal.readFile(path, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  const opened = await openSigned(bytes);
  if (!opened.ok) return fail(inFile(opened.problem, path));
  if (opened.value !== null) return fail(alreadySigned(path));
  const read = tooLargeProfile(bytes.length) ?? readPlist(bytes);
  if (!read.ok) return fail(inFile(read.problem, path));
  if (read.value.value.kind !== "dict") return fail(notAProfile(path));
  const doubt = await crossCheck(bytes);
  if (doubt === null) return succeed(bytes);
  // The file is the user's own and goes into the signature as it is. That another reader gives up on it is worth a
  // word; that one reads other values from it is a reason not to sign.
  if (doubt.code !== "second-opinion-unreadable") return fail(doubt);
  terminal.stderr(`${oneLine(`${doubt.title} ${doubt.detail}`)}\n`);
  return succeed(bytes);
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
  const first = await readIdentity(source.value, fromStdin);
  if (first.ok) return signContent(content, first.value);
  const named = (problem: Problem) => fail(inFile(problem, fileAtFault(signer, problem)));
  if (first.problem.code !== "passphrase-needed") return named(first.problem);
  const typed = await terminal.askHidden("Passphrase: ");
  if (typeof typed !== "string") return named(first.problem);
  const second = await readIdentity(source.value, typed);
  return second.ok ? signContent(content, second.value) : named(second.problem);
}

async function readSource(
  signer: Exclude<SignerChoice, { readonly kind: "keychain" }>,
  terminal: Terminal,
): Promise<Result<IdentitySource>> {
  if (signer.kind === "p12") {
    const bytes = await terminal.readFile(signer.file, maximumIdentityBytes);
    return bytes instanceof Uint8Array ? succeed({ kind: "p12", bytes }) : fail(bytes);
  }
  const certificate = await terminal.readFile(signer.certificate, maximumIdentityBytes);
  if (!(certificate instanceof Uint8Array)) return fail(certificate);
  const key = await terminal.readFile(signer.key, maximumIdentityBytes);
  return key instanceof Uint8Array ? succeed({ kind: "pem", certificate, key }) : fail(key);
}

/** The file that a problem with an identity is about. */
function fileAtFault(
  signer: Exclude<SignerChoice, { readonly kind: "keychain" }>,
  { code }: Problem,
): string {
  if (signer.kind === "p12") return signer.file;
  return code === "certificate-unreadable" ? signer.certificate : signer.key;
}

function alreadySigned(path: string): Problem {
  return {
    code: "already-signed",
    title: `${path} is signed already.`,
    detail: "A profile carries one signature, and a new one must cover the profile itself.",
    fix: `Take the signature off first: latchkey unsign ${path} -o OUT`,
  };
}

function notAProfile(path: string): Problem {
  return {
    code: "not-a-profile",
    title: `${path} is not a profile.`,
    detail: "It is a property list whose top is not a dictionary.",
    fix: "Name a .mobileconfig, or a property list with settings.",
  };
}
