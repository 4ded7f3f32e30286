import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { readBinaryPlist } from "./binary/read.ts";
import { sniff } from "./sniff.ts";
import { decodeText } from "./text/decode.ts";
import { textProblem } from "./text-kinds.ts";
import type { PlistValue } from "./value.ts";
import type { OnText } from "./xml/document.ts";
import { readXmlPlist, type XmlReading } from "./xml/read.ts";

export { writeBinaryPlist } from "./binary/write.ts";
export { countValues } from "./count.ts";
export { equalValues } from "./equal.ts";
export { fromOrderedJson, toOrderedJson } from "./ordered-json.ts";
export { holdsComment, holdsXmlComment, rewriteXmlPlist } from "./rewrite.ts";
export type { TypedJson } from "./typed-json.ts";
export { fromTypedJson } from "./typed-json-read.ts";
export { dictToTypedJson, toTypedJson } from "./typed-json-write.ts";
export type * from "./value.ts";
export { problemAt } from "./xml/problem.ts";
export {
  isWrittenSame,
  type SourcePlace,
  unwritablePath,
  type WrittenSource,
  writeXmlPlist,
  writeXmlSource,
} from "./xml/write.ts";

/** A property list as read: its value, how it was stored, and remarks about what the reader had to decide. */
export type PlistReading = {
  readonly value: PlistValue;
  readonly encoding: "xml" | "binary";
  /** For example a key that stands twice in one dictionary. The value is usable; the file deserves a look. */
  readonly notices: readonly Problem[];
};

/**
 * Reads an XML or binary property list of any of the encodings that XML allows. Signed files must be unwrapped first.
 * Each failure is one problem; for text with line and column in `at`.
 */
export function readPlist(bytes: Uint8Array): Result<PlistReading> {
  const sniffed = sniff(bytes);
  if (sniffed.format === "other") return fail(sniffed.problem);
  if (sniffed.format === "binary") {
    const result = readBinaryPlist(bytes);
    return result.ok ? succeed({ encoding: "binary", ...result.value }) : result;
  }
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const foreign = textProblem(text.value);
  if (foreign !== null) return fail(foreign);
  const result = readXmlPlist(text.value);
  return result.ok ? succeed({ encoding: "xml", ...result.value }) : result;
}

/** A text that was typed: as {@link readPlist} does of XML, whatever encoding the text says it has. */
export function readPlistText(text: string, onText?: OnText): Result<XmlReading> {
  const foreign = textProblem(text);
  return foreign === null ? readXmlPlist(text, onText) : fail(foreign);
}
