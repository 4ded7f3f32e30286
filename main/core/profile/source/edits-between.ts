import { isWrittenSame } from "../../plist/index.ts";
import type { PlistArray, PlistDict, PlistValue } from "../../plist/value.ts";
import type { DocumentEdit, KeyPath } from "../patch.ts";

/**
 * The edits that lead from one dictionary to another, order of keys included. Values that both share are not looked into; where
 * only a part of a value differs, only that part is put.
 */
export function editsBetween(before: PlistDict, after: PlistDict): readonly DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  ofDict(before, after, [], edits);
  return edits;
}

function between(before: PlistValue, after: PlistValue, path: KeyPath, edits: DocumentEdit[]): void {
  if (before === after) return;
  if (before.kind === "dict" && after.kind === "dict") ofDict(before, after, path, edits);
  else if (before.kind === "array" && after.kind === "array") ofArray(before, after, path, edits);
  else if (!isWrittenSame(before, after)) edits.push({ edit: "put", path, exact: after });
}

/** What goes, and what stands in another order, is taken out first; then everything is put in its place from the front. */
function ofDict(before: PlistDict, after: PlistDict, path: KeyPath, edits: DocumentEdit[]): void {
  const kept = keptInOrder(before, after);
  for (const key of before.entries.keys())
    if (!kept.has(key)) edits.push({ edit: "remove", path: [...path, key] });
  let position = 0;
  for (const [key, value] of after.entries) {
    const old = kept.has(key) ? before.entries.get(key) : undefined;
    if (old === undefined) edits.push({ edit: "put", path: [...path, key], exact: value, position });
    else between(old, value, [...path, key], edits);
    position += 1;
  }
}

/** Keys of both that stay where they are while the others move around them. */
function keptInOrder(before: PlistDict, after: PlistDict): ReadonlySet<string> {
  const shared = [...before.entries.keys()].filter((key) => after.entries.has(key));
  const wanted = [...after.entries.keys()].filter((key) => before.entries.has(key));
  if (shared.every((key, index) => key === wanted[index])) return new Set(shared);
  const places = new Map(wanted.map((key, index) => [key, index]));
  const kept = new Set<string>();
  let least = -1;
  for (const [index, key] of shared.entries()) {
    const place = places.get(key) ?? -1;
    // A key that has moved far down would make all others move.
    const isBehindNext = place > (places.get(shared[index + 1] ?? "") ?? Number.POSITIVE_INFINITY);
    if (place > least && !isBehindNext) {
      kept.add(key);
      least = place;
    }
  }
  return kept;
}

function ofArray(before: PlistArray, after: PlistArray, path: KeyPath, edits: DocumentEdit[]): void {
  const { items: olds } = before;
  const { items: news } = after;
  if (olds.length === news.length) {
    for (const [index, item] of news.entries()) {
      const old = olds[index];
      if (old !== undefined) between(old, item, [...path, index], edits);
    }
    return;
  }
  const shorter = Math.min(olds.length, news.length);
  let start = 0;
  while (start < shorter && isSame(olds[start], news[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(olds.at(-1 - end), news.at(-1 - end))) end += 1;
  for (let index = olds.length - end - 1; index >= start; index -= 1)
    edits.push({ edit: "remove", path: [...path, index] });
  for (const [index, item] of news.slice(start, news.length - end).entries())
    edits.push({ edit: "insert", path: [...path, start + index], exact: item });
}

function isSame(a: PlistValue | undefined, b: PlistValue | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const edits: DocumentEdit[] = [];
  between(a, b, [], edits);
  return edits.length === 0;
}
