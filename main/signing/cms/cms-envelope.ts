/** OID 1.2.840.113549.1.7 (pkcs-7), without the last arc. */
const pkcs7Prefix = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07] as const;
const signedDataArc = 2;

/** Text labels of RFC 7468 §8 and §9; `PKCS7` is what OpenSSL's smime command writes. */
const pemLabels = ["CMS", "PKCS7", "PKCS #7 SIGNED DATA"] as const;

/** Armour may follow lines of explanatory text (RFC 7468 §2), but nobody writes more than this of it. */
const armourWithin = 4096;

/** What the first bytes say: signed CMS, another CMS type (encrypted, digested, …), or not CMS at all. */
export type CmsKind = "signed" | "other" | "none";

/**
 * Recognizes CMS by structure, never by file name: `SEQUENCE { OBJECT IDENTIFIER pkcs-7 … }` with a definite or an
 * indefinite length (RFC 5652 §3). Costs a few byte comparisons, so that every file can be asked.
 */
export function cmsKind(ber: Uint8Array): CmsKind {
  if (ber[0] !== 0x30) return "none";
  const start = contentStart(ber);
  if (start === null || ber[start] !== 0x06 || ber[start + 1] !== pkcs7Prefix.length + 1) return "none";
  const matches = pkcs7Prefix.every((byte, index) => ber[start + 2 + index] === byte);
  if (!matches) return "none";
  return ber[start + 2 + pkcs7Prefix.length] === signedDataArc ? "signed" : "other";
}

/** Offset of the first content byte of the outermost element. */
function contentStart(ber: Uint8Array): number | null {
  const first = ber[1];
  if (first === undefined || first === 0xff) return null;
  // 0x80 opens an indefinite length; below it the byte is the length; above it, it counts the length bytes.
  return first <= 0x80 ? 2 : 2 + (first & 0x7f);
}

/**
 * Takes the PEM armour off, if there is any. Only the armour is looked at as text; the content inside stays bytes.
 *
 * @returns the BER inside; the input itself when it carries no armour of a CMS file
 */
export function withoutArmour(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, armourWithin);
  if (!head.includes("-----BEGIN ")) return bytes;
  for (const label of pemLabels) {
    const header = `-----BEGIN ${label}-----`;
    const begin = head.indexOf(header, 0, "latin1");
    if (begin < 0) continue;
    if (!startsLine(buffer, begin)) continue;
    const body = begin + header.length;
    const end = buffer.indexOf(`-----END ${label}-----`, body, "latin1");
    if (end < 0) continue;
    const decoded = Buffer.from(buffer.toString("latin1", body, end), "base64");
    if (cmsKind(decoded) !== "none") return decoded;
  }
  return bytes;
}

/** A profile may quote armour inside a string; real armour starts the file or follows text lines, never markup. */
function startsLine(buffer: Buffer, at: number): boolean {
  if (at === 0) return true;
  if (buffer[at - 1] !== 0x0a && buffer[at - 1] !== 0x0d) return false;
  return !buffer.subarray(0, at).includes(0x3c);
}
