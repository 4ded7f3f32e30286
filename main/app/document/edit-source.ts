import type { SourceTaken, SourceText } from "../../../preload/contract.ts";
import type { PlistDict } from "../../core/plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { leftOutIn, takeSource, withRoot } from "../../core/profile/index.ts";
import { editableSource } from "../../core/profile/limits.ts";
import { sourceOf } from "./masked-source.ts";
import { edit, type OpenDocument, replaceWhole } from "./open-document.ts";

/** The document as the source says, and what its reader had to decide. The same document where nothing has changed. */
export type EditedSource = SourceTaken & { readonly open: OpenDocument };

/**
 * Takes a source that was typed, as one change. Problems: `source-outdated` where it was typed over another state of the document,
 * `source-too-large`, those of writing it (`text-not-writable`), of `takeSource` and of `applyPatch`; all but the first ones have
 * their place.
 */
export function editSource(open: OpenDocument, { text, version }: SourceText): Result<EditedSource> {
  const leftOut = leftOutIn(open.document, open.mark);
  const { sourceMap } = sourceOf(open.document, leftOut);
  if (sourceMap.problem !== null) return fail(sourceMap.problem);
  if (sourceMap.version === null || text.length > 2 * editableSource) return fail(tooLarge);
  if (sourceMap.version !== version) return fail(outdated);
  const taken = takeSource(open.document, text, leftOut);
  if (!taken.ok) return taken;
  const { edits, notices, root } = taken.value;
  if (edits.length === 0) return succeed({ open, notices, version });
  const edited = edits.length > mostEdits ? whole(open, root) : edit(open, { op: "edit", edits });
  if (!edited.ok) return fail({ at: { line: 1, column: 1 }, ...edited.problem });
  const { document, mark } = edited.value;
  const next = sourceOf(document, leftOutIn(document, mark)).sourceMap.version;
  return succeed({ open: edited.value, notices, version: next });
}

/** More edits than a person types between two pauses; a find and replace in the source makes one for each place. */
const mostEdits = 100;

function whole(open: OpenDocument, root: PlistDict): Result<OpenDocument> {
  const next = withRoot(open.document, root);
  return next.ok ? succeed(replaceWhole(open, next.value)) : next;
}

const outdated: Problem = {
  code: "source-outdated",
  title: "The profile has changed since this source was shown.",
  detail: "What was typed belongs to an older state of the profile.",
  fix: "Look at the source as it is now, and repeat the change.",
};

const tooLarge: Problem = {
  code: "source-too-large",
  title: "This source is too large to be edited as text.",
  detail: `Sources of up to ${editableSource / 1_000_000} MB can be.`,
  fix: "Change the profile in its form.",
};
