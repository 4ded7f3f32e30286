import { visibleJson } from "../../text/visible.ts";
import type { ScriptMark } from "./script-look-up.ts";

/**
 * Conditions in JMESPath, which Azure CLI understands in `--query`: they compare what Graph shows with what is wanted, without any other
 * tool. Source: https://jmespath.org/specification.html
 */

/** A value of JSON as a literal. Backticks end a literal, so they are escaped as JSON allows. */
export function literal(value: unknown): string {
  return `\`${visibleJson(JSON.stringify(value)).replaceAll("`", "\\u0060")}\``;
}

/** True for an object with the mark. */
export function isMarked({ member, text }: ScriptMark): string {
  return member === "tags"
    ? `contains(tags || ${literal([])}, ${literal(text)})`
    : `description == ${literal(text)}`;
}

/**
 * True where what stands at this place is as wanted. Members that are not wanted are not looked at; lists are the same in any order;
 * what is absent is the same as what is empty or false, because Graph leaves out either.
 */
export function isAsWanted(place: string, wanted: unknown): string {
  if (isNothing(wanted)) return `!(${place})`;
  if (Array.isArray(wanted)) return isListAsWanted(place, wanted);
  if (typeof wanted !== "object" || wanted === null) return `${place} == ${literal(wanted)}`;
  const members = Object.entries(wanted).filter(([name]) => !name.includes("@odata"));
  return allOf(members.map(([name, value]) => isAsWanted(memberOf(place, name), value)));
}

/** Each that is wanted is there, and nothing else is. */
function isListAsWanted(place: string, wanted: readonly unknown[]): string {
  const list = `(${place} || ${literal([])})`;
  const areObjects = wanted.some((item) => typeof item === "object" && item !== null);
  if (!areObjects)
    return allOf([
      ...wanted.map((item) => `contains(${list}, ${literal(item)})`),
      `!(${list}[?!(contains(${literal(wanted)}, @))])`,
    ]);
  const each = wanted.map((item) => isAsWanted("@", item));
  return allOf([...each.map((item) => `${list}[?${item}]`), `!(${list}[?!(${each.join(" || ")})])`]);
}

function allOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions.join("") : `(${conditions.join(" && ")})`;
}

/** `@` alone stands for the object itself and is left out in front of a member. */
function memberOf(place: string, name: string): string {
  const member = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
  return place === "@" ? member : `${place}.${member}`;
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}
