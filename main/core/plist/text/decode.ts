import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { decodeSingleByte } from "./single-byte.ts";
import { decodeUtf32 } from "./utf-32.ts";

/** How the bytes of a text are to be read, and where the text begins (after a byte order mark). */
type Encoding = {
  readonly name: "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";
  readonly skip: number;
};

/**
 * Decodes an XML file: a byte order mark decides, else the pattern of the first bytes (XML 1.0, appendix F), else the
 * encoding that the XML declaration names, else UTF-8. Bytes that do not fit the encoding give the problem
 * `encoding-invalid` with line and column, an encoding nobody knows `encoding-unknown`.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const encoding = sniff(bytes);
  const content = bytes.subarray(encoding.skip);
  if (encoding.name === "utf-32le" || encoding.name === "utf-32be") {
    const text = decodeUtf32(content, encoding.name === "utf-32le");
    return text === null ? fail(notDecodable("UTF-32", bytes)) : succeed(text);
  }
  const label = encoding.name === "utf-8" && encoding.skip === 0 ? declaredEncoding(content) : encoding.name;
  return decodeAs(label, content);
}

function sniff(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: "utf-8", skip: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { name: "utf-32le", skip: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { name: "utf-32be", skip: 4 };
  if (a === 0xff && b === 0xfe) return { name: "utf-16le", skip: 2 };
  if (a === 0xfe && b === 0xff) return { name: "utf-16be", skip: 2 };
  if (a !== 0 && b === 0 && c === 0 && d === 0) return { name: "utf-32le", skip: 0 };
  if (a === 0 && b === 0 && c === 0 && d !== undefined && d !== 0) return { name: "utf-32be", skip: 0 };
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return { name: "utf-16le", skip: 0 };
  if (a === 0 && b !== undefined && b !== 0 && c === 0) return { name: "utf-16be", skip: 0 };
  return { name: "utf-8", skip: 0 };
}

/**
 * The encoding that the declaration names, for files whose bytes are ASCII at least. A declaration of UTF-16 in such a
 * file is wrong by the bytes themselves, so UTF-8 is tried.
 */
function declaredEncoding(content: Uint8Array): string {
  let head = "";
  for (const byte of content.subarray(0, 200)) head += String.fromCharCode(byte);
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head)?.[1];
  return label === undefined || /^(utf-?(16|32)|ucs-?[24])/i.test(label) ? "utf-8" : label.toLowerCase();
}

function decodeAs(label: string, content: Uint8Array): Result<string> {
  const singleByte = decodeSingleByte(label, content);
  if (singleByte !== undefined) {
    return singleByte === null ? fail(notDecodable(label.toUpperCase(), content)) : succeed(singleByte);
  }
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return fail({
      code: "encoding-unknown",
      title: "The file names a text encoding that is not known.",
      detail: `The XML declaration says encoding="${label}".`,
      fix: 'Save the file as UTF-8 and write encoding="UTF-8" in its first line.',
      at: { line: 1, column: 1 },
    });
  }
  try {
    return succeed(decoder.decode(content));
  } catch {
    return fail(notDecodable(label.toUpperCase(), content));
  }
}

function notDecodable(name: string, bytes: Uint8Array): Problem {
  const problem = {
    code: "encoding-invalid",
    title: `The file is not valid ${name} text.`,
    fix: "Open the file in an editor, save it as UTF-8 and try again.",
  };
  const at = name === "UTF-8" ? firstInvalidUtf8(bytes) : null;
  if (at === null) return { ...problem, detail: `Some bytes do not form ${name} characters.` };
  return { ...problem, detail: "These bytes form no character.", at };
}

/** Finds the line and column (counted in characters) of the first bytes that are not UTF-8, by halving. */
function firstInvalidUtf8(bytes: Uint8Array): { line: number; column: number } | null {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const column = invalidColumn(bytes.subarray(start, end));
    if (column !== null) return { line, column };
    start = end;
    line++;
  }
  return null;
}

function invalidColumn(line: Uint8Array): number | null {
  if (decodesAsUtf8(line)) return null;
  let good = 0;
  let bad = line.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // A prefix that ends inside a character is not yet wrong: the next three bytes may complete it.
    const whole = [0, 1, 2, 3].some(
      (more) => middle + more <= line.length && decodesAsUtf8(line.subarray(0, middle + more)),
    );
    if (whole) good = middle;
    else bad = middle;
  }
  for (let end = good; end >= 0; end--) {
    const text = decodeUtf8(line.subarray(0, end));
    if (text !== null) return text.length + 1;
  }
  return 1;
}

function decodesAsUtf8(bytes: Uint8Array): boolean {
  return decodeUtf8(bytes) !== null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
