import { type Zippable, zipSync } from "fflate/browser";
import { fail, type Result, succeed } from "../problem.ts";

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

/** Without the 64-bit extension sizes and offsets have 32 bits, and the number of files has 16. */
const largest = 0xffffffff;
const mostFiles = 0xffff;

/** A plain file that its owner may read and write, as UNIX notes it in an archive. */
const ownersFile = { os: 3, attrs: 0o100600 * 0x10000 } as const;

/**
 * Writes a ZIP archive whose files are stored as they are: reports and profiles are small, and an archive without compression can be
 * read by everything. Names are relative.
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
  const mtime = zipTime(modifiedAt);
  const entries = files.map(
    ({ name, bytes }) => [name, [bytes, { level: 0, mtime, ...ownersFile }]] as const,
  );
  return succeed(zipSync(Object.fromEntries(entries) as Zippable));
}

function isSafeName(name: string): boolean {
  const parts = name.split("/");
  return !/[\\:\0]/.test(name) && parts.every((part) => part !== "" && part !== "." && part !== "..");
}

/** ZIP has no time zone: the clock that a reader sees is the one of UTC, wherever the archive is written. */
function zipTime(iso: string): Date {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [...iso.matchAll(/\d+/g)].map(
    (part) => Number(part[0]),
  );
  const within = Math.min(2099, Math.max(1980, year));
  return new Date(within, month - 1, day, hour, minute, second);
}

function notWritable(detail: string): Result<Uint8Array> {
  return fail({
    code: "zip-not-writable",
    title: "The archive cannot be written.",
    detail,
    fix: "Save what it would hold one by one.",
  });
}
