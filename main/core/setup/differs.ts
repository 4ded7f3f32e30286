import { isGuid } from "../guid.ts";

/** An object as Graph shows it. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** How a found object stands to what is wanted of it; `notShown` are members that the answer does not have at all. */
export type Difference = { readonly differing: readonly string[]; readonly notShown: readonly string[] };

/**
 * Compares the wanted members of an object with those that Graph shows. What is not wanted is not looked at; lists are the same in any
 * order; an absent member is the same as an empty one, because Graph leaves out neither rule about it.
 */
export function differences(found: GraphObject, wanted: GraphObject): Difference {
  const differing: string[] = [];
  const notShown: string[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    if (name.includes("@odata")) continue;
    if (!Object.hasOwn(found, name)) {
      if (!isEmpty(value)) notShown.push(name);
    } else if (!isSame(found[name], value, name)) differing.push(name);
  }
  return { differing, notShown };
}

/** Whether the found object has to be changed to be as wanted. */
export function differs(found: GraphObject, wanted: GraphObject): boolean {
  const { differing, notShown } = differences(found, wanted);
  return differing.length > 0 || notShown.length > 0;
}

function isSame(found: unknown, wanted: unknown, name: string): boolean {
  if (isEmpty(wanted)) return isEmpty(found);
  if (typeof wanted === "string") return typeof found === "string" && isSameText(found, wanted, name);
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found)) return false;
    const covers = (one: unknown, other: unknown) => isSame(one, other, name);
    return (
      wanted.every((item) => found.some((each) => covers(each, item))) &&
      found.every((item) => wanted.some((each) => covers(item, each)))
    );
  }
  if (isObject(wanted)) return isObject(found) && !differs(found, wanted);
  return found === wanted;
}

/** The permissions of a grant are words in any order; ids are compared without case, as Entra does. */
function isSameText(found: string, wanted: string, name: string): boolean {
  if (name === "scope") return wordsOf(found) === wordsOf(wanted);
  return isGuid(wanted) ? found.toLowerCase() === wanted.toLowerCase() : found === wanted;
}

function wordsOf(text: string): string {
  return [...new Set(text.trim().split(/\s+/u))].sort().join(" ");
}

/** Nothing, an empty list, and an object of nothing else all say the same: not configured. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.entries(value).every(([, member]) => isEmpty(member));
}

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
