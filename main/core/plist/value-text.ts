import { largestInteger, smallestInteger } from "./limits.ts";

/**
 * Reads the text of `<integer>`: decimal or hexadecimal with `0x`, a sign in front, blanks around it, as Apple's own
 * reader does (CFPropertyList.c, `parseIntegerTag`). Null for anything else, and beyond 128 bits.
 */
export function parseInteger(text: string): bigint | null {
  const match = /^\s*([+-]?)(0[xX][0-9a-fA-F]{1,32}|\d{1,39})\s*$/.exec(text);
  if (match?.[2] === undefined) return null;
  const magnitude = BigInt(match[2]);
  const value = match[1] === "-" ? -magnitude : magnitude;
  return value >= smallestInteger && value <= largestInteger ? value : null;
}

/** Reads the text of `<real>`: a decimal number with or without exponent, `nan`, `inf` or `infinity`. Null otherwise. */
export function parseReal(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return Number(trimmed);
  if (/^[+-]?nan$/i.test(trimmed)) return Number.NaN;
  if (/^\+?inf(inity)?$/i.test(trimmed)) return Number.POSITIVE_INFINITY;
  if (/^-inf(inity)?$/i.test(trimmed)) return Number.NEGATIVE_INFINITY;
  return null;
}

/** The text that {@link parseReal} reads as exactly this number; whole numbers keep a `.0` so that people see a real. */
export function formatReal(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (value === Number.POSITIVE_INFINITY) return "+infinity";
  if (value === Number.NEGATIVE_INFINITY) return "-infinity";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
