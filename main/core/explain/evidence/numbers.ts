import { findEntry } from "../../verdict/catalogue.ts";

/** What a number in a sentence says: those that are called a code, and those that only look like one. */
export type Numbers = { readonly called: readonly number[]; readonly lookAlike: readonly number[] };

const mostCalled = 20;
const mostOffered = 3;
/** Beyond these a text is a table and no sentence. */
const mostNumbers = 500;

/**
 * Numbers of a sentence that the catalogue knows. A noun calls a number a code: "error 50105", "the sign-in log shows 50105".
 * A verb does not ("we got 50034 of them enrolled"), nor does a bracket or a word behind it: such a number is only offered, and
 * an amount ("50126 students") not even that.
 */
export function numbersInText(text: string): Numbers {
  const called = new Set<number>();
  const lookAlike = new Set<number>();
  let looked = 0;
  let endOfCalled = -1;
  for (const match of text.matchAll(numbers)) {
    const code = Number(match[0]);
    const end = match.index + match[0].length;
    looked += 1;
    if (looked > mostNumbers) break;
    if (findEntry(code) === null) continue;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(end, end + 80);
    if (isAmount(before, after)) continue;
    const goesOn =
      endsWithCode.test(before) || (endOfCalled >= 0 && separator.test(text.slice(endOfCalled, match.index)));
    if (isCalledCode(before, after, code) || (goesOn && code % 1000 !== 0)) {
      called.add(code);
      endOfCalled = end;
    } else lookAlike.add(code);
  }
  return {
    called: [...called].slice(0, mostCalled),
    lookAlike: [...lookAlike].filter((code) => !called.has(code)).slice(0, mostOffered),
  };
}

/** A number of five to seven digits that is no part of another one; `50076,50079` and `50076/50079` are two. */
const numbers =
  /(?<![\p{L}\p{N}_.:#+-])(?<!(?<!\d{5}),)(?<!(?<!\d{5})\/)\d{5,7}(?![\p{L}\p{N}_]|[.:-]\d|[,/]\d{1,4}(?!\d))/gu;

const things =
  /^\s*(?:of\b|(?:[a-z-]+\s+)?(?:users?|macs?|devices?|people|students?|pupils|times|ms|seconds?|minutes?|hours?|days?|log-?ins?|sign-?ins?|accounts?|employees|staff|clients?|machines|computers|seats|licen[cs]es|records|entries|dollars|euros?|kb|mb|gb|bytes|%|€|\$)(?![a-z]))/i;
const otherNumbers =
  /\b(?:port|ticket|case|issue|request|order|pr|pull|kb|version|build|room|phone|tel|zip|postcode|line|row|about|over|than|around|roughly|approximately|nearly|some|of the)\s*[:#]?\s*$/i;

function isAmount(before: string, after: string): boolean {
  return things.test(after) || otherNumbers.test(before) || /[€$£]\s*$/.test(before);
}

/** `AADSTS50076, ` and what else joins a number to a code before it. */
const joint = String.raw`(?:\s?[,/&+;]\s?(?:(?:and|or)\s)?|\s(?:and|or|und|oder|et|ou|y|e)\s)`;
const separator = new RegExp(`^${joint}$`, "i");
const endsWithCode = new RegExp(String.raw`AADSTS[\s:#-]{0,3}\d{5,8}${joint}$`, "i");

/** One error before its number, in the languages of the pages. */
const errorBefore =
  /(?<![\p{L}\p{N}_-])(?:error(?:[ _-]?(?:code|number|no\.?))?|errcode|fehler(?:code|nummer)?|erreur|foutcode|fout|feil(?:kode)?|fel(?:kod)?|c[oó]digo(?: de error)?|codice(?: di)?(?: errore)?|resulttype)\s?[:=#(]?\s?$/iu;
/** Several need several numbers: "errors: 50126 in March" counts them. */
const errorsBefore = /(?<![\p{L}\p{N}_-])errors\s?[:=#(]?\s?$/iu;
const anotherNumber = new RegExp(String.raw`^${joint}(?:AADSTS)?\d{5,7}(?!\d)`, "i");

const codeBefore = /(?:([\p{L}]{1,20})[\s-]{1,2})?(?<![\p{L}\p{N}_])codes?"?\s{0,3}[:=#(]?\s{0,3}"?$/iu;
/** A code of anything else has its name before it: zip code, door code, product code. */
const ofErrors: ReadonlySet<string> = new Set(
  "error status failure result response return in on login signin entra azure microsoft aadsts sts the a an this that these those same with by of and or is was got get gets getting return returns returned show shows showed say says said give gives gave see sees saw".split(
    " ",
  ),
);

/** Whether a text that ends before a number calls it an error's code: `error code `, `with code: `, and not `zip code `. */
export function endsWithCodeLabel(before: string): boolean {
  const found = codeBefore.exec(before);
  if (found === null) return false;
  const [, word] = found;
  return word === undefined
    ? !/\p{L}-$/u.test(before.slice(0, found.index))
    : ofErrors.has(word.toLowerCase());
}

/** The log that holds codes says one by itself: "the sign-in log shows 50057 for the user". */
const logBefore =
  /\b(?:(?:sign-?ins?|log-?ins?|entra|azure)(?: id| ad)?(?:['’]s)? logs?|logs? of (?:the )?(?:sign-?ins?|log-?ins?))\s(?:shows?|showed|says?|said|has|had|reads?|reports?|reported)\s$/i;
const endOfClause =
  /^(?:\s*(?:$|[,;:!?)"'”’\n]|\.(?:\s|$))|\s(?:for|at|when|and|or|but|while|because|after|every|each|on|from)\s)/i;

/** `a 50126 error` */
const articleBefore = /\b(?:an?|the|this|that)\s$/i;
const errorBehind =
  /^\s(?:error|failure)(?:\scode)?(?=\s*(?:$|[.,;:!?)\n])|\s(?:in|on|at|for|from|when|after|with|and|or|is|again)\s)/i;

/** `50126: Error validating credentials` at the beginning of a line, in the words of Entra's own messages. */
const isHead = /(?:^|\n)\s*$/;
const message =
  /^\s*[:–-]\s+[^\n]{0,60}\b(?:error validating|invalid (?:username|user name|grant|client|resource)|multi-factor authentication|strong authentication|conditional access|user account|is not assigned)\b/i;

/** A round number needs the word itself before it: "the log shows 50000" is more often an amount. */
function isCalledCode(before: string, after: string, code: number): boolean {
  if (errorBefore.test(before) || endsWithCodeLabel(before)) return true;
  if (errorsBefore.test(before) && anotherNumber.test(after)) return true;
  if (code % 1000 === 0) return false;
  if (logBefore.test(before) && endOfClause.test(after)) return true;
  if (articleBefore.test(before) && errorBehind.test(after)) return true;
  return isHead.test(before) && message.test(after);
}
