/** The text with a small first letter, to go on inside a sentence; abbreviations such as API keep theirs. */
export function lowerFirst(text: string): string {
  const [first = "", second = ""] = Array.from(text);
  const isAbbreviation = second !== second.toLowerCase();
  return isAbbreviation ? text : first.toLowerCase() + text.slice(first.length);
}
