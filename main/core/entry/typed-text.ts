import { decodeBase64 } from "../plist/base64.ts";
import { formatWholeSeconds, parseDate } from "../plist/date.ts";
import { isWellFormed } from "../plist/text/well-formed.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { withoutUnseen } from "../text/unseen.ts";

/** What a value can be that a person types in one field. */
export type TypedAs = "string" | "boolean" | "integer" | "real" | "date" | "data";

/** What a typed text has to become. */
export type Wanted = {
  readonly type: TypedAs;
  /** The smallest whole number that means something; left out where nothing is known. */
  readonly least?: number;
};

/** Whole numbers that every reader of Apple's holds exactly: 64 bits, signed. Longer ones come out of files only. */
const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/**
 * Reads what a person typed in a field as a value of the wanted type. A text is taken as it stands, blanks at its ends and
 * everything that cannot be seen included: what is typed is never changed behind the person's back.
 *
 * Problems, whose title is for the place beside the field: `value-empty`, `value-not-whole`, `value-too-large`,
 * `value-negative`, `value-not-a-number`, `value-not-a-date`, `value-not-base64`, `value-not-yes-or-no`, `value-not-unicode`.
 */
export function readTypedText(text: string, { type, least }: Wanted): Result<TypedJson> {
  if (!isWellFormed(text)) return fail(halfCharacter);
  if (type === "string") return succeed(text);
  const trimmed = text.trim();
  if (type === "data") return readData(trimmed);
  if (trimmed === "") return fail(empty[type]);
  switch (type) {
    case "boolean":
      return readYesOrNo(trimmed);
    case "integer":
      return readWhole(trimmed, least);
    case "real":
      return readReal(trimmed);
    case "date":
      return readDate(trimmed);
  }
}

function readWhole(text: string, least: number | undefined): Result<TypedJson> {
  if (!/^[+-]?\d+$/.test(text)) return fail(notWhole(text));
  // Longer than any number that fits, and BigInt takes ever longer for it.
  const value = text.length > 40 ? null : BigInt(text.replace("+", ""));
  if (value === null || value < smallest || value > largest) return fail(tooLarge(text));
  if (least !== undefined && value < BigInt(least)) return fail(tooSmall(text, least));
  const number = Number(value);
  return succeed(Number.isSafeInteger(number) ? number : { $integer: value.toString() });
}

function readReal(text: string): Result<TypedJson> {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return fail(notANumber(text));
  const value = Number(text);
  if (!Number.isFinite(value)) return fail(tooLarge(text));
  if (Object.is(value, -0)) return succeed({ $real: "-0.0" });
  return succeed(Number.isInteger(value) ? { $real: value } : value);
}

/** A day alone is its first moment, in UTC, as property lists write dates. */
function readDate(text: string): Result<TypedJson> {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
  const time = parseDate(whole);
  return time === null ? fail(notADate(text)) : succeed({ $date: formatWholeSeconds(time) });
}

function readData(text: string): Result<TypedJson> {
  const joined = text.replace(/\s+/g, "");
  return decodeBase64(joined) === null ? fail(notBase64) : succeed({ $data: joined });
}

function readYesOrNo(text: string): Result<TypedJson> {
  if (/^(yes|true|on|1)$/i.test(text)) return succeed(true);
  return /^(no|false|off|0)$/i.test(text) ? succeed(false) : fail(notYesOrNo(text));
}

/** Longest piece of a typed text that a problem repeats. */
const mostShown = 40;

function quoted(text: string): string {
  return `“${withoutUnseen(text.length > mostShown ? `${text.slice(0, mostShown)}…` : text)}”`;
}

const unchanged = "The file has not been changed.";

function emptyFor(needed: string, example: string): Problem {
  return {
    code: "value-empty",
    title: `${needed} is needed.`,
    detail: `The field is empty. ${unchanged}`,
    fix: `Type ${example}, or remove the key.`,
  };
}

const empty: Readonly<Record<"boolean" | "integer" | "real" | "date", Problem>> = {
  boolean: emptyFor("Yes or no", "yes or no"),
  integer: emptyFor("A whole number", "a number such as 15"),
  real: emptyFor("A number", "a number such as 0.5"),
  date: emptyFor("A date", "a day such as 2027-01-31"),
};

function notWhole(text: string): Problem {
  return {
    code: "value-not-whole",
    title: "A whole number is needed.",
    detail: `${quoted(text)} is none. ${unchanged}`,
    fix: "Type digits only, such as 15.",
  };
}

function tooLarge(text: string): Problem {
  return {
    code: "value-too-large",
    title: "The number is too large.",
    detail: `${quoted(text)} does not fit into the 64 bits that macOS has for a number. ${unchanged}`,
    fix: "Type a smaller number.",
  };
}

function tooSmall(text: string, least: number): Problem {
  return {
    code: "value-negative",
    title: `A whole number of ${least} or more is needed.`,
    detail: `${quoted(text)} has no meaning here. ${unchanged}`,
    fix: "Type the number without a minus sign.",
  };
}

function notANumber(text: string): Problem {
  return {
    code: "value-not-a-number",
    title: "A number is needed.",
    detail: `${quoted(text)} is none. ${unchanged}`,
    fix: "Type a number such as 0.5, with a point.",
  };
}

function notADate(text: string): Problem {
  return {
    code: "value-not-a-date",
    title: "A date is needed.",
    detail: `${quoted(text)} is no day that exists, or is written in another way. ${unchanged}`,
    fix: "Type 2027-01-31, or 2027-01-31T09:30:00Z with a time.",
  };
}

function notYesOrNo(text: string): Problem {
  return {
    code: "value-not-yes-or-no",
    title: "Yes or no is needed.",
    detail: `${quoted(text)} is neither. ${unchanged}`,
    fix: "Type yes or no.",
  };
}

const notBase64: Problem = {
  code: "value-not-base64",
  title: "Base64 text is needed.",
  detail: `A character does not belong there, or the end is missing. ${unchanged}`,
  fix: "Paste the whole Base64 text, with the = at its end.",
};

const halfCharacter: Problem = {
  code: "value-not-unicode",
  title: "The text holds half a character.",
  detail: `It was cut inside a character, such as an emoji. ${unchanged}`,
  fix: "Type the last character again.",
};
