/** A verdict as it is shown: one line to read from across the room, and the reason under it. */
export type Headline = { readonly title: string; readonly reason: string };

/**
 * Splits a verdict after its first sentence. A point inside a name (contoso.com, 2.45) ends none. That a login failed is what
 * colour and icon of a verdict say: where a reason follows, the reason is the title.
 */
export function headlineOf(sentence: string): Headline {
  const told = sentence.replace(/^The login failed\. (?=\S)/, "");
  const end = /[.!?] (?=\p{Lu})/u.exec(told);
  if (end === null) return { title: told, reason: "" };
  return { title: told.slice(0, end.index + 1), reason: told.slice(end.index + 2) };
}
