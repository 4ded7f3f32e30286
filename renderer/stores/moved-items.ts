import type { KeyPath, KeyView, PayloadAddress, ProfileView, TypedJson } from "../../preload/contract.ts";
import { valueUnder } from "../text/typed-value.ts";

/** Where a value stands or would stand. */
export type Place = { readonly payload: PayloadAddress; readonly path: KeyPath };

/**
 * Where a place in a profile has gone with an edit: the items of a list are known by their position, and move when one before them
 * is removed or comes back.
 *
 * @param removed the item that was just removed, where that is known: of two items that are the same it tells which one is gone
 * @returns null where the item, or the list that held it, is gone
 */
export function movedPlace(
  place: Place,
  before: ProfileView,
  after: ProfileView,
  removed: Place | null,
): Place | null {
  const old = rowOf(before, place);
  if (old === null || !place.path.some((step) => typeof step === "number")) return place;
  const now = rowOf(after, place);
  if (now === null) return null;
  const isHere = removed !== null && isSamePayload(removed.payload, place.payload);
  const path = movedPath(place.path.slice(old.path.length), old.value, now.value, {
    at: old.path,
    removed: isHere ? removed.path : null,
  });
  return path === null ? null : { payload: place.payload, path: [...old.path, ...path] };
}

type Around = { readonly at: KeyPath; readonly removed: KeyPath | null };

function movedPath(path: KeyPath, before: TypedJson, after: TypedJson, around: Around): KeyPath | null {
  const [step, ...rest] = path;
  if (step === undefined) return path;
  if (typeof step === "string") {
    const [old, now] = [valueUnder(before, step), valueUnder(after, step)];
    if (old === null || now === null) return path;
    const moved = movedPath(rest, old, now, { ...around, at: [...around.at, step] });
    return moved === null ? null : [step, ...moved];
  }
  if (!isList(before) || !isList(after)) return path;
  const index = movedIndex(step, before, after, removedIndex(around));
  const [old, now] = [before[step], index === null ? undefined : after[index]];
  if (index === null) return null;
  if (old === undefined || now === undefined) return [index, ...rest];
  const moved = movedPath(rest, old, now, { ...around, at: [...around.at, step] });
  return moved === null ? null : [index, ...moved];
}

function movedIndex(
  index: number,
  before: readonly TypedJson[],
  after: readonly TypedJson[],
  removed: number | null,
): number | null {
  const difference = after.length - before.length;
  if (difference === 0 || index >= before.length) return index;
  const isThatOne =
    removed !== null && areSame(after, [...before.slice(0, removed), ...before.slice(removed + 1)]);
  const start = isThatOne ? removed : sameAtStart(before, after);
  const end = isThatOne ? removed + 1 : before.length - sameAtEnd(before, after, start);
  if (index < start) return index;
  if (index >= end) return index + difference;
  return index < after.length - (before.length - end) ? index : null;
}

function removedIndex({ at, removed }: Around): number | null {
  const last = removed?.at(-1);
  return typeof last === "number" && areSame(removed?.slice(0, -1) ?? [], at) ? last : null;
}

function sameAtStart(before: readonly TypedJson[], after: readonly TypedJson[]): number {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && areSame(before[same], after[same])) same += 1;
  return same;
}

/** How many are the same at the end, without those that are already counted at the start. */
function sameAtEnd(before: readonly TypedJson[], after: readonly TypedJson[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let same = 0;
  while (same < most && areSame(before.at(-1 - same), after.at(-1 - same))) same += 1;
  return same;
}

/** The row that holds a place: dictionaries are opened to rows, a list is one row. */
function rowOf(view: ProfileView, { payload, path }: Place): KeyView | null {
  const rows = view.payloads
    .filter(({ address }) => address !== null && isSamePayload(address, payload))
    .flatMap(({ keys }) => keys);
  return rows.find((row) => areSame(row.path, path.slice(0, row.path.length))) ?? null;
}

function isSamePayload(a: PayloadAddress, b: PayloadAddress): boolean {
  return a.domain === b.domain && (a.index ?? 0) === (b.index ?? 0);
}

function isList(value: TypedJson): value is readonly TypedJson[] {
  return Array.isArray(value);
}

/** Plain data that says the same. */
function areSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
