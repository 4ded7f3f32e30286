import type { GraphObject } from "./differs.ts";
import type { GraphRequest } from "./setup-plan.ts";

/** What a request showed: the objects that it found, or why nobody can tell. */
export type Looked =
  | { readonly kind: "found"; readonly objects: readonly GraphObject[] }
  | { readonly kind: "cannot-tell"; readonly why: string };

/** Looks something up: in a tenant that is asked, or in what was read of one. */
export type LookUp = (request: GraphRequest) => Promise<Looked>;

/** What was read of a tenant, by the path of the list below the version; a list that is missing was not read. */
export type ReadLists = ReadonlyMap<string, readonly GraphObject[]>;

const PART = /^([\w/]+) eq '((?:[^']|'')*)'$/;
const ANY = /^([\w/]+)\/any\((\w+):\2 eq '((?:[^']|'')*)'\)$/;

/**
 * Looks up in what was read, as Graph would answer: the part of `$filter` that set-ups use, and one object by its id. Anything else is
 * not guessed.
 */
export function lookUpIn(lists: ReadLists): LookUp {
  return async ({ url }) => {
    const [address = "", query = ""] = url.split("?");
    const path = decoded(address.replace(/^\/(?:v1\.0|beta)\//u, "").replace(/^\//u, ""));
    const whole = listOf(lists, path);
    if (whole !== null) return filtered(whole, query);
    const slash = path.lastIndexOf("/");
    const parent = listOf(lists, path.slice(0, slash));
    if (parent === null) return cannotTell(notRead(path));
    const id = path.slice(slash + 1).toLowerCase();
    return { kind: "found", objects: parent.filter((each) => String(each["id"]).toLowerCase() === id) };
  };
}

function listOf(lists: ReadLists, path: string): readonly GraphObject[] | null {
  for (const [name, objects] of lists) if (name.toLowerCase() === path.toLowerCase()) return objects;
  return null;
}

function filtered(objects: readonly GraphObject[], query: string): Looked {
  const filter = /(?:^|&)\$filter=([^&]*)/u.exec(query)?.[1];
  if (filter === undefined) return { kind: "found", objects };
  const tests: Test[] = [];
  for (const part of decoded(filter).split(/ and (?=(?:[^']*'[^']*')*[^']*$)/u)) {
    const test = testOf(part.trim());
    if (test === null) return cannotTell("Only Graph itself can answer this.");
    tests.push(test);
  }
  const found: GraphObject[] = [];
  for (const object of objects) {
    const answers = tests.map(({ holds }) => holds(object));
    if (answers.includes(false)) continue;
    // A member that the reading left out decides about nothing.
    const open = tests[answers.indexOf(null)];
    if (open !== undefined) return cannotTell(`Not returned: ${open.member}.`);
    found.push(object);
  }
  return { kind: "found", objects: found };
}

/** One part of a filter: whether it holds of an object, null where the member was not returned. */
type Test = { readonly member: string; readonly holds: (object: GraphObject) => boolean | null };

function testOf(part: string): Test | null {
  const any = ANY.exec(part);
  if (any !== null) {
    const [, path = "", , text = ""] = any;
    const wanted = unquoted(text);
    return {
      member: memberOf(path),
      holds: (object) => {
        const list = valueAt(object, path);
        if (list === undefined) return null;
        return Array.isArray(list) && list.some((item) => same(item, wanted));
      },
    };
  }
  const match = PART.exec(part);
  if (match === null) return null;
  const [, path = "", text = ""] = match;
  const wanted = unquoted(text);
  return {
    member: memberOf(path),
    holds: (object) => {
      const value = valueAt(object, path);
      return value === undefined ? null : same(value, wanted);
    },
  };
}

function memberOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** Graph compares texts without case. */
function same(value: unknown, wanted: string): boolean {
  return typeof value === "string" && value.toLowerCase() === wanted.toLowerCase();
}

/**
 * `customSecurityAttributes/JamfConnect/isExemptMFA`. A member that lacks in what was returned is not set, which is an answer; what is
 * null as a whole was not returned, because Graph shows null to who may not see it.
 */
function valueAt(object: GraphObject, path: string): unknown {
  let value: unknown = object;
  for (const [index, name] of path.split("/").entries()) {
    if (typeof value !== "object" || value === null) return index === 1 ? undefined : null;
    if (!Object.hasOwn(value, name)) return index === 0 ? undefined : null;
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
}

function unquoted(text: string): string {
  return text.replaceAll("''", "'");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const titles: readonly (readonly [path: string, words: string])[] = [
  ["applications", "App registrations were not read."],
  ["serviceprincipals", "Service principals were not read."],
  ["oauth2permissiongrants", "Consent was not read."],
  ["identity/conditionalaccess/policies", "Policies were not read."],
  ["identity/conditionalaccess/settings", "The baseline setting was not read."],
];

function notRead(path: string): string {
  const found = titles.find(([list]) => path.toLowerCase().startsWith(list));
  return found?.[1] ?? "This was not read.";
}

function cannotTell(why: string): Looked {
  return { kind: "cannot-tell", why };
}
