import { findPlaceholder } from "../../text/placeholder.ts";
import { maximumDepth, maximumValues } from "../limits.ts";
import type { Damage } from "./problem.ts";

/** What can be wrong with the structure of a property list that is well-formed XML. */
export const entityDeclared: Damage = {
  code: "xml-entity-declared",
  title: "The file declares XML entities, which property lists do not have.",
  where: "the DOCTYPE contains <!ENTITY …>. Latchkey never expands such entities.",
  fix: "Remove the declaration and write the text itself.",
};

export const doctypeDamaged: Damage = {
  code: "xml-doctype-damaged",
  title: "The DOCTYPE line is not well-formed.",
  where: "macOS passes over this line and so does Latchkey; stricter programs refuse the file.",
  fix: "Remove the line, or export the profile again.",
};

export const emptyPlist: Damage = {
  code: "xml-empty",
  title: "The property list holds no value.",
  where: "the file ends without a <dict> or another value.",
  fix: "Check that the whole file was saved or downloaded.",
};

export const tooDeep: Damage = {
  code: "plist-too-deep",
  title: `The property list is nested deeper than ${maximumDepth} levels.`,
  where: "this level goes beyond the limit.",
  fix: "Real profiles are a few levels deep. Check how the file was made.",
};

export const tooMany: Damage = {
  code: "plist-too-large",
  title: `The property list has more than ${maximumValues} keys and values.`,
  where: "this one goes beyond the limit.",
  fix: "Real profiles have a few thousand at most. Check how the file was made.",
};

export const secondRoot: Damage = {
  code: "xml-second-root",
  title: "The file holds more than one document.",
  where: "another element begins after the property list has ended.",
  fix: "Keep one <plist> … </plist> and remove the rest.",
};

export function elementInside(name: string, outer: string): Damage {
  return {
    code: "xml-element-misplaced",
    title: `${tagWords(name)} stands inside <${outer}>, where only text belongs.`,
    where: `an element begins before </${outer}>.`,
    fix: `Close <${outer}> first, or write &lt; where you mean <.`,
  };
}

export function unknownElement(name: string): Damage {
  const correct = knownElements.find((known) => known === name.toLowerCase());
  return {
    code: "xml-element-unknown",
    title: `${tagWords(name)} is not an element of a property list.`,
    where: "property lists do not know this element.",
    fix:
      correct === undefined
        ? `Property lists consist of ${knownElements.join(", ")}. Remove this element or replace it.`
        : `Write <${correct}>: capital and small letters differ.`,
  };
}

export function secondValue(name: string): Damage {
  return {
    code: "xml-second-value",
    title: "The property list holds more than one value.",
    where: `<${name}> follows after the value that makes up the property list.`,
    fix: "Keep one <dict> directly under <plist>, and move further keys into it.",
  };
}

export function valueWithoutKey(name: string): Damage {
  return {
    code: "xml-value-without-key",
    title: "A value in a dictionary has no key.",
    where: `<${name}> follows without a <key> before it.`,
    fix: "Write <key>…</key> before the value, or remove the value.",
  };
}

export function keyWithoutValue(name: string): Damage {
  return {
    code: "xml-key-without-value",
    title: "A key in a dictionary has no value.",
    where: `the key ${quoted(name)} is not followed by a value.`,
    fix: "Write the value after the key, or remove the key.",
  };
}

export function keyOutsideDict(parent: string): Damage {
  return {
    code: "xml-key-outside-dict",
    title: "A <key> stands outside of a <dict>.",
    where: `<key> begins directly inside <${parent}>.`,
    fix: "Put the keys and their values between <dict> and </dict>.",
  };
}

export function strayText(content: string): Damage {
  const placeholder = findPlaceholder(content)?.filledBy === "tool";
  return {
    code: placeholder ? "xml-placeholder" : "xml-stray-text",
    title: placeholder
      ? "A template placeholder stands between the elements."
      : "Text stands between the elements of the property list.",
    where: "it is outside of <string>, <key> or another value.",
    fix: placeholder
      ? "Let your tool fill in the template first, then open the result."
      : "Remove the text, or put it into an element.",
  };
}

export function repeatedKey(name: string): Damage {
  return {
    code: "xml-repeated-key",
    title: `The key ${quoted(name)} stands twice in one dictionary.`,
    where: "the key appears again here. The last value counts, as on macOS.",
    fix: "Remove one of the two.",
  };
}

const knownElements = [
  "plist",
  "dict",
  "array",
  "key",
  "string",
  "integer",
  "real",
  "true",
  "false",
  "date",
  "data",
];

/** Whether it is the name of an element that property lists have. */
export function isElement(name: string): boolean {
  return knownElements.includes(name);
}

/** The name of a key in a sentence. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}

/**
 * A tag in a sentence. Only what looks like a slip of the pen is repeated: where somebody forgot to write `&lt;`, what
 * follows is a piece of a value.
 */
export function tagWords(name: string): string {
  return /^[A-Za-z]{1,12}$/.test(name) ? `<${name}>` : "An element";
}
