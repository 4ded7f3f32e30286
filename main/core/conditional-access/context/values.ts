import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { type Members, membersOf, textOf } from "../read/members.ts";

/** A problem that names the member of the context file which cannot be used, and what kind of value it has; never the value. */
export function wrongContext(
  member: string,
  seen: unknown,
  wanted: string,
): { readonly ok: false; readonly problem: Problem } {
  return fail({
    code: "wrong-context",
    title: "The context cannot be used.",
    detail: `${member} is ${kindOf(seen)}.`,
    fix: `Write ${wanted}. docs/conditional-access.md shows a whole context.`,
  });
}

/** What a file has in place of something else. */
function kindOf(seen: unknown): string {
  if (Array.isArray(seen)) return "a list";
  switch (typeof seen) {
    case "object":
      return seen === null ? "null" : "an object";
    case "string":
      return seen.trim() === "" ? "an empty text" : "a text that does not fit";
    case "undefined":
      return "missing";
    default:
      return `a ${typeof seen} that does not fit`;
  }
}

/** The first of several members that is there; null counts as there, because it says "none". */
export function firstOf(members: Members, names: readonly string[]): unknown {
  for (const name of names) if (members.has(name)) return members.get(name);
  return undefined;
}

/** Ids from a text, a list of texts, or a list of Graph objects; lower-cased. */
export function idSet(value: unknown, member: string): Result<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const item of Array.isArray(value) ? value : [value]) {
    const texts = typeof item === "string" ? [item] : namesOf(item);
    if (texts.length === 0) return wrongContext(member, item, "a list of ids");
    for (const text of texts) ids.add(text.trim().toLowerCase());
  }
  return succeed(ids);
}

/** Everything that a policy may call an object by: `id`, `roleTemplateId`, `userPrincipalName`, `displayName`. */
function namesOf(value: unknown): readonly string[] {
  const members = membersOf(value);
  const names = [
    "id",
    "roletemplateid",
    "roledefinitionid",
    "templateid",
    "userprincipalname",
    "upn",
    "displayname",
    "name",
  ];
  return names.map((name) => textOf(members?.get(name))).filter((text) => text !== null);
}

/** One of a list of words, without regard to case, blanks, dots and hyphens; the match as the list spells it. */
export function oneOf<T extends string>(value: unknown, words: readonly T[], member: string): Result<T> {
  const text = (textOf(value) ?? "").toLowerCase().replace(/[\s.-]/gu, "");
  const found = words.find((word) => word.toLowerCase() === text);
  return found === undefined ? wrongContext(member, value, `one of ${words.join(", ")}`) : succeed(found);
}

export function flag(value: unknown, member: string): Result<boolean> {
  if (typeof value === "boolean") return succeed(value);
  const text = textOf(value)?.toLowerCase();
  if (text === "true" || text === "false") return succeed(text === "true");
  return wrongContext(member, value, "true or false");
}
