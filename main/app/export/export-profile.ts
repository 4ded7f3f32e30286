import type { ExportView } from "../../../preload/contract.ts";
import {
  choiceForEach,
  documentFor,
  type EachChoice,
  type ExportChoice,
  fileKindOf,
  managedDomains,
} from "../../core/export/export-choice.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import { writeZip } from "../../core/report/write-zip.ts";
import type { SignatureReport } from "../../signing/index.ts";
import { handOver } from "../hand-over.ts";
import type { HostPorts } from "../ports.ts";
import { type NamedBytes, takeOff } from "./check-signature.ts";
import { archiveName, exportName } from "./export-names.ts";
import { readToSign } from "./read-to-sign.ts";
import type { Signers } from "./signers.ts";
import { writeChecked } from "./write-checked.ts";

export type ExportRequest = {
  readonly document: ProfileDocument;
  readonly fileName: string;
  readonly choice: ExportChoice;
  readonly identityId: string | null;
};

/** The way out of the app. */
export type Exports = {
  readonly save: (request: ExportRequest) => Promise<Result<ExportView | null>>;
  /** Writes every domain by itself, into one archive: all or none. Problems: those of `save`, `zip-not-writable`. */
  readonly saveEach: (
    request: Omit<ExportRequest, "choice"> & { readonly choice: EachChoice },
  ) => Promise<Result<ExportView | null>>;
  /**
   * Signs what is in a signed file anew, byte for byte, under the file's name. Problems: `not-signed`, `signature-broken`,
   * `identity-locked`, those of `readToSign` and of signing.
   */
  readonly signAgain: (file: NamedBytes, identityId: string) => Promise<Result<ExportView | null>>;
};

export function createExports(ports: HostPorts, signers: Pick<Signers, "sign">): Exports {
  return {
    save: async (request) => {
      const { fileName, choice, identityId } = request;
      const made = await make(request, signers);
      return made.ok ? hand(ports, exportName(fileName, choice, identityId !== null), made.value) : made;
    },
    saveEach: async ({ document, fileName, choice, identityId }) => {
      const isSigned = identityId !== null;
      const parts: (Made & { readonly name: string })[] = [];
      if (managedDomains(document).length === 0) return fail(noDomains);
      for (const one of choiceForEach(document, choice)) {
        const made = await make({ document, fileName, choice: one, identityId }, signers);
        if (!made.ok) return made;
        parts.push({ ...made.value, name: exportName(fileName, one, isSigned) });
      }
      const zip = writeZip(parts, new Date(ports.now()).toISOString());
      if (!zip.ok) return zip;
      const content = parts.reduce((sum, part) => sum + part.content, 0);
      const signature = parts[0]?.signature ?? null;
      return hand(ports, archiveName(fileName, choice, isSigned), { bytes: zip.value, signature, content });
    },
    signAgain: async (file, identityId) => {
      const made = await makeAgain(file, identityId, signers);
      return made.ok ? hand(ports, file.name, made.value) : made;
    },
  };
}

type Made = {
  readonly bytes: Uint8Array;
  readonly signature: SignatureReport | null;
  readonly content: number;
};

async function make(
  { document, choice, identityId }: ExportRequest,
  signers: Pick<Signers, "sign">,
): Promise<Result<Made>> {
  const shaped = documentFor(document, choice);
  if (!shaped.ok) return shaped;
  const written = await writeChecked(shaped.value, { to: fileKindOf(choice.route) });
  if (!written.ok) return written;
  if (identityId === null)
    return succeed({ bytes: written.value, signature: null, content: written.value.length });
  return sign(written.value, identityId, signers);
}

/** A signature that does not fit is no reason for a better one: what was changed after it was signed has to be looked at first. */
async function makeAgain(
  file: NamedBytes,
  identityId: string,
  signers: Pick<Signers, "sign">,
): Promise<Result<Made>> {
  const opened = await takeOff(file);
  if (!opened.ok) return opened;
  const { content, signature } = opened.value;
  if (signature.status === "invalid") return fail(signatureBroken(file.name, signature.why));
  const inside = await readToSign(content);
  return inside.ok ? sign(inside.value, identityId, signers) : inside;
}

async function sign(
  content: Uint8Array,
  identityId: string,
  signers: Pick<Signers, "sign">,
): Promise<Result<Made>> {
  const signed = await signers.sign(content, identityId);
  if (!signed.ok) return signed;
  return succeed({ bytes: signed.value.der, signature: signed.value.signature, content: content.length });
}

async function hand(ports: HostPorts, fileName: string, made: Made): Promise<Result<ExportView | null>> {
  const handed = await handOver(ports, { fileName, bytes: made.bytes });
  if (!handed.ok) return handed;
  if (handed.value === null) return succeed(null);
  const { bytes, signature } = made;
  return succeed({ ...handed.value, bytes: bytes.length, signature, checks: checksOf(made) });
}

function checksOf(made: Made): ExportView["checks"] {
  const read = { title: "Read again", detail: "a second property-list reader found the same values" };
  const signer = made.signature?.signers[0];
  if (made.signature === null || signer === undefined) return [read];
  return [
    read,
    { title: "Content", detail: `the same ${made.content} bytes` },
    { title: "Signer", detail: `${signer.subject}, the one you picked` },
    { title: "Digest", detail: "SHA-256" },
    { title: "Dates", detail: `valid until ${signer.notAfter.slice(0, 10)}` },
  ];
}

function signatureBroken(name: string, why: string): Problem {
  return {
    code: "signature-broken",
    title: `${name} was not signed again.`,
    detail: `Its signature does not fit what is in it. ${why} Nothing was written.`,
    fix: "Take the signature off, see what is another than in the original, and export that profile anew.",
  };
}

const noDomains: Problem = {
  code: "domain-missing",
  title: "The profile has no preference domain.",
  detail: "A file is made for each domain that it manages, and it manages none.",
  fix: "Export the whole profile.",
};
