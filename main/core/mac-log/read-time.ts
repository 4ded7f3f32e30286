import type { LogTime } from "./log-entry.ts";

/** `.407`, `.407123+0100`, `Z`: what may stand behind the seconds. */
const ending = /^(?:[.,](\d{1,9}))?(?:(Z)|([+-])(\d\d):?(\d\d))?(?![\d:.])/;

/** Length of `2026-11-18 09:12:02`. */
const plain = 19;

/**
 * A time at the beginning of a text and how long it is there; null where there is none, or where no clock can show it. Looks at the
 * nineteen characters by hand: this is asked of every line of a log of hundreds of megabytes.
 */
export function readTime(text: string): { readonly at: LogTime; readonly length: number } | null {
  const month = digits(text, 5);
  const day = digits(text, 8);
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  const second = digits(text, 17);
  const year = digits(text, 0) * 100 + digits(text, 2);
  // A place without two digits is NaN, which no comparison holds for.
  const isClock = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isClock || !(hour <= 23 && minute <= 59 && second <= 60) || !hasSeparators(text)) return null;
  const behind = text.length === plain ? "" : text.slice(plain, plain + 20);
  const match = ending.exec(behind);
  if (match === null) return null;
  const [whole, fraction, zulu, sign, offsetHours = "", offsetMinutes = ""] = match;
  const thousandths = fraction === undefined ? "" : fraction.slice(0, 3).padEnd(3, "0");
  const zone = zulu ?? (sign === undefined ? "" : `${sign}${offsetHours}:${offsetMinutes}`);
  return {
    at: {
      text: `${text.slice(0, 10)}T${text.slice(11, plain)}${thousandths === "" ? "" : `.${thousandths}`}${zone}`,
      wallMs: Date.UTC(year, month - 1, day, hour, minute, second, Number(thousandths)),
      offset: offsetOf(zone),
    },
    length: plain + whole.length,
  };
}

/** Two digits as a number; NaN where there are none. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function hasSeparators(text: string): boolean {
  const between = text.charAt(10);
  return (
    text.charAt(4) === "-" &&
    text.charAt(7) === "-" &&
    (between === " " || between === "T") &&
    text.charAt(13) === ":" &&
    text.charAt(16) === ":"
  );
}

function offsetOf(zone: string): number | null {
  if (zone === "") return null;
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith("-") ? -minutes : minutes;
}
