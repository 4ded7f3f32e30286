import { basename } from "node:path";
import type { DifferenceView, OnDiskView, SavedView } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { compareProfiles, type ProfileDocument, type WriteOptions } from "../../core/profile/index.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import { fileAt } from "../../files/source-file.ts";
import { digestOf } from "../drafts/draft-file.ts";
import { writeChecked } from "../export/write-checked.ts";
import { handOver } from "../hand-over.ts";
import type { HostPorts } from "../ports.ts";
import { wholeDocument } from "./left-out.ts";
import { openBytes } from "./open-bytes.ts";
import { isEdited, type OpenDocument, replaceWhole } from "./open-document.ts";

/** What was saved, and what of the document is another then. */
export type SavedDocument = {
  readonly view: SavedView;
  readonly now: Pick<OpenDocument, "fileName" | "bytes" | "place" | "digest" | "saved" | "signature">;
};

/**
 * Writes the document to where it came from, in the form and encoding that it has. A document without changes is left alone there,
 * its signature too. Without a place it goes the way of `saveAs`.
 *
 * @param over also where the file has changed since it was opened
 * @returns null where nothing was to be written, or the person cancelled. Problems: `values-left-out`, `file-changed-on-disk`,
 *   those of writing
 */
export async function save(
  ports: Pick<HostPorts, "saveFile">,
  open: OpenDocument,
  over: boolean,
): Promise<Result<SavedDocument | null>> {
  const { place } = open;
  if (place === null) return saveAs(ports, open);
  if (!isEdited(open)) return succeed(null);
  const written = await bytesOf(open);
  if (!written.ok) return written;
  if (!over) {
    const found = await place.read(maximumProfileBytes);
    // A file that is gone has nothing that could be written over; what else is wrong with it, the writer says.
    if (found.ok && digestOf(found.value) !== open.digest) return fail(changedOnDisk(open.fileName));
  }
  const problem = await place.write(written.value);
  if (problem !== null) return fail(problem);
  const view: SavedView = { fileName: open.fileName, savedTo: place.path, download: null };
  return succeed({ view, now: { fileName: open.fileName, place, ...fileOf(open, written.value) } });
}

/** Asks where to, or has the page download it. Where a place was picked, the document belongs there from then on. */
export async function saveAs(
  ports: Pick<HostPorts, "saveFile">,
  open: OpenDocument,
): Promise<Result<SavedDocument | null>> {
  const written = await bytesOf(open);
  if (!written.ok) return written;
  const handed = await handOver(ports, { fileName: nameFor(open), bytes: written.value });
  if (!handed.ok) return handed;
  if (handed.value === null) return succeed(null);
  const { savedTo } = handed.value;
  const fileName = savedTo === null ? handed.value.fileName : basename(savedTo);
  const place = savedTo === null ? null : fileAt(savedTo).place;
  return succeed({ view: handed.value, now: { fileName, place, ...fileOf(open, written.value) } });
}

/** What was taken out of something is no such thing itself: the profile gets the ending of a profile. */
function nameFor({ fileName, inside, document }: OpenDocument): string {
  const ending = document.format === "mobileconfig" ? ".mobileconfig" : ".plist";
  return inside === null || fileName.endsWith(ending)
    ? fileName
    : `${fileName.replace(/\.[^.]*$/, "")}${ending}`;
}

function fileOf(open: OpenDocument, bytes: Uint8Array) {
  return { bytes: bytes.length, digest: digestOf(bytes), saved: open.document.root, signature: null };
}

async function bytesOf(open: OpenDocument): Promise<Result<Uint8Array>> {
  const whole = wholeDocument(open);
  return whole.ok ? writeChecked(open.document, writtenAs(open.document)) : whole;
}

/** A bare property list keeps its encoding; profiles are XML. */
function writtenAs({ format, encoding }: ProfileDocument): WriteOptions {
  if (format === "mobileconfig") return { to: "mobileconfig" };
  return { to: encoding === "binary" ? "binary-plist" : "plist" };
}

/** The same document as one that no file holds. */
export function duplicate(open: OpenDocument, draftId: string): OpenDocument {
  const fileName = open.fileName.replace(/(\.[^.]*)?$/, (ending) => ` copy${ending}`);
  return { ...open, fileName, place: null, saved: null, signature: null, practice: false, draftId };
}

/** The document as its file is now, as one change; without a place, as it was opened or last saved. */
export async function revert(open: OpenDocument): Promise<Result<OpenDocument>> {
  if (open.place !== null) {
    const read = await open.place.read(maximumProfileBytes);
    if (!read.ok) return read;
    const opened = await openBytes(read.value, { fileName: open.fileName });
    if (!opened.ok) return opened;
    const { document, signature } = opened.value;
    const reverted = isEdited({ ...open, saved: document.root }) ? replaceWhole(open, document) : open;
    const { length: bytes } = read.value;
    return succeed({ ...reverted, bytes, saved: document.root, digest: digestOf(read.value), signature });
  }
  if (open.saved === null) return fail(nothingToRevertTo);
  return succeed(isEdited(open) ? replaceWhole(open, { ...open.document, root: open.saved }) : open);
}

/** How the file stands now, and what differs between it and the document. */
export async function onDisk(open: OpenDocument): Promise<OnDiskView> {
  if (open.place === null) return { state: "nowhere", differences: [], problem: null };
  const read = await open.place.read(maximumProfileBytes);
  if (!read.ok) return { state: "not readable", differences: [], problem: read.problem };
  const state = digestOf(read.value) === open.digest ? "as opened" : "changed";
  const opened = await openBytes(read.value, { fileName: open.fileName });
  if (!opened.ok) return { state, differences: [], problem: opened.problem };
  return { state, differences: differences(open.document, opened.value.document), problem: null };
}

/** A few hundred lines are more than anybody reads in a dialog. */
const mostDifferences = 500;

function differences(here: ProfileDocument, there: ProfileDocument): readonly DifferenceView[] {
  return compareProfiles(here, there)
    .slice(0, mostDifferences)
    .map(({ domain, keyPath, before, after }) => ({
      domain,
      keyPath,
      what: after === null ? "only here" : before === null ? "only on disk" : "differs",
    }));
}

function changedOnDisk(fileName: string): Problem {
  return {
    code: "file-changed-on-disk",
    title: `${fileName} has been changed by another program since it was opened.`,
    detail: "Nothing was written: saving now would throw those changes away.",
    fix: "Look at what differs, then keep yours or take theirs.",
  };
}

const nothingToRevertTo: Problem = {
  code: "never-saved",
  title: "There is no saved file to go back to.",
  detail: "This document is in no file yet, or nobody knows where its file lies.",
  fix: "Undo single changes, or save it first.",
};
