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
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_.,:#/+-])\d{5,7}(?![\p{L}\p{N}_]|[.,:/-]\d)/gu)) {
    const code = Number(match[0]);
    looked += 1;
    if (looked > 500) break;
    if (called.has(code) || findEntry(code) === null) continue;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
    if (isAmount(before, after)) continue;
    if (isCalledCode(before, code)) called.add(code);
    else lookAlike.add(code);
  }
  return {
    called: [...called].slice(0, mostCodes),
    lookAlike: [...lookAlike].filter((code) => !called.has(code)).slice(0, 3),
  };
}

const things =
  /^\s*(?:[a-z-]+\s+)?(?:users?|macs?|devices?|people|students?|pupils|rows?|lines?|times|ms|seconds?|minutes?|hours?|days?|log-?ins?|sign-?ins?|accounts?|employees|staff|clients?|machines|computers|seats|licen[cs]es|records|entries|errors?|failures?|events?|dollars|euros?|kb|mb|gb|bytes|%|€|\$)(?![a-z])/i;
const otherNumbers =
  /\b(?:port|ticket|case|issue|request|order|pr|pull|kb|version|build|room|phone|tel|zip|postcode|line|row|line|about|over|than|around|roughly|approximately|nearly|some|of the)\s*[:#]?\s*$/i;

function isAmount(before: string, after: string): boolean {
  return things.test(after) || otherNumbers.test(before) || /[€$£]\s*$/.test(before);
}

const callsACode =
  /\b(?:errors?|errcode|codes?|fehler\w*|c[oó]digo|codigo|codice|erreur|foutcode|fout|feil\w*|fel|aadsts|sts|shows?|showed|showing|says?|said|with|result|resulttype|status|failures?|fails?|failed|reason|logs?|answers?|answered|returns?|returned|gets?|got|see|saw)\b[^\n.!?]{0,30}$/i;
const isNextToIt = /(?:errors?|codes?|aadsts|fehler\w*|c[oó]digo|codice|erreur|resulttype)\s*[:=#(]?\s*$/i;

/** A round number needs the word itself before it: "with 50000" is more often an amount. */
function isCalledCode(before: string, code: number): boolean {
  return code % 1000 === 0 ? isNextToIt.test(before) : callsACode.test(before);
}
