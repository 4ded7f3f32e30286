import type { Problem } from "../../problem.ts";
import { type Damage, problemAt } from "./problem.ts";

/** Quotation marks that word processors and chat programs put in place of the straight ones. */
export const curlyQuote = /[\u2018-\u201F\u00AB\u00BB\u2032\u2033]/;

/**
 * Recognises damage at the beginning of the text that profiles really have. The XML parser would report it too, with a
 * message that helps nobody.
 */
export function inspectStart(text: string): Problem | null {
  const start = text.search(/[^\s\uFEFF]/);
  if (start < 0) return problemAt(text, 0, emptyText);
  const head = text.slice(start, start + 2000);
  if (start > 0 && /^<\?xml[\s?]/i.test(head)) return problemAt(text, start, blankBeforeDeclaration);
  if (/^<!doctype\s+html|^<(html|head|body)[\s>]/i.test(head)) return problemAt(text, start, html);
  const bareKey = /^(<\?xml[^>]*>\s*)?(<!DOCTYPE[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<key>/.exec(head);
  if (bareKey !== null) return problemAt(text, start + bareKey[0].length - "<key>".length, bareKeys);
  const opening =
    /^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<(?:\?xml|!DOCTYPE|plist)\b[^>]*/.exec(head)?.[0] ?? "";
  const quote = opening.search(curlyQuote);
  return quote < 0 ? null : problemAt(text, start + quote, curlyQuotes);
}

export const curlyQuotes: Damage = {
  code: "xml-curly-quotes",
  title: "The XML uses curly quotation marks.",
  where:
    "only the straight marks \" and ' may enclose values in XML. A word processor or chat program replaces them.",
  fix: 'Replace the curly marks in this line by ".',
};

const emptyText: Damage = {
  code: "plist-empty",
  title: "The file is empty.",
  where: "there is no text, only blanks.",
  fix: "Choose another file, or export the profile again.",
};

const blankBeforeDeclaration: Damage = {
  code: "xml-blank-before-declaration",
  title: "Something stands before <?xml, which XML does not allow.",
  where: "<?xml must be the very first characters of the file; blanks or empty lines precede it.",
  fix: "Delete everything before <?xml and save the file.",
};

const html: Damage = {
  code: "plist-is-html",
  title: "This is a web page, not a profile.",
  where: "the file begins like HTML.",
  fix: "The download probably ended on a sign-in or error page. Download the profile again.",
};

const bareKeys: Damage = {
  code: "xml-bare-keys",
  title: "The file holds keys without the property list around them.",
  where:
    "<key> begins without <plist> and <dict> before it, the form that Intune's preference file upload takes.",
  fix: 'Put <plist version="1.0"><dict> before the first key and </dict></plist> after the last value.',
};
