type Range = { readonly bytes: readonly number[]; readonly size: number };

/**
 * True when an IPv4 or IPv6 address lies in a CIDR range (`203.0.113.0/24`, `2001:db8::/32`); a bare address is its own range. False
 * where one of them cannot be read, see {@link isRange}.
 */
export function inRange(address: string, range: string): boolean {
  const left = bitsOf(address);
  const right = rangeOf(range);
  if (left === null || right === null || left.length !== right.bytes.length) return false;
  return samePrefix(left, right.bytes, right.size);
}

/** True for text that is an address or a CIDR range. */
export function isRange(text: string): boolean {
  return rangeOf(text) !== null;
}

function rangeOf(text: string): Range | null {
  const [base = "", length, ...more] = text.trim().split("/");
  const bytes = bitsOf(base);
  if (bytes === null || more.length > 0) return null;
  const bits = bytes.length * 8;
  if (length === undefined) return { bytes, size: bits };
  if (!/^\d{1,3}$/u.test(length)) return null;
  // A range of IPv4 addresses in IPv6 clothes counts the bits of the clothes, too.
  const size = Number(length) - (base.includes(":") && bytes.length === 4 ? 96 : 0);
  return size < 0 || size > bits ? null : { bytes, size };
}

/** True for text that is an IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return bitsOf(text) !== null;
}

function samePrefix(left: readonly number[], right: readonly number[], size: number): boolean {
  for (let bit = 0; bit < size; bit += 8) {
    const mask = size - bit >= 8 ? 0xff : (0xff << (8 - (size - bit))) & 0xff;
    if (((left[bit / 8] ?? 0) & mask) !== ((right[bit / 8] ?? 0) & mask)) return false;
  }
  return true;
}

function bitsOf(text: string): readonly number[] | null {
  return text.includes(":") ? sixteenBytes(text) : fourBytes(text);
}

function fourBytes(text: string): readonly number[] | null {
  const parts = text.trim().split(".");
  if (parts.length !== 4) return null;
  const bytes = parts.map((part) => (/^\d{1,3}$/u.test(part) ? Number(part) : 256));
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

function sixteenBytes(text: string): readonly number[] | null {
  const bare = text.trim().replace(/%.*$/u, "");
  const halves = bare.split("::");
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? "");
  const tail = groupsOf(halves[1] ?? "");
  if (head === null || tail === null) return null;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null;
  const bytes = [...head, ...new Array<number>(missing).fill(0), ...tail];
  // An IPv4 address in IPv6 clothes (`::ffff:203.0.113.7`) is the IPv4 address.
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return mapped ? bytes.slice(12) : bytes;
}

function groupsOf(half: string): readonly number[] | null {
  if (half === "") return [];
  const bytes: number[] = [];
  const groups = half.split(":");
  for (const [index, group] of groups.entries()) {
    if (group.includes(".") && index === groups.length - 1) {
      const four = fourBytes(group);
      if (four === null) return null;
      bytes.push(...four);
    } else if (/^[0-9a-f]{1,4}$/iu.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    } else {
      return null;
    }
  }
  return bytes;
}
