/**
 * Reads BER (ITU-T X.690), the encoding of signed files: tag, length, content. Lengths may be indefinite and strings may
 * come in pieces; DER is the strict form of the same. Only what certificates and CMS use: tag numbers below 31.
 */

/** One encoded element; all views look into the bytes it was read from. */
export type BerElement = {
  /** The identifier octet: class, constructed bit and tag number, such as 0x30 for a SEQUENCE. */
  readonly tag: number;
  /** Between header and end, without the end mark of an indefinite length. */
  readonly content: Uint8Array;
  /** Header, content and end mark. */
  readonly whole: Uint8Array;
};

/** Universal tags in the form they usually have (X.680 §8.4), and the context tags that CMS and X.509 use. */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  octetString: 0x04,
  octetStringInPieces: 0x24,
  null: 0x05,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** [n] constructed: EXPLICIT, or IMPLICIT of a SEQUENCE, SET or string in pieces. */
  context: (number: number) => 0xa0 + number,
  /** [n] primitive: IMPLICIT of a primitive type. */
  contextPrimitive: (number: number) => 0x80 + number,
} as const;

/** The bytes are not the structure that was expected. Thrown inside this folder's callers and caught at their edge. */
export class BerFault extends Error {
  override readonly name = "BerFault";
}

/** No real file nests deeper; the limit keeps a hostile one from exhausting the stack. */
export const deepest = 40;

/** Reads the element that starts at `offset`; what follows it is left alone. */
export function readElement(bytes: Uint8Array, offset = 0): BerElement {
  return elementAt(bytes, offset, 0);
}

/** Reads one element that fills the bytes to the end. */
export function readOnly(bytes: Uint8Array): BerElement {
  const element = readElement(bytes);
  if (element.whole.length !== bytes.length) throw new BerFault("bytes follow where the element should end");
  return element;
}

/** No list of CMS or X.509 has more elements; 16 MB hold eight million empty ones, which take two gigabytes once they are read. */
const mostChildren = 10_000;

/**
 * The elements inside a constructed element, in order. Throws {@link BerFault} for more than `most`.
 */
export function childrenOf(element: BerElement, most = mostChildren): readonly BerElement[] {
  const children: BerElement[] = [];
  for (let at = 0; at < element.content.length; ) {
    if (children.length >= most) throw new BerFault(`a part of it holds more than ${most} others`);
    const child = elementAt(element.content, at, 0);
    children.push(child);
    at += child.whole.length;
  }
  return children;
}

function elementAt(bytes: Uint8Array, offset: number, depth: number): BerElement {
  if (depth > deepest) throw new BerFault("it nests too deeply");
  const identifier = byteAt(bytes, offset);
  if ((identifier & 0x1f) === 0x1f) throw new BerFault("it uses a tag number above 30");
  const first = byteAt(bytes, offset + 1);
  if (first === 0x80) return indefiniteAt(bytes, offset, identifier, depth);
  const start = offset + 2 + (first > 0x80 ? first & 0x7f : 0);
  const end = start + (first < 0x80 ? first : longLength(bytes, offset + 2, first & 0x7f));
  if (end > bytes.length) throw new BerFault("it ends before its stated length");
  return { tag: identifier, content: bytes.subarray(start, end), whole: bytes.subarray(offset, end) };
}

function indefiniteAt(bytes: Uint8Array, offset: number, identifier: number, depth: number): BerElement {
  if ((identifier & 0x20) === 0) throw new BerFault("a primitive element has no length");
  const start = offset + 2;
  let at = start;
  // The end mark is a tag and a length of zero (X.690 §8.1.5).
  while (byteAt(bytes, at) !== 0 || byteAt(bytes, at + 1) !== 0) {
    at += elementAt(bytes, at, depth + 1).whole.length;
  }
  return { tag: identifier, content: bytes.subarray(start, at), whole: bytes.subarray(offset, at + 2) };
}

function longLength(bytes: Uint8Array, offset: number, size: number): number {
  // Six bytes hold more than any array; a leading byte beyond that is no honest length.
  if (size > 6) throw new BerFault("it states an impossible length");
  let length = 0;
  for (let index = 0; index < size; index += 1) length = length * 256 + byteAt(bytes, offset + index);
  return length;
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new BerFault("it breaks off");
  return byte;
}
