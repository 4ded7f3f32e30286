import { findPlaceholder } from "../../text/placeholder.ts";
import { decodeBase64, decodeLoosePadding } from "../base64.ts";
import { parseDate } from "../date.ts";
import { largestUid } from "../limits.ts";
import type { PlistValue } from "../value.ts";
import { parseInteger, parseReal } from "../value-text.ts";
import type { Damage } from "./problem.ts";

/** An array or dictionary whose end has not been read yet. */
export type OpenContainer =
  | { readonly kind: "array"; readonly start: number; readonly items: PlistValue[] }
  | {
      readonly kind: "dict";
      readonly start: number;
      readonly entries: Map<string, PlistValue>;
      key: OpenKey | null;
    };

/** A `<key>` that waits for its value. */
export type OpenKey = { readonly name: string; readonly start: number };

/** Elements that hold text and no other elements. */
export type ScalarName = "string" | "integer" | "real" | "date" | "data" | "true" | "false";

/** Whether the element is one of the seven that hold a single value. */
export function isScalarName(name: string): name is ScalarName {
  return ["string", "integer", "real", "date", "data", "true", "false"].includes(name);
}

/** A value, and what had to be decided about its text. */
export type ScalarReading = { readonly value: PlistValue; readonly remark: Damage | null };

/** The value of an element with this text, or what is wrong with the text. */
export function scalar(name: ScalarName, text: string): ScalarReading | Damage {
  const value = plainScalar(name, text);
  return "kind" in value ? { value, remark: null } : (looseData(name, text) ?? value);
}

/** Data whose padding is not right, which macOS reads whole. */
function looseData(name: ScalarName, text: string): ScalarReading | null {
  const bytes = name === "data" ? decodeLoosePadding(text) : null;
  return bytes === null ? null : { value: { kind: "data", bytes }, remark: loosePadding(bytes.length) };
}

function loosePadding(count: number): Damage {
  return {
    code: "xml-data-padding",
    title: "The = signs of a <data> value are not right.",
    where: `${count} ${count === 1 ? "byte is" : "bytes are"} read, as macOS reads it; stricter programs refuse the file.`,
    fix: "Export the value again, or write as many = at its end as Base64 needs.",
  };
}

function plainScalar(name: ScalarName, text: string): PlistValue | Damage {
  switch (name) {
    case "string":
      return { kind: "string", value: text };
    case "integer": {
      const value = parseInteger(text);
      return value === null ? badValue(name, text, "a whole number") : { kind: "integer", value };
    }
    case "real": {
      const value = parseReal(text);
      return value === null ? badValue(name, text, "a number") : { kind: "real", value };
    }
    case "date": {
      const time = parseDate(text.trim());
      return time === null
        ? badValue(name, text, "a date of the form 2026-11-23T09:30:00Z")
        : { kind: "date", time };
    }
    case "data": {
      const bytes = decodeBase64(text);
      return bytes === null ? badValue(name, text, "complete Base64 text") : { kind: "data", bytes };
    }
    case "true":
    case "false":
      return text.trim() === "" ? { kind: "boolean", value: name === "true" } : badValue(name, text, "empty");
  }
}

/**
 * A dictionary of the one key `CF$UID` is how XML writes a reference of a keyed archive; Apple's reader turns it back
 * too (CFPropertyList.c, `parseDictTag`).
 */
export function closeDict(entries: ReadonlyMap<string, PlistValue>): PlistValue {
  const uid = entries.size === 1 ? entries.get("CF$UID") : undefined;
  if (uid?.kind === "integer" && uid.value >= 0n && uid.value <= largestUid)
    return { kind: "uid", value: uid.value };
  return { kind: "dict", entries };
}

const placeholderName =
  /^(?:\$\{[\w.]{1,40}\}|\{\{ ?[\w.]{1,40} ?\}\}|\$FLEET_(?:SECRET|VAR)_\w{1,60}|\[[A-Z][A-Z _-]{1,60}\])$/;

/** Says what belongs here, and not what stands here: the text may be a secret. */
function badValue(name: ScalarName, text: string, expected: string): Damage {
  const placeholder = findPlaceholder(text);
  if (placeholder !== null) {
    // Nothing but the name of a placeholder is repeated: a default value may stand in it, or a value beside it.
    const named = placeholderName.exec(text.trim())?.[0];
    return {
      code: "xml-placeholder",
      title: "A template placeholder stands where a value belongs.",
      where: `<${name}> holds ${named ?? "a placeholder"}, which ${placeholder.filledBy === "tool" ? "a tool" : "somebody"} replaces later.`,
      fix:
        placeholder.filledBy === "tool"
          ? `Let your tool fill in the template first, or write ${expected} here.`
          : `Write ${expected} in its place.`,
    };
  }
  return {
    code: "xml-bad-value",
    title: `${/^[aeiou]/.test(name) ? "An" : "A"} <${name}> element does not hold ${expected === "empty" ? "an empty value" : expected}.`,
    where: text.trim() === "" ? "it is empty." : "it holds something else.",
    fix: expected === "empty" ? `Write <${name}/>.` : `Write ${expected} between <${name}> and </${name}>.`,
  };
}
