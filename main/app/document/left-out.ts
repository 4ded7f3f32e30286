import type { LeftOutView, PayloadView, SettleInput } from "../../../preload/contract.ts";
import type { Finding } from "../../core/finding.ts";
import { describeKey } from "../../core/keys/index.ts";
import { decodeBase64, encodeBase64 } from "../../core/plist/base64.ts";
import type { TypedJson } from "../../core/plist/typed-json.ts";
import type { PlistValue } from "../../core/plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type LeftOut, leaveOutSecrets, leftOutIn, type ProfileDocument } from "../../core/profile/index.ts";
import type { DocumentEdit, KeyPath, ProfilePatch } from "../../core/profile/patch.ts";
import { samePlace } from "../../core/profile/source/align-items.ts";
import { displayText } from "./key-rows.ts";
import type { OpenDocument } from "./open-document.ts";

/** What screens show in the place of a value that a draft had left out. */
export const leftOutText = "•••••• (left out of the draft)";

/** The values as the page lists them. */
export function leftOutViews(leftOut: readonly LeftOut[]): readonly LeftOutView[] {
  return leftOut.map((one) => ({
    ...one,
    title: describeKey(one.domain ?? "", one.keyPath)?.title ?? null,
  }));
}

/**
 * Marks the rows of a payload whose values were left out, and the places inside its lists.
 *
 * @param mark stands in the document where a value was left out
 */
export function withLeftOut(payload: PayloadView, leftOut: readonly LeftOut[], mark: string): PayloadView {
  const paths = leftOut.flatMap(({ domain, keyPath }) =>
    domain === (payload.domain ?? payload.type) ? [keyPath] : [],
  );
  if (paths.length === 0) return payload;
  const marks = [mark, encodeBase64(new TextEncoder().encode(mark))];
  return {
    ...payload,
    keys: payload.keys.map((key) => {
      if (paths.includes(key.keyPath))
        return { ...key, value: "", display: leftOutText, secret: true, leftOut: true };
      if (!paths.some((path) => path.startsWith(`${key.keyPath}[`))) return key;
      const value = withoutMarks(key.value, marks);
      return { ...key, value, display: displayText(value) };
    }),
  };
}

/** A list as it is shown: a mark inside it is that of a secret. */
function withoutMarks(value: TypedJson, marks: readonly string[]): TypedJson {
  if (typeof value === "string") return marks.includes(value) ? { $secret: true } : value;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const items: readonly TypedJson[] = value;
    return items.map((item) => withoutMarks(item, marks));
  }
  const entries: readonly (readonly [string, TypedJson])[] = Object.entries(value);
  const [data] = entries;
  if (data?.[0] === "$data" && typeof data[1] === "string" && marks.includes(data[1]))
    return { $secret: true };
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutMarks(inner, marks)]));
}

/** Nothing is said about a value that nobody knows. */
export function findingsBeside(
  findings: readonly Finding[] | null,
  leftOut: readonly LeftOut[],
): readonly Finding[] | null {
  if (findings === null || leftOut.length === 0) return findings;
  return findings.filter(
    ({ where }) => !leftOut.some((one) => one.domain === where.domain && one.keyPath === where.keyPath),
  );
}

/** The document where it is whole. Problem: `values-left-out`, which names them. */
export function wholeDocument(open: OpenDocument): Result<OpenDocument> {
  const missing = leftOutViews(leftOutIn(open.document, open.mark));
  return missing.length === 0 ? succeed(open) : fail(valuesLeftOut(missing));
}

function valuesLeftOut(missing: readonly LeftOutView[]): Problem {
  const names = missing.slice(0, 3).map(({ title, keyPath }) => title ?? keyPath);
  const rest = missing.length > 3 ? ` and ${missing.length - 3} more` : "";
  return {
    code: "values-left-out",
    title:
      missing.length === 1
        ? "A value is missing that the draft had left out."
        : `${missing.length} values are missing that the draft had left out.`,
    detail: `${names.join(", ")}${rest}. Drafts hold no secrets.`,
    fix: "Enter each again, take it from the file on disk, or remove it.",
  };
}

/** The patch that settles values which a draft had left out. `file` is the one that they are taken from. */
export function settlePatch(
  open: OpenDocument,
  input: SettleInput,
  file: ProfileDocument | null,
): Result<ProfilePatch> {
  const missing = leftOutIn(open.document, open.mark);
  const wanted = missing.filter(({ path }) => input.path === null || isSamePath(path, input.path));
  if (wanted.length === 0) return fail(notLeftOut);
  const edits: DocumentEdit[] = [];
  for (const { path } of wanted) {
    const edit =
      input.how === "remove" ? succeed<DocumentEdit>({ edit: "remove", path }) : put(open, path, input, file);
    if (edit.ok) edits.push(edit.value);
    else if (input.path !== null) return edit;
  }
  return edits.length === 0 ? fail(notInFile) : succeed({ op: "edit", edits });
}

function put(
  open: OpenDocument,
  path: KeyPath,
  input: SettleInput,
  file: ProfileDocument | null,
): Result<DocumentEdit> {
  if (input.how === "text") {
    const value = typed(valueAt(open.document.root, path), input.text);
    return value.ok ? succeed({ edit: "put", path, value: value.value }) : value;
  }
  const found = file === null ? null : valueAtSamePlace(open, file, path);
  return found === null ? fail(notInFile) : succeed({ edit: "put", path, exact: found });
}

/** A text in the kind of the value that it stands for. */
function typed(mark: PlistValue | null, text: string): Result<TypedJson> {
  if (mark?.kind === "array") return succeed([text]);
  if (mark?.kind !== "data") return succeed(text);
  const bytes = decodeBase64(text.replace(/\s+/g, ""));
  return bytes === null ? fail(notBase64) : succeed({ $data: encodeBase64(bytes) });
}

/** The value at a place of a document; null where there is none. */
export function valueAt(root: PlistValue, path: KeyPath): PlistValue | null {
  let value: PlistValue | undefined = root;
  for (const step of path) {
    if (value?.kind === "dict" && typeof step === "string") value = value.entries.get(step);
    else if (value?.kind === "array" && typeof step === "number") value = value.items[step];
    else return null;
  }
  return value ?? null;
}

/** The value of the file at the place of the draft's; null where the file has none, or nobody can tell which it is. */
function valueAtSamePlace(open: OpenDocument, file: ProfileDocument, path: KeyPath): PlistValue | null {
  const there = samePlace(leaveOutSecrets(file, open.mark).root, open.document.root, path);
  return there === null ? null : valueAt(file.root, there);
}

function isSamePath(a: KeyPath, b: KeyPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

const notLeftOut: Problem = {
  code: "left-out-elsewhere",
  title: "No value is missing at this place.",
  detail: "The draft left none out here, or it is there again.",
  fix: "Look at the list of missing values again.",
};

const notInFile: Problem = {
  code: "left-out-elsewhere",
  title: "The file does not hold this value.",
  detail: "At the same place in it there is nothing: it is another file, or was changed since.",
  fix: "Choose the file that the draft was made of, enter the value again, or remove it.",
};

const notBase64: Problem = {
  code: "left-out-not-base64",
  title: "This is not Base64.",
  detail: "The value is data, which is entered as Base64 text.",
  fix: "Take it from the file on disk, or paste it as Base64.",
};
