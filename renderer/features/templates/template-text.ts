import type { Template } from "../../../preload/contract.ts";

/** How many things a template asks for: `Asks for 4 IDs`, as everybody calls them, or `Asks for 3 values`. */
export function asksFor({ blanks, group }: Pick<Template, "blanks" | "group">): string {
  const count = blanks.filter(({ without }) => without === null).length;
  const noun = group === "recipe" ? "ID" : "value";
  return `Asks for ${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The template as its form names it: `D, two API apps`. */
export function templateTitle({ letter, title }: Pick<Template, "letter" | "title">): string {
  return letter === null
    ? title
    : `${letter}, ${title.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`;
}
