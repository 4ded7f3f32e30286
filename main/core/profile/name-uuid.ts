import { sha1 } from "./sha-1.ts";

/** Namespace of UUIDs made from a domain and its settings; any constant does, this one was made once at random. */
const namespace = [
  0x8e, 0x1c, 0x5b, 0x0a, 0x6f, 0x4d, 0x4c, 0x53, 0x9d, 0x1e, 0x02, 0x7b, 0x63, 0xf4, 0xa8, 0x35,
];

/**
 * A UUID that follows from the content (RFC 9562, version 5), in capitals as Apple writes them. The same input always
 * gets the same UUID, so that converting twice changes nothing, and the core needs no randomness.
 */
export function nameUuid(content: Uint8Array): string {
  const input = new Uint8Array(namespace.length + content.length);
  input.set(namespace);
  input.set(content, namespace.length);
  const bytes = sha1(input).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
