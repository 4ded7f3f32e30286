import type { TypedValue } from "../../../preload/contract.ts";
import { firstItem, firstValue, readTypedText, type TypedAs, wantedFor } from "../../core/entry/index.ts";
import { describeKey } from "../../core/keys/index.ts";
import type { TypedJson } from "../../core/plist/typed-json.ts";
import { fail, type Problem, type Result } from "../../core/problem.ts";
import { identityFields } from "../../core/profile/identity-fields.ts";
import { describeProfile } from "../../core/profile/index.ts";
import { writeKeyPath } from "../../core/profile/key-path.ts";
import type { KeyPath, PayloadAddress } from "../../core/profile/patch.ts";
import { placeSetting, removeSetting } from "../../core/profile/place-setting.ts";
import { knownProvider } from "../../core/profile/provider-settings.ts";
import type { Provider } from "../../core/provider.ts";
import { edit, type OpenDocument } from "./open-document.ts";

/** What is wrong with a typed text, or the value that it is. Problems as `readTypedText`. */
export function readTyped({ payload, path, type, text }: TypedValue): Result<TypedJson> {
  return readTypedText(text, wantedFor(payload.domain, writeKeyPath(path), type));
}

/** Stores a typed text. Problems: those of `readTypedText`, `placeSetting` and `applyPatch`; the document then stays. */
export function enterValue(open: OpenDocument, typed: TypedValue): Result<OpenDocument> {
  const value = readTyped(typed);
  return value.ok ? place(open, typed.payload, typed.path, value.value) : value;
}

/** Adds a key, or an item of a list, with its first value. Problems: `key-there`, and those of `placeSetting`. */
export function addKey(open: OpenDocument, payload: PayloadAddress, path: KeyPath): Result<OpenDocument> {
  if (valueAt(open, payload, path) !== undefined) return fail(alreadyThere(writeKeyPath(path)));
  return place(open, payload, path, beginning(open, payload.domain, path));
}

/** Adds a key that the catalogue need not have. Problems: `key-there`, and those of `readTypedText` and `placeSetting`. */
export function addByHand(
  open: OpenDocument,
  { payload, path, type, text }: Omit<TypedValue, "type"> & { readonly type: TypedAs | "array" | "dict" },
): Result<OpenDocument> {
  if (valueAt(open, payload, path) !== undefined) return fail(alreadyThere(writeKeyPath(path)));
  if (type === "array") return place(open, payload, path, []);
  if (type === "dict") return place(open, payload, path, {});
  const value = readTypedText(text, { type });
  return value.ok ? place(open, payload, path, value.value) : value;
}

/** Takes a key away. Problem: `patch-path` where it is not there. */
export function removeKey(open: OpenDocument, payload: PayloadAddress, path: KeyPath): Result<OpenDocument> {
  return edit(open, removeSetting(open.document, payload, path));
}

function place(
  open: OpenDocument,
  payload: PayloadAddress,
  path: KeyPath,
  value: TypedJson,
): Result<OpenDocument> {
  const patch = placeSetting(open.document, payload, path, value);
  return patch.ok ? edit(open, patch.value) : patch;
}

function beginning(open: OpenDocument, domain: string, path: KeyPath): TypedJson {
  if (typeof path.at(-1) === "number") {
    const list = describeKey(domain, writeKeyPath(path.slice(0, -1)));
    return list?.items === "dict" ? firstItem(list) : "";
  }
  const key = describeKey(domain, writeKeyPath(path));
  return key === null ? "" : firstValue(key, providerIn(open));
}

function providerIn(open: OpenDocument): Provider | null {
  const provider = identityFields(describeProfile(open.document).payloads).find(
    ({ id }) => id === "provider",
  );
  const named = provider?.places.find(({ value }) => value !== null)?.value ?? null;
  return named === null ? null : knownProvider(named);
}

function valueAt(open: OpenDocument, { domain, index = 0 }: PayloadAddress, path: KeyPath): unknown {
  const payloads = describeProfile(open.document).payloads.filter((payload) => payload.domain === domain);
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    const name = typeof step === "string" && step.startsWith("$") ? `$${step}` : step;
    return Object.hasOwn(value, name) ? (value as Record<string | number, unknown>)[name] : undefined;
  }, payloads[index]?.values);
}

function alreadyThere(keyPath: string): Problem {
  return {
    code: "key-there",
    title: `${keyPath} is in the file already.`,
    detail: "Adding it again would take its value away.",
    fix: "Change the value that is there.",
  };
}
