import { basename } from "node:path";
import type { DifferenceView, OnDiskView, SavedView } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { compareProfiles, type ProfileDocument } from "../../core/profile/index.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import { fileAt } from "../../files/source-file.ts";
import { digestOf } from "../drafts/draft-file.ts";
import { handOver } from "../hand-over.ts";
import type { HostPorts } from "../ports.ts";
import { bytesToSave } from "./bytes-to-save.ts";
import { fileNow } from "./file-now.ts";
import { isEdited, type OpenDocument, replaceWhole } from "./open-document.ts";

/** What was saved, and what of the document is another then. */
export type SavedDocument = {
  readonly view: SavedView;
  readonly now: Pick<
    OpenDocument,
    | "fileName"
    | "bytes"
    | "place"
    | "digest"
    | "saved"
    | "written"
    | "signature"
    | "isFileSigned"
    | "practice"
  >;
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
  const written = await bytesToSave(open);
  if (!written.ok) return written;
  const { bytes, lost } = written.value;
  if (!over) {
    const found = await place.read(maximumProfileBytes);
    if (found.ok && digestOf(found.value) !== open.digest) return fail(changedOnDisk(open.fileName));
    // A file that is gone has nothing that could be written over.
    if (!found.ok && (await place.isThere())) return fail(notLookedInto(open.fileName, found.problem));
  }
  const problem = await place.write(bytes);
  if (problem !== null) return fail(problem);
  const view: SavedView = { fileName: open.fileName, savedTo: place.path, download: null, lost };
  return succeed({ view, now: { fileName: open.fileName, place, ...fileOf(open, bytes) } });
}

/** Asks where to, or has the page download it. Where a place was picked, the document belongs there from then on. */
export async function saveAs(
  ports: Pick<HostPorts, "saveFile">,
  open: OpenDocument,
): Promise<Result<SavedDocument | null>> {
  const written = await bytesToSave(open);
  if (!written.ok) return written;
  const { bytes, lost } = written.value;
  const handed = await handOver(ports, { fileName: nameFor(open), bytes });
  if (!handed.ok) return handed;
  if (handed.value === null) return succeed(null);
  const { savedTo } = handed.value;
  const fileName = savedTo === null ? handed.value.fileName : basename(savedTo);
  const place = savedTo === null ? null : fileAt(savedTo).place;
  return succeed({
    view: { ...handed.value, lost },
    now: { fileName, place, ...fileOf(open, bytes) },
  });
}

/** What was taken out of something is no such thing itself: the profile gets the ending of a profile. */
function nameFor({ fileName, inside, document }: OpenDocument): string {
  const ending = document.format === "mobileconfig" ? ".mobileconfig" : ".plist";
  return inside === null || fileName.endsWith(ending)
    ? fileName
    : `${fileName.replace(/\.[^.]*$/, "")}${ending}`;
}

/** What was saved is a person's own, also where the practice tenant has made it. */
function fileOf(open: OpenDocument, bytes: Uint8Array) {
  const { document } = open;
  const file = {
    bytes: bytes.length,
    digest: digestOf(bytes),
    saved: document.root,
    written: { bytes, document },
  };
  return { ...file, ...unsigned, practice: false };
}

const unsigned = { signature: null, isFileSigned: false } as const;

/** The same document as one that no file holds. */
export function duplicate(open: OpenDocument, draftId: string): OpenDocument {
  const fileName = open.fileName.replace(/(\.[^.]*)?$/, (ending) => ` copy${ending}`);
  return { ...open, fileName, place: null, saved: null, ...unsigned, practice: false, draftId };
}

/** The document as its file is now, as one change; without a place, as it was opened or last saved. */
export async function revert(open: OpenDocument): Promise<Result<OpenDocument>> {
  if (open.place !== null) {
    const now = await fileNow(open.place, open.fileName, false);
    if (!now.ok) return now;
    const { bytes, opened } = now.value;
    if (!opened.ok) return opened;
    const { document, signature, written } = opened.value;
    const reverted = isEdited({ ...open, saved: document.root }) ? replaceWhole(open, document) : open;
    const file = { bytes: bytes.length, saved: document.root, digest: digestOf(bytes), written };
    return succeed({ ...reverted, ...file, signature, isFileSigned: signature !== null });
  }
  if (open.saved === null) return fail(nothingToRevertTo);
  return succeed(isEdited(open) ? replaceWhole(open, { ...open.document, root: open.saved }) : open);
}

/** How the file stands now, and what differs between it and the document. */
export async function onDisk(open: OpenDocument): Promise<OnDiskView> {
  if (open.place === null) return { state: "nowhere", differences: [], problem: null };
  const now = await fileNow(open.place, open.fileName, false);
  if (!now.ok) return { state: "not readable", differences: [], problem: now.problem };
  const { bytes, opened } = now.value;
  const state = digestOf(bytes) === open.digest ? "as opened" : "changed";
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

function notLookedInto(fileName: string, { detail }: Problem): Problem {
  return {
    code: "file-not-comparable",
    title: `${fileName} cannot be read any more.`,
    detail: `${detail} Nothing was written: another program may have changed it since it was opened.`,
    fix: "Allow yourself to read the file, or save the profile elsewhere with Save As.",
  };
}

const nothingToRevertTo: Problem = {
  code: "never-saved",
  title: "There is no saved file to go back to.",
  detail: "This document is in no file yet, or nobody knows where its file lies.",
  fix: "Undo single changes, or save it first.",
};
