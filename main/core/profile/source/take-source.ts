import { holdsComment, isWrittenSame, problemAt, readPlistText } from "../../plist/index.ts";
import type { PlistDict, PlistString, PlistValue } from "../../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { isMobileconfig, type ProfileDocument } from "../document.ts";
import type { LeftOut } from "../leave-out.ts";
import type { DocumentEdit } from "../patch.ts";
import { alignItems } from "./align-items.ts";
import { editsBetween } from "./edits-between.ts";
import { isWholeMark, maskSecrets } from "./mask-secrets.ts";
import * as wrong from "./source-damage.ts";

/** What a typed source changes, and what its reader had to decide. */
export type SourceEdit = {
  readonly edits: readonly DocumentEdit[];
  /** What they come to. */
  readonly root: PlistDict;
  readonly notices: readonly Problem[];
};

/**
 * What a source says that was typed over the masked one of a document (`maskSecrets`).
 *
 * What is written as before is taken from the document: a mark stands for its secret, a date keeps its fractions of a second. A
 * mark counts where it stands at the key where it stood; of arrays, `alignItems` says which item is which.
 *
 * Problems, each with its place: those of the codec, `source-not-a-dictionary`, `source-other-form`, `source-mark-moved`,
 * `source-mark-damaged`.
 */
export function takeSource(
  document: ProfileDocument,
  text: string,
  leftOut: readonly LeftOut[] = [],
): Result<SourceEdit> {
  const { document: shown, bullets } = maskSecrets(document, leftOut);
  const places = new Map<PlistValue, number>();
  const reading = readPlistText(text, (value, start) => {
    if (value.value.includes("•")) places.set(value, start);
  });
  if (!reading.ok) return reading;
  const { value, notices } = reading.value;
  const start = Math.max(0, text.search(/<(?:dict|array|string|integer|real|date|data|true|false)\b/));
  if (value.kind !== "dict") return fail(problemAt(text, start, wrong.notADictionary));
  if (isMobileconfig(value) !== isMobileconfig(document.root))
    return fail(problemAt(text, start, wrong.otherForm(document.format)));
  const found: { problem: Problem | null } = { problem: null };
  const merge = merger(bullets, (damage, at) => {
    found.problem ??= problemAt(text, places.get(at) ?? start, damage);
  });
  const merged = merge(document.root, shown.root, value);
  if (found.problem !== null) return fail(found.problem);
  const root = merged.kind === "dict" ? merged : document.root;
  return succeed({
    edits: editsBetween(document.root, root),
    root,
    notices: holdsComment(text) ? [...notices, commentAt(text)] : notices,
  });
}

/** The source shows no comments, so one in it was typed there. Those of the file stay. */
function commentAt(text: string): Problem {
  return problemAt(text, Math.max(0, text.indexOf("<!--")), wrong.commentNotTaken);
}

type Merge = (
  current: PlistValue | undefined,
  shown: PlistValue | undefined,
  typed: PlistValue,
) => PlistValue;

/** Puts what the document has in the place of what is written as before. `current` and `shown` differ where a secret is. */
function merger(bullets: string, report: (damage: wrong.SourceDamage, at: PlistString) => void): Merge {
  const isMark = (value: PlistValue | undefined) =>
    value?.kind === "string" && value.value.startsWith(bullets);
  const merge: Merge = (current, shown, typed) => {
    if (typed.kind === "dict") return mergeDict(current, shown, typed);
    if (typed.kind === "array") return mergeArray(current, shown, typed.items);
    if (current !== undefined && shown !== undefined && isWrittenSame(shown, typed)) return current;
    if (typed.kind === "string") {
      if (isMark(shown) && typed.value.includes("•") && !isWholeMark(typed.value, bullets))
        report(wrong.markDamaged, typed);
      else if (typed.value.includes(bullets)) report(wrong.markMoved, typed);
    }
    return typed;
  };
  const mergeDict = (current: PlistValue | undefined, shown: PlistValue | undefined, typed: PlistDict) => {
    const olds = current?.kind === "dict" ? current.entries : null;
    const marked = shown?.kind === "dict" ? shown.entries : null;
    const entries = [...typed.entries].map(
      ([key, value]) => [key, merge(olds?.get(key), marked?.get(key), value)] as const,
    );
    return { kind: "dict", entries: new Map(entries) } as const;
  };
  const mergeArray = (
    current: PlistValue | undefined,
    shown: PlistValue | undefined,
    typed: readonly PlistValue[],
  ) => {
    const olds = current?.kind === "array" ? current.items : [];
    const marked = shown?.kind === "array" ? shown.items : [];
    const was = alignItems(marked, typed);
    const items = typed.map((item, index) => {
      const old = was[index] ?? -1;
      return merge(olds[old], marked[old], item);
    });
    return { kind: "array", items } as const;
  };
  return merge;
}
