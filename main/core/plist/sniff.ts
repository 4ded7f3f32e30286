import type { Problem } from "../problem.ts";
import { maximumBytes } from "./limits.ts";
import { signedDamage } from "./signed-damage.ts";

/** What the first bytes of a file say about its format. */
export type Sniffed =
  | { readonly format: "xml" | "binary" }
  | { readonly format: "other"; readonly problem: Problem };

/** Tells XML and binary property lists from each other and names what is neither. Texts are judged after decoding (`text-kinds.ts`). */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0)
    return other("plist-empty", "The file is empty.", "It has no content at all.", exportAgain);
  if (bytes.length > maximumBytes) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    return other(
      "plist-too-large",
      "The file is too large for a profile.",
      `It has ${size} MB; the limit is ${maximumBytes / 1024 / 1024} MB.`,
      "Choose a profile. Real ones are a few kilobytes.",
    );
  }
  const head = latin1(bytes.subarray(0, 64));
  if (head.startsWith("bplist")) return binary(head);
  if (head.startsWith("\x1f\x8b")) {
    return other(
      "plist-is-gzip",
      "This is a gzip archive, not a profile.",
      "It begins with the bytes 1F 8B.",
      "Unpack it first (gunzip), then open what is inside.",
    );
  }
  if (head.startsWith("PK\x03\x04")) {
    return other(
      "plist-is-zip",
      "This is a zip archive, not a profile.",
      "It begins with PK.",
      "Unpack it first, then open the profile inside.",
    );
  }
  if (isSigned(bytes, head)) {
    return other(
      "plist-is-signed",
      "The profile is signed, and its content has not been taken out.",
      "It begins like a CMS signature.",
      "Take the signature off first: latchkey unsign IN -o OUT.",
    );
  }
  const known = knownBeginning(head);
  if (known !== null) return known;
  const damage = signedDamage(bytes);
  if (damage !== null) return { format: "other", problem: damage };
  return { format: "xml" };
}

const exportAgain = "Export or download the profile again.";

/** Files of other kinds that are named like profiles by mistake. */
function knownBeginning(head: string): Sniffed | null {
  for (const [start, code, name] of beginnings) {
    if (!head.startsWith(start)) continue;
    const seen = `It begins with ${JSON.stringify(printable(start))}.`;
    return other(
      code,
      `This is ${name}, not a profile.`,
      seen,
      "Choose the profile itself, a .mobileconfig or .plist file.",
    );
  }
  return null;
}

const beginnings: readonly (readonly [start: string, code: string, name: string])[] = [
  ["%PDF-", "plist-is-pdf", "a PDF document"],
  ["xar!", "plist-is-package", "an installer package"],
  ["\u0089PNG", "plist-is-picture", "a picture"],
  ["\u00ff\u00d8\u00ff", "plist-is-picture", "a picture"],
  ["\u00d0\u00cf\u0011\u00e0", "plist-is-office", "a document of Office"],
];

function binary(head: string): Sniffed {
  const version = head.slice(6, 8);
  if (version === "00" || version === "01") return { format: "binary" };
  return other(
    "binary-unsupported",
    "This version of the binary property list is not known.",
    `It begins with ${JSON.stringify(printable(head.slice(0, 8)))}; files begin with bplist00.`,
    "Convert it on a Mac: plutil -convert xml1 FILE.",
  );
}

/** CMS as PEM, or as DER or BER: a SEQUENCE that soon holds the object identifier signedData (1.2.840.113549.1.7.2). */
function isSigned(bytes: Uint8Array, head: string): boolean {
  if (/^\s*-----BEGIN (PKCS7|CMS)-----/.test(head)) return true;
  return bytes[0] === 0x30 && head.slice(0, 24).includes("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02");
}

function other(code: string, title: string, detail: string, fix: string): Sniffed {
  return { format: "other", problem: problem(code, title, detail, fix) };
}

function problem(code: string, title: string, detail: string, fix: string): Problem {
  return { code, title, detail, fix, at: { line: 1, column: 1 } };
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, "·");
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
