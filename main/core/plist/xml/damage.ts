import type { Problem } from "../../problem.ts";
import { type Damage, problemAt } from "./problem.ts";

/**
 * Recognises damage that profiles really have, by the beginning of the text. The XML parser would report it too, with
 * a message that helps nobody.
 */
export function inspectStart(text: string): Problem | null {
  const start = text.search(/[^\s\uFEFF]/);
  if (start < 0) return problemAt(text, 0, emptyText);
  const head = text.slice(start, start + 2000);
  if (start > 0 && /^<\?xml[\s?]/i.test(head)) return problemAt(text, start, blankBeforeDeclaration);
  if (/^<!doctype\s+html|^<(html|head|body)[\s>]/i.test(head)) return problemAt(text, start, html);
  const bareKey = /^(<\?xml[^>]*>\s*)?(<!DOCTYPE[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<key>/.exec(head);
  if (bareKey !== null) return problemAt(text, start + bareKey[0].length - "<key>".length, bareKeys);
  const quote = /^(?:<[^>]*>\s*){0,2}<[^>]*?([\u2018-\u201F\u00AB\u00BB\u2032\u2033])/.exec(head);
  if (quote !== null) return problemAt(text, start + quote[0].length - 1, curlyQuotes);
  return null;
}

/** Turns the parser's message for the error at `offset` into a sentence, with the place where the damage is. */
export function explainSyntaxError(
  text: string,
  offset: number,
  message: string,
  open: { readonly name: string; readonly start: number } | null,
): Problem {
  const reason = message.replace(/^\d+:\d+: /, "");
  const last = Math.max(0, offset - 1);
  if (/^unclosed tag|^unexpected end/.test(reason))
    return problemAt(text, text.length, truncated(text, open));
  if (/^undefined entity|entity name|character entity|"&;"/.test(reason)) {
    return problemAt(text, Math.max(0, text.lastIndexOf("&", last)), ampersand);
  }
  const tag = text.lastIndexOf("<", last);
  if (tag >= 0 && /[\u2018-\u201F\u00AB\u00BB]/.test(text.slice(tag, offset)))
    return problemAt(text, last, curlyQuotes);
  if (/^disallowed character in closing tag/.test(reason))
    return problemAt(text, tag, unfinishedTag(text, tag));
  const unmatched = /^unmatched closing tag: (.*)\.$/.exec(reason)?.[1];
  if (unmatched !== undefined) return problemAt(text, tag, wrongClosingTag(unmatched, open));
  if (/text data outside of root/.test(reason)) return problemAt(text, last, textOutside);
  if (/only one root/.test(reason)) return problemAt(text, tag, secondRoot);
  return problemAt(text, last, notWellFormed(reason));
}

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

const curlyQuotes: Damage = {
  code: "xml-curly-quotes",
  title: "The XML uses curly quotation marks.",
  where:
    "only the straight marks \" and ' may enclose values in XML. A word processor or chat program replaces them.",
  fix: 'Replace the curly marks in this line by ".',
};

const ampersand: Damage = {
  code: "xml-ampersand",
  title: "A bare & stands in the text.",
  where: "in XML, & begins a code such as &amp; and cannot stand alone.",
  fix: "Write &amp; where you mean &.",
};

const textOutside: Damage = {
  code: "xml-text-outside",
  title: "Text stands outside of the property list.",
  where: "only <plist> and what it contains may hold text.",
  fix: "Remove everything before <plist> and after </plist>.",
};

const secondRoot: Damage = {
  code: "xml-second-root",
  title: "The file holds more than one document.",
  where: "another element begins after the property list has ended.",
  fix: "Keep one <plist> … </plist> and remove the rest.",
};

function truncated(text: string, open: { readonly name: string; readonly start: number } | null): Damage {
  const line = open === null ? 0 : text.slice(0, open.start).split(/\r\n|\r|\n/).length;
  return {
    code: "xml-truncated",
    title: "The file ends too early.",
    where:
      open === null ? "the last element is never closed." : `<${open.name}> of line ${line} is never closed.`,
    fix: "The file was cut off. Download or export it again.",
  };
}

function unfinishedTag(text: string, tag: number): Damage {
  const shown = /^<\/?[^\s<>]*/.exec(text.slice(tag, tag + 60))?.[0] ?? "</";
  return {
    code: "xml-unfinished-tag",
    title: "A closing tag is not finished.",
    where: `${shown} is not followed by >.`,
    fix: `Write ${shown}>.`,
  };
}

function wrongClosingTag(name: string, open: { readonly name: string } | null): Damage {
  const expected = open === null ? "" : ` <${open.name}> is still open.`;
  return {
    code: "xml-wrong-closing-tag",
    title: `</${name}> closes an element that is not open.`,
    where: `found </${name}>.${expected}`,
    fix: open === null ? `Remove </${name}>.` : `Write </${open.name}> before it, or remove </${name}>.`,
  };
}

function notWellFormed(reason: string): Damage {
  return {
    code: "xml-not-well-formed",
    title: "The file is not well-formed XML.",
    where: `the XML reader says: ${reason}`,
    fix: "Correct this place in a text editor, or export the profile again.",
  };
}
