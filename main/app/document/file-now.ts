import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import type { FilePlace } from "../../files/source-file.ts";
import { readGiven } from "../files/file-handles.ts";
import type { HostPorts } from "../ports.ts";
import { type OpenedDocument, openBytes } from "./open-bytes.ts";
import type { OpenDocument } from "./open-document.ts";

/** A file as it lies on disk now, and the profile in it. */
export type FileNow = { readonly bytes: Uint8Array; readonly opened: Result<OpenedDocument> };

/**
 * Reads the file of a document again. Problems: those of reading.
 *
 * @param takeOut also takes a profile out of what it is inside of: only for what is never saved over the file
 */
export async function fileNow(
  place: FilePlace,
  fileName: string,
  takeOut: boolean,
): Promise<Result<FileNow>> {
  const bytes = await place.read(maximumProfileBytes);
  if (!bytes.ok) return bytes;
  return succeed({ bytes: bytes.value, opened: await openBytes(bytes.value, { fileName, takeOut }) });
}

/** A profile that is read beside the open one, and what its file is called. */
export type BesideDocument = { readonly name: string; readonly opened: OpenedDocument };

/**
 * Reads another profile, or the file of the open one as it is now. Problems: `not-on-disk`, those of reading and of opening.
 *
 * @param handle of a file that a person gave; null for the file of the open document
 */
export async function openBeside(
  { files }: Pick<HostPorts, "files">,
  { place, fileName }: Pick<OpenDocument, "place" | "fileName">,
  handle: string | null,
): Promise<Result<BesideDocument>> {
  if (handle === null) {
    if (place === null) return fail(notOnDisk);
    const now = await fileNow(place, fileName, true);
    if (!now.ok) return now;
    const { opened } = now.value;
    return opened.ok ? succeed({ name: fileName, opened: opened.value }) : opened;
  }
  const read = await readGiven(files, handle, maximumProfileBytes);
  if (!read.ok) return read;
  const { name, bytes } = read.value;
  const opened = await openBytes(bytes, { fileName: name, takeOut: true });
  return opened.ok ? succeed({ name, opened: opened.value }) : opened;
}

/** For a document that was made here, or whose path nobody knows. */
const notOnDisk: Problem = {
  code: "not-on-disk",
  title: "Nobody knows a file of this profile.",
  detail: "It was made here, was taken out of something, or came through a browser, which names no path.",
  fix: "Choose the file: Another file.",
};
