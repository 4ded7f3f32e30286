/**
 * A block of code in Markdown that ends where the text does: its fence is longer than every run of backticks in it
 * (https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
 *
 * @param language a word that names it, `http`
 */
export function fenced(text: string, language: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/**
 * A text that stands on one line, with nothing in it that Markdown could read: characters that mark something up are escaped, and so are
 * those that do at the start of a line only. Addresses do not become links by themselves.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>|~&$#!]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
