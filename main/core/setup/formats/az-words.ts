import { visibleJson } from "../../text/visible.ts";
import { bashWord } from "../quote/bash.ts";
import type { GraphRequest } from "../setup-plan.ts";
import { isAsWanted, isMarked, literal } from "./jmespath.ts";
import { savedParts } from "./saved-parts.ts";
import type { ScriptLookUp } from "./script-look-up.ts";
import { oneSeenLine } from "./seen-line.ts";

/** A text as one word of bash, with variables where it names what was saved. */
export function word(text: string): string {
  return (
    savedParts(text)
      .map((part) => ("saved" in part ? `"$${part.saved}"` : bashWord(part.text)))
      .join("") || "''"
  );
}

/** A text for people as one word: one line, nothing hidden, and `{clientAppId}` in it means nothing. */
export function said(text: string): string {
  return bashWord(oneSeenLine(text));
}

/** The words of a request: method, address, query, and the body where there is one. */
export function requestWords({ method, url, body }: GraphRequest, query: string): string {
  const words = [method, word(url), word(query)];
  return [...words, ...(body === undefined ? [] : [word(visibleJson(JSON.stringify(body)))])].join(" ");
}

/**
 * One line about what was found: how many objects are ours, whether the first is as wanted, of the first what the step saves, and where a
 * mark tells ours from others the ids of the others. What has no value is a hyphen.
 */
export function foundQuery(
  { mark }: ScriptLookUp,
  wanted: Readonly<Record<string, unknown>> | null,
  saves: readonly string[],
): string {
  const values = [
    "to_string(length(own))",
    wanted === null ? literal("-") : `to_string(!!(${isAsWanted("own[0]", wanted)}))`,
    ...saves.map((member) => `own[0].${member} || ${literal("-")}`),
  ];
  const all = "{all: not_null(value, [@])}";
  const line = (more: readonly string[]) => `join(${literal(" ")}, [${[...values, ...more].join(", ")}])`;
  if (mark === null) return [all.replace("all", "own"), line([])].join(" | ");
  const marked = isMarked(mark);
  const others = `join(${literal(",")}, others[].id) || ${literal("-")}`;
  return [all, `{own: all[?${marked}], others: all[?!(${marked})]}`, line([others])].join(" | ");
}

/** One line with the members that a step saves, of what was just made. */
export function madeQuery(saves: readonly string[]): string {
  return saves.length === 0 ? literal("-") : `join(${literal(" ")}, [${saves.join(", ")}])`;
}
