import { type BerElement, BerFault, childrenOf, deepest, tag } from "./ber.ts";
import { octetsOf } from "./values.ts";

/** Writes DER (X.690 §10 and §11): definite lengths in the fewest bytes, sets in order. */

/** An element of the given tag around the given contents. */
export function der(identifier: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const header = [identifier, ...lengthBytes(length)];
  const written = new Uint8Array(header.length + length);
  written.set(header);
  let at = header.length;
  for (const content of contents) {
    written.set(content, at);
    at += content.length;
  }
  return written;
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

/** A SET OF under the given tag: DER orders the elements by their encoding (X.690 §11.6). */
export function derSetOf(identifier: number, elements: readonly Uint8Array[]): Uint8Array {
  return der(identifier, ...[...elements].sort(Buffer.compare));
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function derOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const bytes = [arc % 128];
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128))
      bytes.unshift(0x80 + (high % 128));
    return bytes;
  });
  return der(tag.objectIdentifier, Uint8Array.from(arcs));
}

/** A small non-negative INTEGER, below 128. */
export function derSmallInteger(value: number): Uint8Array {
  return der(tag.integer, Uint8Array.of(value));
}

/** A moment in whole seconds: UTCTime up to 2049, GeneralizedTime from 2050 (RFC 5652 §11.3). */
export function derTime(moment: Date): Uint8Array {
  const digits = moment.toISOString().slice(0, 19).replace(/[-:T]/g, "");
  const isShort = moment.getUTCFullYear() >= 1950 && moment.getUTCFullYear() < 2050;
  const text = new TextEncoder().encode(`${isShort ? digits.slice(2) : digits}Z`);
  return der(isShort ? tag.utcTime : tag.generalizedTime, text);
}

/**
 * The same element in DER: indefinite and padded lengths become definite and short, strings in pieces become one piece.
 * The order inside sets stays: OpenSSL signs and checks attributes in the order in which they stand.
 */
export function inDer(element: BerElement, depth = 0): Uint8Array {
  // Each level copies what is in it: a file of levels would take minutes.
  if (depth > deepest) throw new BerFault("it nests too deeply");
  if (element.tag === tag.octetStringInPieces) return der(tag.octetString, octetsOf(element));
  if ((element.tag & 0x20) === 0) return der(element.tag, element.content);
  return der(element.tag, ...childrenOf(element).map((child) => inDer(child, depth + 1)));
}
