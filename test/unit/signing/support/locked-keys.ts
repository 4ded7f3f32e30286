import { tag } from "../../../../main/signing/asn1/ber.ts";
import { der, derOid } from "../../../../main/signing/asn1/der.ts";

/** DER of keys that claim to be encrypted; what they hold is nothing. */
export const sequence = (...parts: readonly Uint8Array[]) => der(tag.sequence, ...parts);
export const oid = derOid;
export const octets = (size: number) => der(tag.octetString, new Uint8Array(size));

/** A non-negative INTEGER of any size. */
export function integer(value: number): Uint8Array {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return der(tag.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Uint8Array.of(0), bytes]) : bytes);
}

export function pbkdf2(rounds: number): Uint8Array {
  const hmacWithSha256 = sequence(oid("1.2.840.113549.2.9"), der(tag.null));
  return sequence(oid("1.2.840.113549.1.5.12"), sequence(octets(16), integer(rounds), hmacWithSha256));
}

export function scrypt(cost: number, blockSize: number, passes: number): Uint8Array {
  const parameters = sequence(octets(16), integer(cost), integer(blockSize), integer(passes));
  return sequence(oid("1.3.6.1.4.1.11591.4.11"), parameters);
}

/** The AlgorithmIdentifier of PBES2 with AES-256. */
export function pbes2(derivation: Uint8Array): Uint8Array {
  const aes = sequence(oid("2.16.840.1.101.3.4.1.42"), octets(16));
  return sequence(oid("1.2.840.113549.1.5.13"), sequence(derivation, aes));
}

export function encryptedPem(algorithm: Uint8Array, label = "ENCRYPTED PRIVATE KEY"): string {
  const lines = Buffer.from(sequence(algorithm, octets(1232)))
    .toString("base64")
    .replace(/.{64}/g, "$&\n");
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

/** A `.p12` with an empty safe and an integrity check of `macSize` bytes. */
export function p12WithCheck(rounds: number, macSize: number): Uint8Array {
  const data = oid("1.2.840.113549.1.7.1");
  const safe = der(tag.octetString, sequence());
  const sha1 = sequence(oid("1.3.14.3.2.26"), der(tag.null));
  const mac = sequence(sequence(sha1, octets(macSize)), octets(8), integer(rounds));
  return sequence(integer(3), sequence(data, der(tag.context(0), safe)), mac);
}
