import type { Problem } from "../problem.ts";

/**
 * One byte of 0x80 and above after a conversion of the file as if it were text: the replacement character or a question mark, the
 * character that the byte is in ISO 8859-1, Windows-1252 or Mac OS Roman, written as UTF-8; the byte itself; nothing.
 */
const converted =
  "(?:\u00ef\u00bf\u00bd|\\?|[\u00c2-\u00cb][\u0080-\u00bf]|\u00e2[\u0080-\u00bf]{2}|[\u0080-\u00ff])?";

/** The object identifier signedData (1.2.840.113549.1.7.2) with its high bytes, its tab and its carriage return converted. */
const convertedIdentifier = new RegExp(
  `^[\\s\\S]{0,40}␆(?:␉| +)\\*${converted}H${converted}${converted}(?:␍␊|␍|␊)␁␇␂`,
);

/** The same as it is in a sound file. */
const identifier = "␆␉\u002a\u0086\u0048\u0086\u00f7␍␁␇␂";

/** What stands in every signature: names of certificates (2.5.4) and algorithms (1.2.840 and others), by object identifiers. */
const partOfSignature = /␆␃U␄[␃-␋]|␆(?:␉| +)\*[\s\S]{1,3}H/;

/**
 * Recognises a signed profile whose bytes were handled as text: through an editor, a template, a text field of a web page, `git`
 * or a mail. What is left of it may still hold readable XML, and nothing brings the signature back; so nothing is advised but to
 * get the file again. Null for everything else, a sound signed file among it.
 */
export function signedDamage(bytes: Uint8Array): Problem | null {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = seen(bytes.subarray(hasMark ? 3 : 0, 200));
  if (head.slice(0, 60).includes(identifier)) return null;
  return convertedIdentifier.test(head) ? throughText(head) : cutOff(bytes);
}

function throughText(head: string): Problem {
  const isLost = head.includes("\u00ef\u00bf\u00bd") || head.includes("*?H") || head.includes("*H");
  return {
    ...signedThroughText,
    ...(isLost
      ? {}
      : {
          detail:
            "Bytes of its signature were written anew as characters of another encoding, or its line breaks were changed.",
        }),
    at: { line: 1, column: 1 },
  };
}

/** The end of a signed profile whose beginning was taken away: certificates behind `</plist>`. */
function cutOff(bytes: Uint8Array): Problem | null {
  const tail = seen(bytes.subarray(Math.max(0, bytes.length - 64 * 1024)));
  const end = tail.lastIndexOf("</plist>");
  if (end < 0 || !partOfSignature.test(tail.slice(end))) return null;
  return {
    code: "signed-cut-off",
    title: "The end of a signature stands behind the profile, and its beginning is missing.",
    detail:
      "Somebody took away what stands before <?xml in a signed profile. A Mac takes the whole signed file, or the profile without any of its signature.",
    fix: getAgain,
    at: { line: 1, column: 1 },
  };
}

const getAgain =
  "Get the signed file again from where it was made, and pass it on as a binary file, not as text. To change it, take the signature off the sound file first: latchkey unsign IN -o OUT.";

/** What is said of a signed profile that lost bytes of its signature. */
export const signedThroughText: Omit<Problem, "at"> = {
  code: "signed-through-text",
  title: "This is a signed profile that was converted as if it were text, and the conversion damaged it.",
  detail:
    "Bytes of its signature were dropped or replaced by a mark for unknown characters, and what they were is lost.",
  fix: getAgain,
};

/** Bytes as characters, control characters as the pictures that Unicode has for them, so that patterns can be read. */
function seen(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    const piece = bytes.subarray(at, at + 4096);
    parts.push(String.fromCharCode(...Array.from(piece, (byte) => (byte < 0x20 ? 0x2400 + byte : byte))));
  }
  return parts.join("");
}
