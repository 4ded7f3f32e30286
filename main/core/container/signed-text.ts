import { decodeBase64 } from "../plist/base64.ts";
import type { Problem } from "../problem.ts";
import type { Look } from "./layer.ts";
import { isSignedData, statedLength } from "./looks-like.ts";

/** Labels of RFC 7468, sections 8 and 9, and those that OpenSSL and older tools write. */
const armourLabels = "CMS|PKCS7|PKCS #7 SIGNED DATA";

/** Lines of explanation may stand before the armour (RFC 7468, section 2), but nobody writes more than this of them. */
const armourWithin = 4096;

/** A signed profile as PEM: Base64 between two lines. */
export function lookAtArmour(text: string): Look {
  const head = text.slice(0, armourWithin);
  const opening = new RegExp(
    `(?:^|[\\r\\n])-----BEGIN (${armourLabels})-----[^\\S\\r\\n]*(?=[\\r\\n]|$)`,
  ).exec(head);
  // A profile may quote armour inside a value; lines of explanation hold no markup.
  if (opening === null || head.slice(0, opening.index).includes("<")) return null;
  const start = opening.index + opening[0].length;
  const end = text.indexOf(`-----END ${opening[1]}-----`, start);
  if (end < 0) return { problem: armourDamaged("the line that ends it is missing.") };
  // Headers of the old form (RFC 1421) end at an empty line.
  const body = text.slice(start, end).replace(/^\s*(?:[\w-]+: [^\r\n]*\r?\n)+\r?\n/, "");
  const bytes = decodeBase64(body);
  if (bytes === null)
    return { problem: armourDamaged("what stands between its lines is not complete Base64.") };
  if (!isSignedData(bytes))
    return { problem: armourDamaged("what stands between its lines is no signed profile.") };
  return {
    kind: "armour",
    where: "PEM text (-----BEGIN …), which openssl writes unless it is told -outform der",
    bytes,
  };
}

/** A signed profile as a mail, as `openssl smime -sign` writes it unless it is told `-outform der`. */
export function lookAtMail(text: string, bytes: Uint8Array): Look {
  const headers =
    /^\ufeff?\s*((?:[A-Za-z][\w-]{0,60}:[^\r\n]{0,998}\r?\n(?:[ \t][^\r\n]{0,998}\r?\n){0,50}){1,100})\r?\n/.exec(
      text.slice(0, 64 * 1024),
    );
  if (headers?.[1] === undefined) return null;
  const unfolded = headers[1].replace(/\r?\n[ \t]+/g, " ");
  const type = header(unfolded, "content-type");
  if (/^multipart\/signed/i.test(type)) return { problem: detached };
  if (!/^application\/(?:x-)?pkcs7-mime/i.test(type)) return null;
  const coding = header(unfolded, "content-transfer-encoding");
  const inside = /base64/i.test(coding) ? decodeBase64(text.slice(headers[0].length)) : binaryBody(bytes);
  if (inside === null || !isSignedData(inside)) return { problem: mailDamaged };
  return {
    kind: "mail",
    where: "an S/MIME mail, which openssl writes unless it is told -outform der",
    bytes: inside,
  };
}

/** The bytes behind the first empty line. */
function binaryBody(bytes: Uint8Array): Uint8Array | null {
  for (let at = 0; at < bytes.length - 1; at += 1) {
    if (bytes[at] !== 0x0a) continue;
    if (bytes[at + 1] === 0x0a) return bytes.subarray(at + 2);
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return bytes.subarray(at + 3);
  }
  return null;
}

function header(headers: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, "im").exec(headers)?.[1] ?? "";
}

/** Bytes that came before a signed or binary profile: a byte order mark, line breaks, blanks. */
export function lookBefore(bytes: Uint8Array): Look {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let start = hasMark ? 3 : 0;
  while (start < 64 && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[start] ?? 0)) start += 1;
  if (start === 0) return null;
  const inside = bytes.subarray(start);
  const isBinary = inside[0] === 0x62 && String.fromCharCode(...inside.subarray(0, 6)) === "bplist";
  if (!isBinary && !isSignedData(inside)) return null;
  const what = hasMark ? "a byte order mark" : "a line break or blank";
  return { kind: "mark-before", where: `a file with ${what} before its first byte`, bytes: inside };
}

/** The characters of the bytes 0x80 to 0x9f in Windows-1252, where they differ from ISO 8859-1. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * A signed profile each of whose bytes was taken for a character and written again as UTF-8 or UTF-16. Where every byte comes back
 * and the length is the one that the file states, nothing was lost.
 */
export function lookAtRewritten(text: string): Look {
  // A SEQUENCE, its length, and soon an object identifier.
  if (text.charCodeAt(0) !== 0x30 || !text.slice(0, 12).includes("\u0006")) return null;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code <= 0xff ? code : 0x80 + windows1252.indexOf(text.charAt(at));
    if (byte < 0x80 && code > 0xff) return null;
    bytes[at] = byte;
  }
  if (!isSignedData(bytes) || statedLength(bytes) !== bytes.length) return null;
  return { kind: "restored", where: "a file whose bytes were written anew as characters of a text", bytes };
}

function armourDamaged(seen: string): Problem {
  return {
    code: "pem-damaged",
    title: "This is a signed profile as PEM text, and it is damaged.",
    detail: `It begins with -----BEGIN, and ${seen}`,
    fix: "Get the whole file again from where it was signed. macOS installs the binary form (DER) only: openssl writes it with -outform der.",
  };
}

const mailDamaged: Problem = {
  code: "mail-damaged",
  title: "This is a signed profile as an S/MIME mail, and it is damaged.",
  detail: "Its headers announce a signed file, and what follows them is none.",
  fix: "Sign the profile again with -outform der: openssl smime then writes the form that macOS installs.",
};

const detached: Problem = {
  code: "mail-detached",
  title: "This is a signed S/MIME mail with the profile in its text, not a signed profile.",
  detail:
    "Signature and profile are two parts of it. macOS only takes the form that holds one inside the other.",
  fix: "Sign the profile again with -nodetach -outform der (openssl smime), or here: latchkey sign IN -o OUT --p12 FILE.",
};
