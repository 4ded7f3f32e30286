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

/** True for a text that is one code and nothing else. */
export function isOneCode(text: string): boolean {
  return text.length <= 400 && /^\s*(?:AADSTS)?\d{4,15}\s*$/i.test(text);
}

/** Codes that are named as Entra's: `AADSTS50076`, also `AADSTS 50076` and `AADSTS: 50076`. */
export function namedCodes(text: string): readonly number[] {
  const apart = [...text.matchAll(/\bAADSTS[\s:#-]{1,3}(\d{5,8})\b/gi)].map((match) => Number(match[1]));
  return [...new Set([...codesInText(text), ...apart])].slice(0, mostCodes);
}
