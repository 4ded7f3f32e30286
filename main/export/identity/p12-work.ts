import { BerFault, childrenOf, readElement, tag } from "../asn1/ber.ts";

/**
 * How often a `.p12` may have a passphrase hashed. Files of the field use 1 to about a million rounds; a file that
 * asks for more would freeze the app rather than open.
 */
export const mostRounds = 2_000_000;

/** DER of PBKDF2 (RFC 8018 §5.2), and of the PKCS#12 encryption methods without their last byte (RFC 7292 App. C). */
const pbkdf2 = Buffer.from("06092a864886f70d01050c", "hex");
const pkcs12Encryption = Buffer.from("060a2a864886f70d010c01", "hex");

/** Whether any part of the file is encrypted with the methods of PKCS#12 v1.0: RC4, RC2, triple DES. */
export function isLegacyP12(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes(pkcs12Encryption);
}

/** The largest number of rounds that an encryption in the file states; 0 when none does. */
export function statedRounds(bytes: Uint8Array): number {
  const buffer = asBuffer(bytes);
  const after = [
    ...placesOf(buffer, pbkdf2).map((at) => at + pbkdf2.length),
    ...placesOf(buffer, pkcs12Encryption).map((at) => at + pkcs12Encryption.length + 1),
  ];
  return after.reduce((most, at) => Math.max(most, roundsAt(bytes, at)), 0);
}

/** Both kinds of parameters begin with `SEQUENCE { salt, rounds INTEGER`. */
function roundsAt(bytes: Uint8Array, at: number): number {
  try {
    const [, rounds] = childrenOf(readElement(bytes, at));
    if (rounds?.tag !== tag.integer) return 0;
    return rounds.content.reduce((sum, byte) => sum * 256 + byte, 0);
  } catch (error) {
    if (error instanceof BerFault) return 0;
    throw error;
  }
}

function placesOf(buffer: Buffer, wanted: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
