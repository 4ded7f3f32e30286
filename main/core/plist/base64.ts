const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** `=` */
const padding = 0x3d;
const decodeTable = buildDecodeTable();

/** Base64 (RFC 4648, section 4) with padding and without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  // Characters are collected as bytes: joining as many short strings takes forty times as long.
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1] ?? 0;
    const c = bytes[i + 2] ?? 0;
    text[length++] = alphabet.charCodeAt(a >> 2);
    text[length++] = alphabet.charCodeAt(((a & 3) << 4) | (b >> 4));
    text[length++] = i + 1 < bytes.length ? alphabet.charCodeAt(((b & 15) << 2) | (c >> 6)) : padding;
    text[length++] = i + 2 < bytes.length ? alphabet.charCodeAt(c & 63) : padding;
  }
  return new TextDecoder().decode(text);
}

/**
 * Decodes Base64 as it stands in property lists: blanks and line breaks anywhere, padding at the end.
 *
 * Anything else (another character, a character after the padding, a length that leaves bits over) gives null. Readers
 * that skip such characters turn a damaged certificate or licence into other bytes without a word.
 */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let pending = 0;
  let digits = 0;
  let paddings = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    if (code === padding) {
      paddings++;
      continue;
    }
    const digit = decodeTable[code] ?? -1;
    if (digit < 0 || paddings > 0) return null;
    digits++;
    bits = (bits << 6) | digit;
    pending += 6;
    if (pending >= 8) {
      pending -= 8;
      bytes[length++] = (bits >> pending) & 0xff;
      bits &= (1 << pending) - 1;
    }
  }
  const complete = (digits + paddings) % 4 === 0 && paddings <= 2 && digits % 4 !== 1;
  return complete ? bytes.slice(0, length) : null;
}

/**
 * Decodes Base64 whose padding is not right, as macOS does: `=` counts as a digit of value 0, and a group of four digits gives
 * one byte less for each `=` at its end (CFPropertyList.c, `__CFPLDataDecode`). So `AAAA=` is three bytes, and two texts may stand
 * one behind the other. Null where macOS would drop digits (`AAE` without its `=`) or mix them with padding, and for characters that
 * are none of Base64.
 */
export function decodeLoosePadding(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let digits = 0;
  let paddings = 0;
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    const digit = code === padding ? 0 : (decodeTable[code] ?? -1);
    // A digit behind a `=` in one group of four: the text has slipped, and macOS would read other bytes than were meant.
    if (digit < 0 || (code !== padding && paddings > 0 && digits % 4 !== 0)) return null;
    paddings = code === padding ? paddings + 1 : 0;
    if (code !== padding) open += 1;
    bits = ((bits << 6) | digit) & 0xff_ff_ff;
    digits += 1;
    if (digits % 4 !== 0) continue;
    bytes[length++] = bits >> 16;
    if (paddings < 2) bytes[length++] = (bits >> 8) & 0xff;
    if (paddings < 1) bytes[length++] = bits & 0xff;
    open = 0;
  }
  return open === 0 ? bytes.slice(0, length) : null;
}

function buildDecodeTable(): Int8Array {
  const table = new Int8Array(128).fill(-1);
  for (let i = 0; i < alphabet.length; i++) table[alphabet.charCodeAt(i)] = i;
  return table;
}
