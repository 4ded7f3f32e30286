import { type Result, succeed } from "../../core/problem.ts";
import type { PickedFile } from "../../files/source-file.ts";
import { openBytes } from "./open-bytes.ts";
import type { OpenDocument } from "./open-document.ts";

/** Opens a file as the document of a window. */
export async function openFile(file: PickedFile, practice: boolean): Promise<Result<OpenDocument>> {
  const opened = await openBytes(file.bytes, { fileName: file.name });
  if (!opened.ok) return opened;
  const { name: fileName, bytes } = file;
  return succeed({ fileName, bytes: bytes.length, ...opened.value, practice, undo: [], redo: [] });
}
