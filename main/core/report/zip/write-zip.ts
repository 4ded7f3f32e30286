import { fail, type Result, succeed } from "../../problem.ts";
import { crc32 } from "./crc-32.ts";

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

/** Without the 64-bit extension sizes and offsets have 32 bits, and the number of files has 16. */
const largest = 0xffffffff;
const mostFiles = 0xffff;

/**
 * Writes a ZIP archive whose files are stored as they are: reports are small, and an archive without compression can be
 * read by everything. Names are UTF-8 (APPNOTE.TXT 6.3.10, general purpose bit 11) and relative.
 *
 * Problem: `zip-not-writable` for a name that leads out of the archive or stands twice, and for contents that are too large.
 *
 * @param modifiedAt ISO 8601 in UTC; ZIP keeps whole pairs of seconds from 1980 on
 */
export function writeZip(files: readonly ZipFile[], modifiedAt: string): Result<Uint8Array> {
  const names = new Set(files.map(({ name }) => name));
  const total = files.reduce((sum, { name, bytes }) => sum + bytes.length + 2 * name.length * 4 + 128, 0);
  if (names.size !== files.length || files.some(({ name }) => !isSafeName(name))) {
    return notWritable("Two files have one name, or a name leads out of the archive.");
  }
  if (total > largest || files.length > mostFiles) return notWritable("It would be larger than 4 GB.");
  const stamp = dosTime(modifiedAt);
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const encoded = new TextEncoder().encode(name);
    const common = [
      ...u16(20, 0x0800, 0, stamp.time, stamp.date),
      ...u32(crc32(bytes), bytes.length, bytes.length),
    ];
    const local = [...u32(0x04034b50), ...common, ...u16(encoded.length, 0)];
    // Made by UNIX, so that the mode below counts: a plain file that its owner may read and write.
    const made = u16((3 << 8) | 20);
    const entry = [...u32(0x02014b50), ...made, ...common, ...u16(encoded.length, 0, 0, 0, 0)];
    directory.push(Uint8Array.from([...entry, ...u32(0o100600 * 0x10000, offset)]), encoded);
    parts.push(Uint8Array.from(local), encoded, bytes);
    offset += local.length + encoded.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = [...u32(0x06054b50), ...u16(0, 0, files.length, files.length), ...u32(size, offset), ...u16(0)];
  return succeed(join([...parts, ...directory, Uint8Array.from(end)]));
}

function isSafeName(name: string): boolean {
  const parts = name.split("/");
  return !/[\\:\0]/.test(name) && parts.every((part) => part !== "" && part !== "." && part !== "..");
}

function dosTime(iso: string): { readonly time: number; readonly date: number } {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [...iso.matchAll(/\d+/g)].map(
    (part) => Number(part[0]),
  );
  const years = Math.min(127, Math.max(0, year - 1980));
  return {
    time: (hour << 11) | (minute << 5) | (second >> 1),
    date: (years << 9) | (month << 5) | day,
  };
}

function u16(...values: readonly number[]): readonly number[] {
  return values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]);
}

function u32(...values: readonly number[]): readonly number[] {
  return values.flatMap((value) => [
    value & 0xff,
    (value >>> 8) & 0xff,
    (value >>> 16) & 0xff,
    (value >>> 24) & 0xff,
  ]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function notWritable(detail: string): Result<Uint8Array> {
  return fail({
    code: "zip-not-writable",
    title: "The archive cannot be written.",
    detail,
    fix: "Save the report by itself.",
  });
}
