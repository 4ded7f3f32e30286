import { isWrittenSame } from "../../plist/index.ts";
import type { PlistDict, PlistValue } from "../../plist/value.ts";
import { textAt } from "../bookkeeping.ts";
import type { KeyPath } from "../patch.ts";

/**
 * Which item of an array each item of its changed form was: those that are the same from the start and from the end, then
 * payloads by their `PayloadUUID`, then, where as many are left, one after the other.
 *
 * @returns for each new item the position it had, or null where it is new
 */
export function alignItems(
  before: readonly PlistValue[],
  after: readonly PlistValue[],
): readonly (number | null)[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const shift = before.length - after.length;
  const olds = uuidsOf(before.slice(start, before.length - end), start);
  const news = uuidsOf(after.slice(start, after.length - end), start);
  return after.map((item, index) => {
    if (index < start) return index;
    if (index >= after.length - end) return index + shift;
    const uuid = uuidOf(item);
    const known = uuid !== null && news.has(uuid) ? olds.get(uuid) : undefined;
    if (known !== undefined) return known;
    const same = before[index];
    const sameUuid = same === undefined ? null : uuidOf(same);
    // Another payload stands there now: it has moved.
    const isTaken = sameUuid !== null && news.has(sameUuid);
    return shift === 0 && !isTaken ? index : null;
  });
}

/**
 * Where a place of one form of a value was in another: items of lists by {@link alignItems}, and never a payload in the place of another.
 * Null where that has no such place.
 *
 * @param path in `after`
 */
export function samePlace(before: PlistValue, after: PlistValue, path: KeyPath): KeyPath | null {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  const position = typeof step === "number" ? positionBefore(before, after, step) : step;
  if (position === null) return null;
  const [old, now] = [below(before, position), below(after, step)];
  if (old === null || now === null || !isSamePayload(old, now)) return null;
  const inner = samePlace(old, now, rest);
  return inner === null ? null : [position, ...inner];
}

function positionBefore(before: PlistValue, after: PlistValue, index: number): number | null {
  if (before.kind !== "array" || after.kind !== "array") return null;
  const position = alignItems(before.items, after.items)[index] ?? null;
  // Of two that look the same, one has gone: which of them is left is not known.
  const isOneOfSeveral =
    position !== null &&
    before.items.length !== after.items.length &&
    before.items.some((item, other) => other !== position && isSame(item, before.items[position]));
  return isOneOfSeveral ? null : position;
}

function below(value: PlistValue, step: string | number): PlistValue | null {
  if (value.kind === "dict" && typeof step === "string") return value.entries.get(step) ?? null;
  return value.kind === "array" && typeof step === "number" ? (value.items[step] ?? null) : null;
}

/** What names payloads says the same of both; values that are no payloads are named by nothing. */
function isSamePayload(a: PlistValue, b: PlistValue): boolean {
  if (a.kind !== "dict" || b.kind !== "dict") return true;
  return ["PayloadType", "PayloadUUID"].every((key) => textAt(a, key) === textAt(b, key));
}

/** Positions by UUID; one that stands twice names nothing. */
function uuidsOf(items: readonly PlistValue[], offset: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [index, item] of items.entries()) {
    const uuid = uuidOf(item);
    if (uuid === null) continue;
    if (found.has(uuid)) twice.add(uuid);
    found.set(uuid, offset + index);
  }
  for (const uuid of twice) found.delete(uuid);
  return found;
}

function uuidOf(item: PlistValue): string | null {
  return item.kind === "dict" ? textAt(item, "PayloadUUID") : null;
}

/** Whether both are written the same, order of keys included. */
function isSame(a: PlistValue | undefined, b: PlistValue | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.kind === "array" && b.kind === "array")
    return a.items.length === b.items.length && a.items.every((item, index) => isSame(item, b.items[index]));
  if (a.kind === "dict" && b.kind === "dict") return isSameDict(a, b);
  return isWrittenSame(a, b);
}

function isSameDict(a: PlistDict, b: PlistDict): boolean {
  if (a.entries.size !== b.entries.size) return false;
  const others = b.entries.entries();
  for (const [key, value] of a.entries) {
    const other = others.next().value;
    if (other === undefined || other[0] !== key || !isSame(value, other[1])) return false;
  }
  return true;
}
