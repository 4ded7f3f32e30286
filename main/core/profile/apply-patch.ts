import { countValues } from "../plist/index.ts";
import { maximumValues } from "../plist/limits.ts";
import type { PlistDict } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { ProfileDocument } from "./document.ts";
import { applyEdit } from "./edit.ts";
import { lowerPatch } from "./lower-patch.ts";
import type { DocumentEdit, ProfilePatch } from "./patch.ts";

/** A changed document and the patch that takes the change back. */
export type Patched = { readonly document: ProfileDocument; readonly inverse: ProfilePatch };

/**
 * Applies a patch: all of it, or on a problem nothing. Applying `inverse` afterwards gives the old document back, order
 * of keys included; it has an inverse in turn, which is redo.
 *
 * Problems: `profile-too-large` when the document would then have more values than are ever read, `patch-payload` when the document has no such payload, `patch-path` when the path leads nowhere,
 * `patch-form` for payloads in a bare plist, and those of `fromTypedJson`.
 */
export function applyPatch(document: ProfileDocument, patch: ProfilePatch): Result<Patched> {
  const inverses: DocumentEdit[] = [];
  const done = apply(document, patch, inverses);
  if (!done.ok) return done;
  if (countValues(done.value.root) > maximumValues) return fail(tooManyValues);
  return succeed({ document: done.value, inverse: { op: "edit", edits: inverses.reverse() } });
}

/**
 * The document with other contents, under the rules of a patch: for more edits at once than could be applied one by one, since each
 * copies the dictionaries around it. Problems: `profile-too-large`, `patch-form`.
 */
export function withRoot(document: ProfileDocument, root: PlistDict): Result<ProfileDocument> {
  const next = { ...document, root };
  if (countValues(root) > maximumValues) return fail(tooManyValues);
  return sameShape(document, next) ? succeed(next) : fail(shapeChanged);
}

function apply(
  document: ProfileDocument,
  patch: ProfilePatch,
  inverses: DocumentEdit[],
): Result<ProfileDocument> {
  if (patch.op === "all") {
    // One after the other: a later patch may need what an earlier one made.
    let current = document;
    for (const part of patch.patches) {
      const next = apply(current, part, inverses);
      if (!next.ok) return next;
      current = next.value;
    }
    return succeed(current);
  }
  const edits = lowerPatch(document, patch);
  if (!edits.ok) return edits;
  let root: PlistDict = document.root;
  for (const edit of edits.value) {
    const edited = applyEdit(root, edit);
    if (!edited.ok) return edited;
    root = edited.value.root;
    inverses.push(edited.value.inverse);
  }
  const next = { ...document, root };
  return sameShape(document, next) ? succeed(next) : fail(shapeChanged);
}

/** An edit at the root could take the payload list away; the document would then not be what it says it is. */
function sameShape(before: ProfileDocument, after: ProfileDocument): boolean {
  if (before.format === "plist") return true;
  const had = before.root.entries.get("PayloadContent")?.kind === "array";
  return !had || after.root.entries.get("PayloadContent")?.kind === "array";
}

const tooManyValues: Problem = {
  code: "profile-too-large",
  title: `The profile would have more than ${maximumValues} keys and values.`,
  detail: "No profile has so many, and this one could not be opened again.",
  fix: "Leave the profile as it is, or change it by less.",
};

const shapeChanged: Problem = {
  code: "patch-form",
  title: "The change would take the list of payloads out of the profile.",
  detail: "PayloadContent must stay a list.",
  fix: "Remove single payloads instead.",
};
