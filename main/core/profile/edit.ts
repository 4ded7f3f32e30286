import { fromTypedJson } from "../plist/index.ts";
import type { PlistArray, PlistDict, PlistValue } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { DocumentEdit, KeyPath } from "./patch.ts";

/** The dictionary after an edit, and the edit that leads back. */
export type Edited = { readonly root: PlistDict; readonly inverse: DocumentEdit };

/**
 * Applies one edit. Everything beside the path is shared with the old document. Problems: `patch-path` when the place
 * does not exist, and those of `fromTypedJson` for the value.
 */
export function applyEdit(root: PlistDict, edit: DocumentEdit): Result<Edited> {
  const value =
    edit.edit === "remove" ? null : "exact" in edit ? succeed(edit.exact) : fromTypedJson(edit.value);
  if (value !== null && !value.ok) return value;
  const changed = change(root, edit, 0, value === null ? null : value.value);
  if (!changed.ok) return changed;
  const { value: next, inverse } = changed.value;
  return next.kind === "dict" ? succeed({ root: next, inverse }) : fail(noSuchPlace(edit.path));
}

type Change = { readonly value: PlistValue; readonly inverse: DocumentEdit };

function change(
  container: PlistValue,
  edit: DocumentEdit,
  depth: number,
  value: PlistValue | null,
): Result<Change> {
  const step = edit.path[depth];
  if (container.kind === "dict" && typeof step === "string") {
    return changeDict(container, step, edit, depth, value);
  }
  if (container.kind === "array" && typeof step === "number") {
    return changeArray(container, step, edit, depth, value);
  }
  return fail(noSuchPlace(edit.path));
}

function changeDict(
  dict: PlistDict,
  key: string,
  edit: DocumentEdit,
  depth: number,
  value: PlistValue | null,
): Result<Change> {
  const old = dict.entries.get(key);
  if (depth < edit.path.length - 1) {
    const inner = old === undefined ? fail(noSuchPlace(edit.path)) : change(old, edit, depth + 1, value);
    return inner.ok ? succeed({ ...inner.value, value: withEntry(dict, key, inner.value.value) }) : inner;
  }
  if (edit.edit === "put" && value !== null) {
    const inverse: DocumentEdit =
      old === undefined ? { edit: "remove", path: edit.path } : { edit: "put", path: edit.path, exact: old };
    return succeed({ value: withEntry(dict, key, value, edit.position), inverse });
  }
  if (edit.edit === "remove" && old !== undefined) {
    const position = [...dict.entries.keys()].indexOf(key);
    const entries = new Map(dict.entries);
    entries.delete(key);
    return succeed({
      value: { kind: "dict", entries },
      inverse: { edit: "put", path: edit.path, exact: old, position },
    });
  }
  return fail(noSuchPlace(edit.path));
}

function changeArray(
  array: PlistArray,
  index: number,
  edit: DocumentEdit,
  depth: number,
  value: PlistValue | null,
): Result<Change> {
  const old = array.items[index];
  if (depth < edit.path.length - 1) {
    const inner = old === undefined ? fail(noSuchPlace(edit.path)) : change(old, edit, depth + 1, value);
    return inner.ok ? succeed({ ...inner.value, value: spliced(array, index, 1, inner.value.value) }) : inner;
  }
  const { path } = edit;
  if (edit.edit === "put" && value !== null && old !== undefined) {
    return succeed({
      value: spliced(array, index, 1, value),
      inverse: { edit: "put", path, exact: old },
    });
  }
  if (edit.edit === "insert" && value !== null && index >= 0 && index <= array.items.length) {
    return succeed({ value: spliced(array, index, 0, value), inverse: { edit: "remove", path } });
  }
  if (edit.edit === "remove" && old !== undefined) {
    return succeed({
      value: spliced(array, index, 1),
      inverse: { edit: "insert", path, exact: old },
    });
  }
  return fail(noSuchPlace(path));
}

/** A key that exists keeps its place; a new one goes to `position`, else to the end. */
function withEntry(dict: PlistDict, key: string, value: PlistValue, position?: number): PlistDict {
  if (dict.entries.has(key) || position === undefined || position >= dict.entries.size) {
    return { kind: "dict", entries: new Map([...dict.entries, [key, value]]) };
  }
  const entries = [...dict.entries];
  entries.splice(Math.max(0, position), 0, [key, value]);
  return { kind: "dict", entries: new Map(entries) };
}

function spliced(
  array: PlistArray,
  index: number,
  remove: number,
  ...insert: readonly PlistValue[]
): PlistArray {
  return { kind: "array", items: array.items.toSpliced(index, remove, ...insert) };
}

/** The problem for a path that leads nowhere. */
export function noSuchPlace(path: KeyPath): Problem {
  return {
    code: "patch-path",
    title: "The change does not fit this profile.",
    detail: `There is no place ${path.join(".") || "(root)"} that it could apply to.`,
    fix: "Open the profile again, then repeat the change.",
  };
}
