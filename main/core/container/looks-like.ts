import { decodeBase64 } from "../plist/base64.ts";

/** What the beginning of a text or of bytes promises to be. Cheap: a few characters are looked at. */
export type Beginning = "xml" | "binary" | "signed" | "escaped" | "base64" | "json" | null;

/** How much of a beginning is looked at: enough to see through Base64 of Base64. */
const looked = 400;

/** What a text begins like; blanks and a byte order mark before it do not count. */
export function textBegins(text: string): Beginning {
  const start = /^[\s\ufeff"']*/.exec(text.slice(0, 200))?.[0].length ?? 0;
  const head = text.slice(start, start + 64);
  if (/^<(\?xml|!DOCTYPE\s+plist|plist|dict|key)\b/.test(head)) return "xml";
  if (/^&(amp;)*lt;(\?xml|!DOCTYPE\s+plist|plist|dict)/.test(head)) return "escaped";
  if (/^[{[]/.test(head)) return "json";
  return base64Begins(text) === null ? null : "base64";
}

/** What the bytes begin like that a text holds as Base64; null where it is none, or of something unknown. */
export function base64Begins(text: string): Beginning {
  const digits = /^[\s\ufeff"']*(?:data:[\w./+-]{1,60};base64,)?([A-Za-z0-9+/_-]{16,})/.exec(
    text.slice(0, looked),
  )?.[1];
  if (digits === undefined) return null;
  const whole = digits.slice(0, digits.length - (digits.length % 4));
  const bytes = decodeBase64(plainAlphabet(whole));
  return bytes === null ? null : bytesBegin(bytes);
}

/** Base64 for URLs and file names has two letters of its own (RFC 4648, section 5). */
export function plainAlphabet(text: string): string {
  return text.replaceAll("-", "+").replaceAll("_", "/");
}

/** What bytes begin like, without regard to what they are inside. */
export function bytesBegin(bytes: Uint8Array): Beginning {
  if (isSignedData(bytes)) return "signed";
  const head = String.fromCharCode(...bytes.subarray(0, looked));
  if (head.startsWith("bplist")) return "binary";
  // UTF-16 has a zero beside each letter of the beginning.
  const letters = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").replaceAll("\0", "");
  return textBegins(letters);
}

/** CMS SignedData in DER or BER: a SEQUENCE that soon holds the object identifier 1.2.840.113549.1.7.2 (RFC 5652, section 3). */
export function isSignedData(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const head = String.fromCharCode(...bytes.subarray(0, 24));
  return head.includes("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02");
}

/**
 * How many bytes the outermost element of DER says it has, header included; null for BER with an indefinite length and for what
 * breaks off.
 */
export function statedLength(bytes: Uint8Array): number | null {
  const first = bytes[1];
  if (first === undefined || first === 0x80 || first > 0x84) return null;
  if (first < 0x80) return 2 + first;
  const size = first & 0x7f;
  let length = 0;
  for (let at = 2; at < 2 + size; at += 1) length = length * 256 + (bytes[at] ?? 0);
  return 2 + size + length;
}
