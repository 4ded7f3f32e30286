import { hash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";

/** What the derived bytes are for (RFC 7292 App. B.3). */
export const purpose = { key: 1, iv: 2, mac: 3 } as const;

/** How many rounds are done before others get their turn: a few milliseconds. */
const roundsPerTurn = 4000;

/**
 * Derives bytes from a passphrase the way PKCS#12 did before PBES2 (RFC 7292 App. B.2). No library offers it without
 * holding up the whole process, so it is done here, and in between others get their turn.
 *
 * @param request.password UTF-16 form of the passphrase
 */
export async function pkcs12Key(request: {
  readonly digest: string;
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly purpose: number;
  readonly rounds: number;
  readonly size: number;
}): Promise<Buffer> {
  const block = blockSize(request.digest);
  const diversifier = Buffer.alloc(block, request.purpose);
  const input = Buffer.concat([repeated(request.salt, block), repeated(request.password, block)]);
  const made: Buffer[] = [];
  for (let size = 0; size < request.size; ) {
    const part = await hashed(request.digest, Buffer.concat([diversifier, input]), request.rounds);
    made.push(part);
    size += part.length;
    for (let at = 0; at < input.length; at += block) add(input.subarray(at, at + block), part);
  }
  return Buffer.concat(made).subarray(0, request.size);
}

/** Bytes that the hash function takes at a time. */
function blockSize(digest: string): number {
  return digest === "sha384" || digest === "sha512" ? 128 : 64;
}

/** The bytes over and over, up to a multiple of `block`; nothing stays nothing. */
function repeated(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

async function hashed(digest: string, start: Buffer, rounds: number): Promise<Buffer> {
  let value = start;
  for (let round = 0; round < rounds; round += 1) {
    value = hash(digest, value, "buffer");
    if (round % roundsPerTurn === roundsPerTurn - 1) await turn();
  }
  return value;
}

/** `block` = `block` + `part`, repeated to the same length, + 1, as numbers with the big end first. */
function add(block: Buffer, part: Buffer): void {
  let carry = 1;
  for (let at = block.length - 1; at >= 0; at -= 1) {
    const sum = (block[at] ?? 0) + (part[at % part.length] ?? 0) + carry;
    block[at] = sum & 0xff;
    carry = sum >> 8;
  }
}
