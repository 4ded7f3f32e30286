import type { Problem } from "../../problem.ts";
import { type Damage, problemAt } from "./problem.ts";

/** Codes of HTML that people bring into profiles, and the characters they stand for. XML knows five codes only. */
const htmlCodes: Readonly<Record<string, number>> = {
  nbsp: 160,
  iexcl: 161,
  cent: 162,
  pound: 163,
  yen: 165,
  sect: 167,
  uml: 168,
  copy: 169,
  laquo: 171,
  shy: 173,
  reg: 174,
  deg: 176,
  plusmn: 177,
  acute: 180,
  micro: 181,
  para: 182,
  middot: 183,
  raquo: 187,
  frac12: 189,
  iquest: 191,
  Agrave: 192,
  Aacute: 193,
  Acirc: 194,
  Atilde: 195,
  Auml: 196,
  Aring: 197,
  AElig: 198,
  Ccedil: 199,
  Egrave: 200,
  Eacute: 201,
  Ecirc: 202,
  Euml: 203,
  Iacute: 205,
  Ntilde: 209,
  Oacute: 211,
  Ouml: 214,
  times: 215,
  Oslash: 216,
  Uacute: 218,
  Uuml: 220,
  szlig: 223,
  agrave: 224,
  aacute: 225,
  acirc: 226,
  atilde: 227,
  auml: 228,
  aring: 229,
  aelig: 230,
  ccedil: 231,
  egrave: 232,
  eacute: 233,
  ecirc: 234,
  euml: 235,
  iacute: 237,
  icirc: 238,
  iuml: 239,
  ntilde: 241,
  oacute: 243,
  ocirc: 244,
  otilde: 245,
  ouml: 246,
  oslash: 248,
  ugrave: 249,
  uacute: 250,
  ucirc: 251,
  uuml: 252,
  ensp: 8194,
  emsp: 8195,
  thinsp: 8201,
  zwnj: 8204,
  zwj: 8205,
  ndash: 8211,
  mdash: 8212,
  lsquo: 8216,
  rsquo: 8217,
  sbquo: 8218,
  ldquo: 8220,
  rdquo: 8221,
  bdquo: 8222,
  bull: 8226,
  hellip: 8230,
  euro: 8364,
  trade: 8482,
  larr: 8592,
  rarr: 8594,
  minus: 8722,
};

/** What is wrong with the code that begins at the last `&` before `offset`. */
export function explainEntity(text: string, offset: number): Problem {
  const start = Math.max(0, text.lastIndexOf("&", offset));
  const code = text.slice(start, start + 40);
  if (/^&#(x[0-9a-fA-F]+|\d+);/.test(code)) return problemAt(text, start, forbiddenCharacter);
  if (/^&#/.test(code)) return problemAt(text, start, unfinishedNumber);
  const name = /^&([A-Za-z][A-Za-z0-9]*);/.exec(code)?.[1];
  if (name === undefined) return problemAt(text, start, ampersand);
  const small = name.toLowerCase();
  if (/^(amp|lt|gt|quot|apos)$/.test(small)) return problemAt(text, start, capitalCode(name, small));
  const number = Object.hasOwn(htmlCodes, name) ? htmlCodes[name] : undefined;
  return problemAt(text, start, number === undefined ? unknownCode : htmlCode(name, number));
}

export const ampersand: Damage = {
  code: "xml-ampersand",
  title: "A bare & stands in the text.",
  where: "in XML, & begins a code such as &amp; and cannot stand alone.",
  fix: "Write &amp; where you mean &.",
};

/** Names that HTML knows are repeated; any other may be a piece of a value. */
function htmlCode(name: string, number: number): Damage {
  return {
    code: "xml-entity-unknown",
    title: `&${name}; is a code of HTML, which XML does not know.`,
    where: "XML knows &amp;, &lt;, &gt;, &quot; and &apos;, and characters by number.",
    fix: `Write &#${number}; in its place.`,
  };
}

function capitalCode(name: string, small: string): Damage {
  return {
    code: "xml-entity-unknown",
    title: `&${name}; is written in capital letters, which XML does not know.`,
    where: "capital and small letters differ in XML.",
    fix: `Write &${small}; in its place.`,
  };
}

const unknownCode: Damage = {
  code: "xml-ampersand",
  title: "The text holds a code between & and ; that XML does not know.",
  where: "XML knows &amp;, &lt;, &gt;, &quot; and &apos;, and characters by number, such as &#160;.",
  fix: "Write &amp; where you mean &, or the number of the character that the code stands for.",
};

const forbiddenCharacter: Damage = {
  code: "xml-character-forbidden",
  title: "The text names a character by a number that XML does not allow.",
  where: "control characters other than tab and line breaks cannot stand in XML, not even by number.",
  fix: "Remove the code from &# to ;.",
};

const unfinishedNumber: Damage = {
  code: "xml-entity-unfinished",
  title: "A character that is named by its number is not finished.",
  where: "&# is followed by a number and a semicolon, as in &#160;.",
  fix: "Write the semicolon behind the number, or &amp; where you mean &.",
};
