import type { PlistValue } from "../plist/value.ts";
import type { ProfileDocument } from "./document.ts";
import { isSecretSetting } from "./secret-setting.ts";
import { type DocumentPlace, replaceValues } from "./walk-document.ts";

/** A value that was left out of a copy of a document, or that is still missing in one. */
export type LeftOut = DocumentPlace;

/**
 * A copy without secrets (`isSecretSetting`), for a disk that outlives the work.
 *
 * @param mark stands where a value was, in its kind where that can hold a text; has to be one that no file holds
 */
export function leaveOutSecrets(document: ProfileDocument, mark: string): ProfileDocument {
  return replaceValues(document, (value, { domain, keyPath }) => {
    if (isMark(value, mark) || isEmpty(value)) return null;
    return isSecretSetting(domain, keyPath, value) ? markLike(value, mark) : null;
  });
}

/** The places where the mark still stands. */
export function leftOutIn(document: ProfileDocument, mark: string): readonly LeftOut[] {
  const found: LeftOut[] = [];
  replaceValues(document, (value, place) => {
    if (!isMark(value, mark)) return null;
    found.push(place);
    return value;
  });
  return found;
}

function isEmpty(value: PlistValue): boolean {
  if (value.kind === "string") return value.value === "";
  if (value.kind === "data") return value.bytes.length === 0;
  return value.kind === "array" && value.items.length === 0;
}

function markLike(value: PlistValue, mark: string): PlistValue {
  if (value.kind === "data") return { kind: "data", bytes: new TextEncoder().encode(mark) };
  const text: PlistValue = { kind: "string", value: mark };
  return value.kind === "array" ? { kind: "array", items: [text] } : text;
}

function isMark(value: PlistValue, mark: string): boolean {
  if (value.kind === "string") return value.value === mark;
  if (value.kind === "data")
    return value.bytes.length === mark.length && new TextDecoder("latin1").decode(value.bytes) === mark;
  const [only] = value.kind === "array" ? value.items : [];
  return value.kind === "array" && value.items.length === 1 && only?.kind === "string" && only.value === mark;
}
