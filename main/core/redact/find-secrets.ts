import { type Bytes, bytesOf, placeOf } from "./bytes.ts";
import { decodeBackslash, decodeEntities, decodePercent } from "./escapes.ts";
import { fold, isWordByte, type KnownSecrets, type Needle } from "./needles.ts";
import type { Range } from "./ranges.ts";
import { base64Runs, hexRuns } from "./runs.ts";
import { utf16Readings } from "./utf-16.ts";

/** How many encodings may lie over each other: a JSON text in a JSON text, an address in an address. */
const layers = 2;

type Found = (start: number, end: number, shown: string) => void;

/**
 * Finds the known values in a text, as they are and in every encoding in which software repeats them, up to two over each
 * other. The text is decoded and the value looked for, and not the other way round: of one value there are thousands of
 * encoded forms, of one text a few readings. Each reading is as long as the text at most, so the time grows with the
 * length of the text alone.
 */
export function findSecrets(text: string, known: KnownSecrets): readonly Range[] {
  const ranges: Range[] = [];
  const whole = bytesOf(text);
  search(
    whole.bytes,
    known,
    layers,
    outward(whole, (start, end, shown) => ranges.push({ start, end, shown })),
  );
  return ranges;
}

function search(bytes: Uint8Array, known: KnownSecrets, depth: number, found: Found): void {
  if (bytes.length < known.shortest) return;
  findPlain(bytes, known, found);
  if (depth === 0) return;
  const inside = (decoded: Bytes): void => search(decoded.bytes, known, depth - 1, outward(decoded, found));
  for (const decode of [decodePercent, decodeBackslash, decodeEntities]) {
    const decoded = decode(bytes);
    if (decoded !== null) inside(decoded);
  }
  for (const runs of [base64Runs, hexRuns]) {
    for (const run of runs(bytes, known.shortest)) {
      inside(run);
      for (const wide of utf16Readings(run.bytes)) {
        search(wide.bytes, known, depth - 1, outward(wide, outward(run, found)));
      }
    }
  }
}

/** What was found in a reading, as the piece of the text that was read. */
function outward(read: Bytes, found: Found): Found {
  return (start, end, shown) => {
    const [from, to] = placeOf(read, start, end);
    found(from, to, shown);
  };
}

function findPlain(bytes: Uint8Array, { byFirst }: KnownSecrets, found: Found): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const needles = byFirst[fold(bytes[at] ?? 0)];
    if (needles === undefined) continue;
    let longest = 0;
    for (const needle of needles) {
      const length = lengthAt(bytes, at, needle);
      if (length === 0) continue;
      found(at, at + length, needle.shown);
      longest = Math.max(longest, length);
    }
    if (longest > 0) at += longest - 1;
  }
}

/** How many bytes of the needle stand at a place; 0 where it is not there. */
function lengthAt(bytes: Uint8Array, at: number, { bytes: wanted, anchor, wholeWord }: Needle): number {
  let length = 0;
  while (
    length < wanted.length &&
    at + length < bytes.length &&
    fold(bytes[at + length] ?? 0) === wanted[length]
  ) {
    length += 1;
  }
  if (length < anchor) return 0;
  const isPart = isWordByte(bytes[at - 1] ?? 0) || isWordByte(bytes[at + length] ?? 0);
  return wholeWord && isPart ? 0 : length;
}
