import { findEntry } from "../../verdict/catalogue.ts";
import { codesInText } from "../../verdict/entra-error.ts";

/** Beyond these nobody means to have them all explained. */
const mostCodes = 20;

/** The codes where a text is nothing but codes: `50076`, `AADSTS50076 50126`, `50076, 50079`. Empty for anything else. */
export function bareCodes(text: string): readonly number[] {
  if (text.length > 400 || !onlyCodes.test(text)) return [];
  const codes = (text.match(/\d{4,15}/g) ?? []).map(Number);
  return [...new Set(codes)].slice(0, mostCodes);
}

const onlyCodes = /^\s*(?:AADSTS)?\d{4,15}(?:[\s,;/&+]+(?:(?:and|or)\s+)?(?:AADSTS)?\d{4,15})*[\s,;]*$/i;

/** Codes that are named as Entra's: `AADSTS50076`, also `AADSTS 50076` and `AADSTS: 50076`. */
export function namedCodes(text: string): readonly number[] {
  const apart = [...text.matchAll(/\bAADSTS[\s:#-]{1,3}(\d{5,8})\b/gi)].map((match) => Number(match[1]));
  return [...new Set([...codesInText(text), ...apart])].slice(0, mostCodes);
}

/** What a number in a sentence says: those that are called a code, and those that only look like one. */
export type Numbers = { readonly called: readonly number[]; readonly lookAlike: readonly number[] };

/**
 * Numbers of a sentence that the catalogue knows. "The log shows 50105" calls it a code; "50126 students" does not, and a
 * number that stands for itself is only offered.
 */
export function numbersInText(text: string): Numbers {
  const called = new Set<number>();
  const lookAlike = new Set<number>();
  let looked = 0;
  for (const match of text.matchAll(numbers)) {
    const code = Number(match[0]);
    looked += 1;
    if (looked > 500) break;
    if (called.has(code) || findEntry(code) === null) continue;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    if (isAmount(before, after)) continue;
    if (isCalledCode(before, after, code)) called.add(code);
    else lookAlike.add(code);
  }
  return {
    called: [...called].slice(0, mostCodes),
    lookAlike: [...lookAlike].filter((code) => !called.has(code)).slice(0, 3),
  };
}

/** A number of five to seven digits that is no part of another one; `50076,50079` and `50076/50079` are two. */
const numbers =
  /(?<![\p{L}\p{N}_.:#+-])(?<!(?<!\d{5}),)(?<!(?<!\d{5})\/)\d{5,7}(?![\p{L}\p{N}_]|[.:-]\d|[,/]\d{1,4}(?!\d))/gu;

const things =
  /^\s*(?:[a-z-]+\s+)?(?:users?|macs?|devices?|people|students?|pupils|times|ms|seconds?|minutes?|hours?|days?|log-?ins?|sign-?ins?|accounts?|employees|staff|clients?|machines|computers|seats|licen[cs]es|records|entries|dollars|euros?|kb|mb|gb|bytes|%|€|\$)(?![a-z])/i;
const otherNumbers =
  /\b(?:port|ticket|case|issue|request|order|pr|pull|kb|version|build|room|phone|tel|zip|postcode|line|row|line|about|over|than|around|roughly|approximately|nearly|some|of the)\s*[:#]?\s*$/i;

function isAmount(before: string, after: string): boolean {
  return things.test(after) || otherNumbers.test(before) || /[€$£]\s*$/.test(before);
}

const callsACode =
  /\b(?:errors?|errcode|codes?|fehler\w*|c[oó]digo|codigo|codice|erreur|foutcode|fout|feil\w*|fel|aadsts|sts|shows?|showed|showing|says?|said|with|result|resulttype|status|failures?|fails?|failed|reason|logs?|answers?|answered|returns?|returned|gets?|got|see|saw|failing|ends?|ending)\b[^\n.!?]{0,30}$/i;
const isNextToIt = /(?:errors?|codes?|aadsts|fehler\w*|c[oó]digo|codice|erreur|resulttype)\s*[:=#(]?\s*$/i;

/** `50126 errors`, `a 50126 failure`. */
const namesIt = /^\s*(?:errors?|codes?|failures?|answers?|responses?|rows?|lines?|events?)\b/i;
/** `(50126)` behind the words of an error. */
const inBrackets =
  /\b(?:invalid|denied|block\w*|refused|locked|disabled|expired|password|sign-?in|log-?in|access)\b[^\n]{0,40}[([]$/i;
/** `50126: Invalid password` at the beginning of a line. */
const isHead = /(?:^|\n)\s*$/;
const message =
  /^\s*[:–-]\s+[^\n]{0,60}\b(?:errors?|passwords?|invalid|users?|accounts?|sign|mfa|multi-factor|authentication|polic\w+|access|devices?|tokens?|administrator|applications?)\b/i;

/** A round number needs the word itself before it: "with 50000" is more often an amount. */
function isCalledCode(before: string, after: string, code: number): boolean {
  if (isNextToIt.test(before)) return true;
  if (code % 1000 === 0) return false;
  if (callsACode.test(before) || namesIt.test(after) || inBrackets.test(before)) return true;
  return isHead.test(before) && message.test(after);
}
