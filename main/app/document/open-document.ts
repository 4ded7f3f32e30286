import type { UnstoredField } from "../../../preload/contract.ts";
import { equalValues } from "../../core/plist/equal.ts";
import type { PlistDict } from "../../core/plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { applyPatch, type ProfileDocument } from "../../core/profile/index.ts";
import type { ProfilePatch } from "../../core/profile/patch.ts";
import type { FilePlace } from "../../files/source-file.ts";
import type { SignatureReport } from "../../signing/index.ts";

/** The bytes of a property list, and the document that they hold. */
export type WrittenDocument = { readonly bytes: Uint8Array; readonly document: ProfileDocument };

/** What stands on the page of a document and is not in it. */
export type Unstored = {
  readonly fields: readonly UnstoredField[];
  /** A source, and the one that it was typed over. */
  readonly source: { readonly text: string; readonly base: string } | null;
};

/** The one document that is open, with its history. Immutable: every change makes a new one. */
export type OpenDocument = {
  readonly fileName: string;
  /** Size of the file it was read from, in bytes. */
  readonly bytes: number;
  readonly document: ProfileDocument;
  readonly signature: SignatureReport | null;
  /** The file is signed, as far as is known: saving changes ends that. A draft knows it without knowing the signature. */
  readonly isFileSigned: boolean;
  readonly practice: boolean;
  /** Where it is saved to; null where nobody knows a path, and for a profile that was inside something. */
  readonly place: FilePlace | null;
  /** What it was found inside of; null for a file that is the profile itself. */
  readonly inside: string | null;
  /** SHA-256 of the file as it was opened or last saved. */
  readonly digest: string;
  /** What the file holds, as far as is known; null for a draft and for a copy that no file holds. */
  readonly saved: PlistDict | null;
  /** What it was read from or last written as, out of a signature or whatever it was inside of; null where nobody has that. */
  readonly written: WrittenDocument | null;
  readonly draftId: string;
  /** Stands in the document where a draft had no value; no file holds it. */
  readonly mark: string;
  /** What stands on its page and is not in it; left out where nothing does. */
  readonly unstored?: Unstored;
  /** Ways back, the newest last. */
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
};

/** A way to another state of the document: an inverse patch, or the whole of it where all was replaced. */
export type Step = ProfilePatch | { readonly op: "whole"; readonly document: ProfileDocument };

/** Whether the document differs from its file. */
export function isEdited({ document, saved }: OpenDocument): boolean {
  return saved === null || !equalValues(document.root, saved);
}

/** Whether something of a person would be lost with the document; a practice profile is nobody's work. */
export function isUnsaved(open: OpenDocument): boolean {
  return !open.practice && isEdited(open);
}

/** Whether something would be lost with the document and its page. */
export function hasToBeKept(open: OpenDocument): boolean {
  const { fields = [], source = null } = open.unstored ?? {};
  return !open.practice && (isEdited(open) || fields.length > 0 || source !== null);
}

/** Puts another state in the place of the document, as one change. */
export function replaceWhole(open: OpenDocument, document: ProfileDocument): OpenDocument {
  return { ...open, document, undo: [...open.undo, { op: "whole", document: open.document }], redo: [] };
}

/** Applies a change; what was undone before is forgotten. */
export function edit(open: OpenDocument, patch: ProfilePatch): Result<OpenDocument> {
  const applied = applyPatch(open.document, patch);
  if (!applied.ok) return applied;
  const { document, inverse } = applied.value;
  return succeed({ ...open, document, undo: [...open.undo, inverse], redo: [] });
}

/** Takes back the last change. */
export function undo(open: OpenDocument): Result<OpenDocument> {
  return step(open, open.undo, (document, rest, inverse) => ({
    ...open,
    document,
    undo: rest,
    redo: [...open.redo, inverse],
  }));
}

/** Makes the last undone change again. */
export function redo(open: OpenDocument): Result<OpenDocument> {
  return step(open, open.redo, (document, rest, inverse) => ({
    ...open,
    document,
    redo: rest,
    undo: [...open.undo, inverse],
  }));
}

function step(
  open: OpenDocument,
  steps: readonly Step[],
  next: (document: ProfileDocument, rest: readonly Step[], inverse: Step) => OpenDocument,
): Result<OpenDocument> {
  const last = steps.at(-1);
  if (last === undefined) return succeed(open);
  const rest = steps.slice(0, -1);
  if (last.op === "whole") {
    return succeed(next(last.document, rest, { op: "whole", document: open.document }));
  }
  const applied = applyPatch(open.document, last);
  if (!applied.ok) return applied;
  return succeed(next(applied.value.document, rest, applied.value.inverse));
}

/** For calls that need a document when none is open. */
export function noDocument(): { readonly ok: false; readonly problem: Problem } {
  return fail({
    code: "no-profile",
    title: "No profile is open.",
    detail: "This needs a profile to work with.",
    fix: "Open a profile, or start the practice tenant with its own profile.",
  });
}
