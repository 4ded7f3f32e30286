/**
 * A list of Graph objects with these conditions. Texts are quoted as OData wants it (https://docs.oasis-open.org/odata/odata/v4.01/
 * odata-v4.01-part2-url-conventions.html, 5.1.1.14.1) and encoded; `{name}` stays, as what stands for an id.
 */
export function listWhere(path: string, ...conditions: readonly string[]): string {
  return `${path}?$filter=${conditions.join(" and ").replaceAll(" ", "%20")}`;
}

/** `member eq 'text'`, for any text. */
export function is(member: string, text: string): string {
  return `${member} eq '${encodeURIComponent(text.replaceAll("'", "''")).replaceAll("'", "%27")}'`;
}

/** `member eq '{name}'`, for what an earlier step saved. */
export function isSaved(member: string, name: string): string {
  return `${member} eq '{${name}}'`;
}

/** Whether a list of texts holds this one; `text` may hold `{name}`, and nothing that needs encoding. */
export function holds(member: string, text: string): string {
  return `${member}/any(t:t eq '${text}')`;
}
