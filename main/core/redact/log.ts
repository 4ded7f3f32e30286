import { masked } from "./names.ts";
import { type Range, replaceRanges } from "./ranges.ts";
import { spokenRanges } from "./spoken.ts";
import { namedRanges } from "./text.ts";
import { tokenRanges } from "./tokens.ts";
import { shortenUserName } from "./user-name.ts";

/** Separators between a name and its value in a log: `name: value`, `name = "value";`, `"name" : "value"`. */
const assigned = String.raw`["']?\s{0,8}[=:]\s{0,8}`;
const value = String.raw`(?:"((?:[^"\\\n]|\\[^\n]){0,4000})"?|'([^'\n]{0,4000})'?|([^\s"';,&)}\]]{1,4000}))`;

/** Names of secrets in all the ways in which programs write them: `clientSecret`, `client-secret`, `Client Secret`. */
const secret = new RegExp(
  String.raw`(?:pass[ _-]?(?:word|wd|phrase|code)|passwd|pwd|(?<![\p{L}\p{N}])pin|(?:client|shared)[ _-]?secret|secret|(?:access|refresh|id|bearer|session)[ _-]?token|token|authorization|(?:set-)?cookie|client[ _-]?assertion|assertion|auth(?:orization)?[ _-]?code|code[ _-]?(?:verifier|challenge)|recovery[ _-]?key)${assigned}(?:(?:bearer|basic|dpop)\s{1,8})?${value}`,
  "dgiu",
);

/** Values that bind a request to its answer. Their names are words too, so only the form of an address is taken. */
const onceUsed = /(?:state|nonce)=([^\s&;,"'<>]{1,4000})/dgi;

/** Names of people, of which the first letter stays. */
const person = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:user|short|login|account|network|local|record|preferred|unique|log ?on)[ _-]?(?:user)?[ _-]?name|user|account|upn|user[ _-]?principal[ _-]?name|login[ _-]?hint)${assigned}${value}`,
  "dgiu",
);

/** A full name has blanks in it, so it goes to the end of what holds it. */
const fullName =
  /(?<![\p{L}\p{N}])(?:(?:full|real|display|given|family|first|last)[ _-]?name)["']?\s{0,8}[=:]\s{0,8}"?([^"\n;,&]{1,200})/dgiu;

const email =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,200}@[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/dgu;

const credential = /\b(?:bearer|basic|dpop) {1,4}([\w.~+/=-]{8,4000})/dgi;
/** With the host, so that a password with a host behind it is not taken for an address of mail. */
const userInfo = /:\/\/([^\s/@"'<>]{1,500}@[^\s/:"'<>@]{0,255})/dg;
const home = /\/Users\/(?!Shared\b)([^/\s"'<>:]{1,255})/dg;

/**
 * Masks a message of a log, of which nobody knows what its program wrote into it: everything that {@link namedRanges} and
 * {@link tokenRanges} know, the same names as programs write them in sentences and lists, credentials, and who was there: addresses
 * of mail, account names, full names, home folders.
 */
export function maskLog(text: string): string {
  return replaceRanges(text, [
    ...namedRanges(text),
    ...tokenRanges(text),
    ...(/[=:]/.test(text) ? assignedRanges(text) : []),
    ...spokenRanges(text),
    ...found(text, credential, () => masked),
    ...found(text, userInfo, (given) => `${masked}${given.slice(given.indexOf("@"))}`),
    ...found(text, home, shortenUserName),
    ...whole(text),
  ]);
}

function assignedRanges(text: string): readonly Range[] {
  return [
    ...found(text, secret, () => masked),
    ...found(text, onceUsed, () => masked),
    ...found(text, person, shortenUserName),
    ...found(text, fullName, shortenUserName),
  ];
}

function found(text: string, pattern: RegExp, show: (given: string) => string): readonly Range[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const group = match.findIndex((part, index) => index > 0 && part !== undefined && part !== "");
    const place = group < 0 ? undefined : match.indices?.[group];
    const given = match[group];
    if (place === undefined || given === undefined || given === masked) return [];
    const shown = show(given);
    return shown === given ? [] : [{ start: place[0], end: place[1], shown }];
  });
}

function whole(text: string): readonly Range[] {
  if (!text.includes("@")) return [];
  return [...text.matchAll(email)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    shown: shortenUserName(match[0]),
  }));
}
