import type { Problem } from "../../problem.ts";
import { commentHyphens } from "./comments.ts";
import { explainEntity } from "./entity-damage.ts";
import { type Damage, problemAt } from "./problem.ts";
import { curlyQuote, curlyQuotes } from "./start-damage.ts";
import { isElement, secondRoot } from "./structure-damage.ts";

/** The innermost element that is open, and where it begins. */
export type OpenElement = { readonly name: string; readonly start: number };

/**
 * Turns a message of the XML parser into a sentence for people, at the place where the damage is.
 *
 * @param offset how far the parser has read
 * @param open the innermost element that is still open
 */
export function explainSyntaxError(
  text: string,
  offset: number,
  message: string,
  open: OpenElement | null,
): Problem {
  const reason = message.replace(/^\d+:\d+: /, "");
  const last = Math.max(0, offset - 1);
  const tag = Math.max(0, text.lastIndexOf("<", last));
  if (/^unclosed tag|^unexpected end/.test(reason)) return explainEnd(text, open);
  if (/entity|"&;"/.test(reason)) return explainEntity(text, last);
  if (/^malformed comment/.test(reason))
    return problemAt(text, Math.max(0, text.lastIndexOf("<!--", last)), commentHyphens);
  if (curlyQuote.test(/^<[^>]*/.exec(text.slice(tag, offset))?.[0] ?? ""))
    return problemAt(text, last, curlyQuotes);
  if (/^disallowed character in closing tag/.test(reason)) {
    // The parser stops at what follows; if that is the next tag, the unfinished one is before it.
    const unfinished = text.charAt(last) === "<" ? text.lastIndexOf("<", last - 1) : tag;
    return problemAt(text, unfinished, unfinishedTag(text, unfinished));
  }
  if (/^text data outside of root/.test(reason))
    return problemAt(text, textAfterTag(text, last), textOutside);
  if (/only one root/.test(reason)) return problemAt(text, tag, secondRoot);
  if (/^document must contain a root/.test(reason)) return explainNoRoot(text);
  return explainByPlace(text, last, tag, reason) ?? problemAt(text, last, notWellFormed(reason));
}

/** What the place says more plainly than the parser: a second document, a bare <, a value without quotes, a control character. */
function explainByPlace(text: string, last: number, tag: number, reason: string): Problem | null {
  if (/^an XML declaration must be at the start/.test(reason)) return problemAt(text, tag, secondDeclaration);
  if (/^unquoted attribute value/.test(reason)) return problemAt(text, last, unquotedValue);
  if (
    /^disallowed character in tag name/.test(reason) &&
    /^<(?![A-Za-z_:/!?])/.test(text.slice(tag, tag + 2))
  )
    return problemAt(text, tag, bareBracket);
  const code = text.codePointAt(last) ?? 0x20;
  if (/^disallowed character/.test(reason) && /\p{Cc}|\ufffe|\uffff/u.test(String.fromCodePoint(code)))
    return problemAt(text, last, controlCharacter(code));
  return null;
}

/** For `</found>` where another element is open, or none. */
export function wrongClosingTag(found: string, open: string | null): Damage {
  const tag = isElement(found) ? `</${found}>` : "A closing tag";
  return {
    code: "xml-wrong-closing-tag",
    title: `${tag} stands where it closes nothing.`,
    where: open === null ? "no element of this name is open." : `<${open}> is still open.`,
    fix: open === null ? "Remove it." : `Write </${open}> before it, or correct its name.`,
  };
}

/** The first character that is no blank behind the last tag. */
function textAfterTag(text: string, before: number): number {
  const end = text.lastIndexOf(">", before) + 1;
  return end + Math.max(0, text.slice(end).search(/\S/));
}

/** A bare & swallows everything up to the next semicolon, so a file may seem to end early because of one. */
function explainEnd(text: string, open: OpenElement | null): Problem {
  const from = open?.start ?? 0;
  const bare = text.slice(from).search(/&(?!(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);)/);
  if (bare >= 0) return explainEntity(text, from + bare);
  return problemAt(text, text.length, truncated(text, open));
}

/** A quotation mark or bracket that the DOCTYPE never closes hides the rest of the file. */
function explainNoRoot(text: string): Problem {
  const doctype = text.indexOf("<!DOCTYPE");
  return doctype < 0 ? problemAt(text, text.length, noElement) : problemAt(text, doctype, doctypeOpen);
}

const secondDeclaration: Damage = {
  code: "xml-second-declaration",
  title: "A second <?xml stands in the file.",
  where: "<?xml begins a document, and here it stands inside or behind another one.",
  fix: "Keep one document, from its <?xml to its </plist>, and delete the other.",
};

const unquotedValue: Damage = {
  code: "xml-unquoted-value",
  title: "A value in a tag has no quotation marks.",
  where: "what follows = in a tag stands between quotation marks.",
  fix: 'Put it between " and ", as in version="1.0".',
};

const bareBracket: Damage = {
  code: "xml-bare-bracket",
  title: "A bare < stands in the text.",
  where: "in XML, < begins a tag and cannot stand alone.",
  fix: "Write &lt; where you mean <.",
};

function controlCharacter(code: number): Damage {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "xml-not-well-formed",
    title: `The text holds the character ${name}, which XML does not allow.`,
    where: "a disallowed character, which most editors do not show.",
    fix: "Delete it: retype the word around this place, or export the profile again.",
  };
}

const textOutside: Damage = {
  code: "xml-text-outside",
  title: "Text stands outside of the property list.",
  where: "only <plist> and what it contains may hold text.",
  fix: "Keep what stands from <?xml to </plist>, and delete the rest.",
};

const noElement: Damage = {
  code: "xml-empty",
  title: "The file holds no property list.",
  where: "the file ends before an element begins.",
  fix: "Check that the whole file was saved or downloaded.",
};

const doctypeOpen: Damage = {
  code: "xml-doctype-open",
  title: "The DOCTYPE line never ends.",
  where: "a quotation mark or bracket in it is not closed, so the rest of the file belongs to it.",
  fix: "Correct the line, or remove it: property lists are valid without one.",
};

function truncated(text: string, open: OpenElement | null): Damage {
  const line = open === null ? 0 : text.slice(0, open.start).split(/\r\n|\r|\n/).length;
  return {
    code: "xml-truncated",
    title: "The file ends too early.",
    where:
      open === null
        ? "the last element is never closed."
        : `the <${open.name}> on line ${line} is never closed.`,
    fix: "Download or export it again.",
  };
}

function unfinishedTag(text: string, tag: number): Damage {
  const name = /^<\/([A-Za-z]*)/.exec(text.slice(tag, tag + 20))?.[1] ?? "";
  const shown = isElement(name) ? `</${name}` : "</…";
  return {
    code: "xml-unfinished-tag",
    title: "A closing tag is not finished.",
    where: `${shown} is not followed by >.`,
    fix: `Write ${shown}>.`,
  };
}

/** The parser's reasons repeat names that stand in the file, behind a colon; they can be pieces of a value. */
function notWellFormed(message: string): Damage {
  const reason = `${message.replace(/[:.][\s\S]*$/, "")}.`;
  return {
    code: "xml-not-well-formed",
    title: "The file is not well-formed XML.",
    where: `the XML reader says: ${reason}`,
    fix: "Correct this place in a text editor, or export the profile again.",
  };
}
