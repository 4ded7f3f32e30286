import { setupNote, setupTag } from "../mark.ts";
import type { GraphRequest } from "../setup-plan.ts";

/** Where the mark of a set-up stands in an object. */
export type ScriptMark = { readonly member: "tags" | "description"; readonly text: string };

/** How a script looks something up. */
export type ScriptLookUp = {
  readonly url: string;
  /** Name of what is looked for; null where it is found by something else. */
  readonly name: string | null;
  /** What tells the objects that a set-up made from others of that name; null where nothing has to. */
  readonly mark: ScriptMark | null;
  /** Whether Graph wants `ConsistencyLevel: eventual`, as it does for custom security attributes. */
  readonly isEventual: boolean;
};

const byNameAndMark = /^([^?]+\?\$filter=displayName%20eq%20'([^']*)')%20and%20(tags|description)[/%].*$/;

/**
 * Looks something up by its name alone, so that a script also sees what carries no mark: an object of that name that somebody else made
 * must stop it, and must stay.
 */
export function scriptLookUp({ url }: GraphRequest): ScriptLookUp {
  const [, nameOnly, encoded = "", member] = byNameAndMark.exec(url) ?? [];
  if (nameOnly === undefined) {
    // https://learn.microsoft.com/graph/aad-advanced-queries: such a filter is answered with $count and this header only.
    const isEventual = url.includes("customSecurityAttributes/");
    return { url: isEventual ? `${url}&$count=true` : url, name: null, mark: null, isEventual };
  }
  const name = decodeURIComponent(encoded).replaceAll("''", "'");
  const mark: ScriptMark =
    member === "tags" ? { member: "tags", text: setupTag } : { member: "description", text: setupNote };
  return { url: nameOnly, name, mark, isEventual: false };
}
