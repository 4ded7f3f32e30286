import { type BerElement, BerFault, childrenOf, tag } from "./ber.ts";

/** Walks over the fields of a SEQUENCE in order, optional ones included. */
export type Fields = {
  /** The next field, which must carry this tag. */
  readonly take: (wanted: number, name: string) => BerElement;
  /** The next field if it carries this tag; null otherwise, and then it stays the next. */
  readonly takeIf: (wanted: number) => BerElement | null;
  /** The next field, whatever it is; null at the end. */
  readonly takeAny: () => BerElement | null;
};

/** Opens a constructed element for reading field after field. */
export function fieldsOf(element: BerElement): Fields {
  const children = childrenOf(element);
  let next = 0;
  const takeIf = (wanted: number): BerElement | null => {
    const field = children[next];
    if (field === undefined || field.tag !== wanted) return null;
    next += 1;
    return field;
  };
  return {
    takeIf,
    take: (wanted, name) => {
      const field = takeIf(wanted);
      if (field === null) throw new BerFault(`its ${name} is missing`);
      return field;
    },
    takeAny: () => {
      const field = children[next] ?? null;
      next += 1;
      return field;
    },
  };
}

/** Checks the tag of an element and hands it back. */
export function expectTag(element: BerElement | undefined, wanted: number, name: string): BerElement {
  if (element?.tag !== wanted) throw new BerFault(`its ${name} is missing`);
  return element;
}

/** The dotted form of an OBJECT IDENTIFIER (X.690 §8.19). */
export function oidText(element: BerElement): string {
  if (element.tag !== tag.objectIdentifier || element.content.length === 0)
    throw new BerFault("an object identifier is missing");
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of element.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new BerFault("an object identifier is too long");
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join(".");
}

/** The bytes of an OCTET STRING, in one piece or in pieces to any depth (X.690 §8.7). */
export function octetsOf(element: BerElement): Uint8Array {
  if (element.tag === tag.octetString) return element.content;
  const pieces: Uint8Array[] = [];
  collect(element, pieces, 0);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Signers write pieces of a kilobyte and more; the largest profile has 16,000 of them. */
const mostPieces = 100_000;

function collect(element: BerElement, pieces: Uint8Array[], depth: number): void {
  if (element.tag === tag.octetString) pieces.push(element.content);
  else if (element.tag !== tag.octetStringInPieces) throw new BerFault("its content is not an OCTET STRING");
  else if (depth > 8) throw new BerFault("its content nests too deeply");
  else for (const piece of childrenOf(element, mostPieces)) collect(piece, pieces, depth + 1);
}

/** A non-negative INTEGER of any size; beyond 2^53 it is no longer exact. */
export function wholeNumber(element: BerElement): number {
  const [first] = element.content;
  if (element.tag !== tag.integer || first === undefined || first >= 0x80) {
    throw new BerFault("a number is missing");
  }
  return element.content.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** A small non-negative INTEGER. */
export function smallInteger(element: BerElement): number {
  if (element.tag !== tag.integer || element.content.length === 0 || element.content.length > 4) {
    throw new BerFault("a number is missing");
  }
  return element.content.reduce((sum, byte) => sum * 256 + byte, 0);
}
