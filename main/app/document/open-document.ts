import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { applyPatch, type ProfileDocument } from "../../core/profile/index.ts";
import type { ProfilePatch } from "../../core/profile/patch.ts";
import type { SignatureReport } from "../../signing/index.ts";

/** The one document that is open, with its history. Immutable: every change makes a new one. */
export type OpenDocument = {
  readonly fileName: string;
  /** Size of the file it was read from, in bytes. */
  readonly bytes: number;
  readonly document: ProfileDocument;
  readonly signature: SignatureReport | null;
  readonly practice: boolean;
  /** Inverse patches, the newest last. */
  readonly undo: readonly ProfilePatch[];
  readonly redo: readonly ProfilePatch[];
};

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
  patches: readonly ProfilePatch[],
  next: (document: ProfileDocument, rest: readonly ProfilePatch[], inverse: ProfilePatch) => OpenDocument,
): Result<OpenDocument> {
  const patch = patches.at(-1);
  if (patch === undefined) return succeed(open);
  const applied = applyPatch(open.document, patch);
  if (!applied.ok) return applied;
  return succeed(next(applied.value.document, patches.slice(0, -1), applied.value.inverse));
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
