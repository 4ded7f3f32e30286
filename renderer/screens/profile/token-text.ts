/** The words of a token field: scopes stand with `+` or spaces between them, codes with commas. */
export function splitTokens(text: string): readonly string[] {
  return text.split(/[\s,+]+/).filter((word) => word !== "");
}

/** Words back to text, with the separator that the stored text uses; `+` is Jamf's own spelling for scopes. */
export function joinTokens(words: readonly string[], stored: string): string {
  return words.join(/[+, ]+/.exec(stored.trim())?.[0] ?? "+");
}
