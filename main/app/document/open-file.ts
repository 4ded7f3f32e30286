import { type Result, succeed } from "../../core/problem.ts";
import { digestOf } from "../drafts/draft-file.ts";
import type { ReadFile } from "../files/file-handles.ts";
import { openBytes } from "./open-bytes.ts";
import type { OpenDocument } from "./open-document.ts";

/**
 * Opens a file as the document of a window. What was inside something has no place: it is never saved over what it was inside of.
 *
 * @param newUuid for its draft
 */
export async function openFile(
  file: ReadFile,
  practice: boolean,
  newUuid: () => string,
): Promise<Result<OpenDocument>> {
  const opened = await openBytes(file.bytes, { fileName: file.name, takeOut: true });
  if (!opened.ok) return opened;
  const { document, signature, inside, written } = opened.value;
  return succeed({
    fileName: file.name,
    bytes: file.bytes.length,
    document,
    signature,
    isFileSigned: signature !== null,
    practice,
    place: inside === null ? file.place : null,
    inside,
    digest: digestOf(file.bytes),
    saved: document.root,
    written,
    draftId: newUuid().toLowerCase(),
    mark: newMark(newUuid()),
    undo: [],
    redo: [],
  });
}

/** What stands where a draft has no value. */
export function newMark(uuid: string): string {
  return `left-out-${uuid.toLowerCase()}`;
}
