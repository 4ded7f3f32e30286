/**
 * Encodings of one byte per character, decoded here: platform decoders read `iso-8859-1` as Windows-1252 (as web pages
 * need it), and some Node versions read Windows-1252 as ISO 8859-1.
 *
 * @returns the text; null for bytes that the encoding does not have; undefined for other encodings
 */
export function decodeSingleByte(label: string, bytes: Uint8Array): string | null | undefined {
  if (/^(us-)?ascii$/.test(label)) return bytes.some((byte) => byte > 0x7f) ? null : decode(bytes, "");
  if (/^(iso-?8859-1|latin-?1)$/.test(label)) return decode(bytes, "");
  return /^(windows-1252|cp1252)$/.test(label) ? decode(bytes, windows1252) : undefined;
}

/** The characters of bytes 0x80 to 0x9F in Windows-1252; the five unused ones stand for themselves. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function decode(bytes: Uint8Array, upper: string): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 4096) {
    const codes = [...bytes.subarray(start, start + 4096)].map(
      (byte) => upper.charCodeAt(byte - 0x80) || byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join("");
}
