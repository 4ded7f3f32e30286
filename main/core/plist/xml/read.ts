import { SaxesParser } from "saxes";
import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { maximumNotices } from "../limits.ts";
import type { PlistValue } from "../value.ts";
import { commentHyphens, easeComments } from "./comments.ts";
import { DocumentReader, type OnText, type PlacedDamage } from "./document.ts";
import { problemAt } from "./problem.ts";
import { inspectStart } from "./start-damage.ts";
import { explainSyntaxError, wrongClosingTag } from "./syntax-damage.ts";

/** What was read, and remarks about what the reader had to decide (a key that stands twice). */
export type XmlReading = { readonly value: PlistValue; readonly notices: readonly Problem[] };

/** Parsed in pieces, so that a broken file of many megabytes ends at the first error. */
const pieceLength = 64 * 1024;

/**
 * Reads the text of an XML property list (DTD `PropertyList-1.0.dtd`).
 *
 * Strict XML 1.0: the text must be well-formed, entities of a DTD are refused and never expanded. Everything that is
 * not a property list gives one problem with line and column. Order of keys and kinds of values are kept. What macOS reads and
 * XML forbids without doubt about the meaning (`--` in a comment) is read with a remark.
 *
 * @param onText hears of every text value, and where its element begins
 */
export function readXmlPlist(text: string, onText?: OnText): Result<XmlReading> {
  const early = inspectStart(text);
  if (early !== null) return fail(early);
  const strict = read(text, onText);
  if (strict.ok || strict.problem.code !== commentHyphens.code) return strict;
  const { text: eased, loose } = easeComments(text);
  const reading = read(eased, onText);
  if (!reading.ok) return reading;
  const remarks = loose.slice(0, maximumNotices).map(({ offset }) => problemAt(text, offset, commentHyphens));
  return succeed({
    ...reading.value,
    notices: [...remarks, ...reading.value.notices].slice(0, maximumNotices),
  });
}

function read(text: string, onText: OnText | undefined): Result<XmlReading> {
  const parser = new SaxesParser({ position: true });
  const document = new DocumentReader(onText);
  const found: { problem: Problem | null } = { problem: null };
  const check = (damage: PlacedDamage | null) => {
    if (damage !== null) found.problem ??= problemAt(text, damage.offset, damage);
  };
  /** Where the tag begins whose name the parser has just read. */
  const tagStart = () => text.lastIndexOf("<", parser.position - 1);
  const textStart = (content: string) =>
    Math.max(0, text.lastIndexOf(firstLine(content), parser.position - 1));

  parser.on("error", (error) => {
    found.problem ??= explainSyntaxError(text, parser.position, error.message, document.innermost());
  });
  parser.on("doctype", (doctype) =>
    check(document.doctype(doctype, text.lastIndexOf("<!DOCTYPE", parser.position))),
  );
  parser.on("opentagstart", (tag) => check(document.open(tag.name, tagStart())));
  parser.on("text", (content) => check(document.text(content, textStart)));
  parser.on("cdata", (content) => check(document.text(content, textStart)));
  parser.on("closetag", (tag) => {
    const start = tagStart();
    const name = tag.isSelfClosing ? tag.name : closingName(text, start);
    // The parser closes the innermost element whatever the closing tag says, and complains afterwards.
    check(
      name === tag.name ? document.close(name, start) : { ...wrongClosingTag(name, tag.name), offset: start },
    );
  });

  for (let start = 0; start < text.length && found.problem === null; start += pieceLength) {
    parser.write(text.slice(start, start + pieceLength));
  }
  if (found.problem === null) parser.close();
  if (found.problem === null) check(document.end(text.length));
  if (found.problem !== null) return fail(found.problem);
  return succeed({ value: document.result(), notices: document.notices(text) });
}

function closingName(text: string, start: number): string {
  return /^<\/([^\s>]*)/.exec(text.slice(start, start + 200))?.[1] ?? "";
}

function firstLine(content: string): string {
  return content.trim().split(/[\r\n]/, 1)[0] ?? "";
}
