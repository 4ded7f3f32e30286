import { type Result, succeed } from "../../core/problem.ts";
import { readProfile } from "../../core/profile/index.ts";
import type { PickedFile } from "../ports.ts";
import type { OpenDocument } from "./open-document.ts";

/** Reads a profile, out of its signature where it has one. */
export async function openFile(file: PickedFile, practice: boolean): Promise<Result<OpenDocument>> {
  const { openSigned } = await import("../../signing/index.ts");
  const signed = await openSigned(file.bytes);
  if (!signed.ok) return signed;
  const document = readProfile(signed.value?.content ?? file.bytes, { fileName: file.name });
  if (!document.ok) return document;
  return succeed({
    fileName: file.name,
    bytes: file.bytes.length,
    document: document.value,
    signature: signed.value?.signature ?? null,
    practice,
    undo: [],
    redo: [],
  });
}
