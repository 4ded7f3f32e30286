import { type BerElement, BerFault, childrenOf, readOnly } from "../asn1/ber.ts";

/** How the string types of X.520 names write their text; the rest of a name is compared by its bytes. */
const encodings: Readonly<Record<number, "utf8" | "latin1" | "utf16be">> = {
  12: "utf8", // UTF8String
  19: "latin1", // PrintableString
  20: "latin1", // TeletexString
  22: "latin1", // IA5String
  30: "utf16be", // BMPString
};

/**
 * Whether two names in DER are the same: the same attributes in the same order with the same texts, whatever string type they are
 * written in. Stricter than RFC 5280 §7.1, which ignores case and blanks too.
 */
export function isSameName(a: Uint8Array, b: Uint8Array): boolean {
  if (Buffer.compare(a, b) === 0) return true;
  try {
    return isSame(readOnly(a), readOnly(b), 0);
  } catch (error) {
    if (error instanceof BerFault) return false;
    throw error;
  }
}

/** Name ::= SEQUENCE OF SET OF SEQUENCE { type, value }: the fourth level are the texts. */
const deepest = 4;

function isSame(a: BerElement, b: BerElement, depth: number): boolean {
  const [textA, textB] = [textOf(a), textOf(b)];
  if (textA !== null && textB !== null) return textA === textB;
  if (a.tag !== b.tag) return false;
  if ((a.tag & 0x20) === 0 || depth >= deepest) return Buffer.compare(a.content, b.content) === 0;
  const [partsA, partsB] = [childrenOf(a), childrenOf(b)];
  return (
    partsA.length === partsB.length &&
    partsA.every((part, index) => {
      const other = partsB[index];
      return other !== undefined && isSame(part, other, depth + 1);
    })
  );
}

function textOf({ tag, content }: BerElement): string | null {
  const encoding = encodings[tag];
  if (encoding === undefined) return null;
  if (encoding !== "utf16be") return Buffer.from(content).toString(encoding);
  return content.length % 2 === 0 ? Buffer.from(content).swap16().toString("utf16le") : null;
}
