import { type Problem, type Result, succeed } from "../../core/problem.ts";
import { type ProfileDocument, readProfile } from "../../core/profile/index.ts";
import type { SignatureReport } from "../../export/index.ts";
import type { Terminal } from "./command.ts";

/** A profile from a file, with what its signature is worth; null when it is not signed. */
export type OpenedDocument = {
  readonly document: ProfileDocument;
  readonly signature: SignatureReport | null;
};

/**
 * Reads a profile from a file, signed or not. The problem names the file: what, where, what to do.
 *
 * @param domain the preference domain of a bare plist, where the caller names it
 */
export async function openDocument(
  path: string,
  terminal: Terminal,
  domain?: string,
): Promise<Result<OpenedDocument>> {
  const bytes = await terminal.readFile(path);
  if (!(bytes instanceof Uint8Array)) return { ok: false, problem: bytes };
  const opened = await openBytes(bytes, path, domain);
  return opened.ok ? opened : { ok: false, problem: inFile(opened.problem, path) };
}

async function openBytes(bytes: Uint8Array, path: string, domain?: string): Promise<Result<OpenedDocument>> {
  const options = { fileName: path, ...(domain === undefined ? {} : { domain }) };
  // Most profiles are not signed: the signature code is loaded when the content is not a property list itself.
  const plain = readProfile(bytes, options);
  if (plain.ok) return succeed({ document: plain.value, signature: null });
  const { openSigned } = await import("../../export/index.ts");
  const signed = await openSigned(bytes);
  if (!signed.ok) return signed;
  if (signed.value === null) return plain;
  const document = readProfile(signed.value.content, options);
  return document.ok ? succeed({ document: document.value, signature: signed.value.signature }) : document;
}

function inFile(problem: Problem, path: string): Problem {
  return { ...problem, title: `${path}: ${problem.title}` };
}
