/** Markup that is safe to put into a page as it is. Only {@link markup} and {@link raw} make it. */
export type Markup = { readonly markup: string };

/** What a page can be given: text is always escaped, lists are joined, null is nothing. */
export type Insert = string | number | null | Markup | readonly Markup[];

/** Template tag: everything inserted is text unless it is markup already. */
export function markup(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return {
    markup: strings
      .map((part, index) => part + (index < inserts.length ? render(inserts[index] ?? null) : ""))
      .join(""),
  };
}

function render(insert: Insert): string {
  if (insert === null) return "";
  if (typeof insert === "string" || typeof insert === "number") return escapeText(String(insert));
  return "markup" in insert ? insert.markup : insert.map((part) => part.markup).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
