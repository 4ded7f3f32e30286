import { masked } from "./names.ts";
import type { Range } from "./ranges.ts";
import { shortenUserName } from "./user-name.ts";

/** A quoted value, or a word; what holds it is not part of it. */
const given = String.raw`(?:"([^"\n]{1,400})"|'([^'\n]{1,400})'|“([^”\n]{1,400})”|([^\s"'“,;]{1,4000}))`;

const passwordName = "(?:pass[ _-]?(?:word|wd|phrase|code)|passwd|pwd|pin|secret|recovery[ _-]?key)";

/** `password is hunter2`, `the new password was set to hunter2` */
const saidToBe = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${passwordName}\s{1,4}(?:(?:(?:is|was) )?(?:set|changed|reset) to|is|was|will be)\s{1,4}(?:now\s)?${given}`,
  "dgiu",
);

/** `with password hunter2`, `token 9f8e7d` */
const beside = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${passwordName}|token)\s{1,4}${given}`, "dgiu");

/** `user jane.doe`, `for account 'jane'`; a comma or an `is` may stand between nothing. */
const personBeside = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:user(?:[ _-]?name)?|account(?:[ _-]?name)?|short[ _-]?name|login[ _-]?name|upn)\s{1,4}(?:(?:is|was|named|called)\s{1,4})?${given}(?=(\s{0,4}\S{0,20}))`,
  "dgiu",
);

/** `uid=501(jane)` of id and of the system. */
const numberedPerson = /\b[eg]?uid[=: ]{1,3}\d{1,10}\s?\(([^()\s]{1,255})\)/dgi;

/** What is said of a password or a person and is neither. */
const ordinary: ReadonlySet<string> = new Set(
  "not no a an the in on at to by of for from with and or but if that this who whose which as is was were are has had have be been being does did do can cannot can't could will would must should may might never now already still also about too due yet only both wrong right correct incorrect invalid valid expired empty missing required needed optional set unset blank null nil none unknown known stored saved synced same identical different old new ok fine good bad accepted rejected refused changed checked verified validated updated weak strong used reset locked unlocked disabled enabled hidden visible masked true false yes found cancelled canceled logged signed authenticated authorized authorised denied allowed created deleted removed added exists existed pressed clicked closed opened entered chose selected typed name names account accounts id ids agent info information data default defaults interface session sessions login logon logout record records home folder directory group groups role roles input experience principal profile context list table type token tokens password passwords details attributes value values field fields check checks change changes window prompt policy sync hash length error errors failed failure succeeded success ended began started finished matches differs state status count store storage manager endpoint service request response refresh".split(
    " ",
  ),
);

/**
 * Secrets and names in sentences, where no sign says what belongs together: a password behind "is", and what does not look like a
 * word of a sentence behind "password" or "user".
 */
export function spokenRanges(text: string): readonly Range[] {
  return [
    ...ranges(text, saidToBe, (value) => (isOrdinary(value) ? null : masked)),
    ...ranges(text, beside, (value, isQuoted) => (isQuoted || looksMade(value) ? masked : null)),
    ...ranges(text, personBeside, (value, isQuoted, behind) =>
      isQuoted || isName(value, behind) ? shortenUserName(value) : null,
    ),
    ...ranges(text, numberedPerson, shortenUserName),
  ];
}

function ranges(
  text: string,
  pattern: RegExp,
  show: (value: string, isQuoted: boolean, behind: string) => string | null,
): readonly Range[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const group = match.findIndex((part, index) => index > 0 && part !== undefined && part !== "");
    const place = match.indices?.[group];
    const value = match[group];
    if (place === undefined || value === undefined || value === masked) return [];
    const shown = show(value, text.charAt(place[0] - 1).search(/["'“]/) === 0, match[5] ?? "");
    return shown === null || shown === value ? [] : [{ start: place[0], end: place[1], shown }];
  });
}

function isOrdinary(value: string): boolean {
  return ordinary.has(bare(value)) || isOfError(value);
}

/** A code, a member or an address has its own rules, and has to stay readable. */
function isOfError(value: string): boolean {
  return /^[([{<]?(?:AADSTS\d|https?:)|^[[{<(]|[=]/i.test(value);
}

/** Digits, signs or capitals in its middle: no word of a sentence. */
function looksMade(value: string): boolean {
  if (isOrdinary(value)) return false;
  const word = value.replace(/[.:)\]!?…]{1,8}$/, "");
  return /[\p{N}@#$%^&*+~|\\/_!?]|\p{Ll}\p{Lu}/u.test(word);
}

/** `jane.doe`, `jdoe2`, or a word of which something is said: `user jane logged in`. */
function isName(value: string, behind: string): boolean {
  if (isOrdinary(value)) return false;
  const word = value.replace(/[.:)\]!?…]{1,8}$/, "");
  if (/^[\p{L}\p{N}][\p{L}\p{N}]{0,60}[._\\-][\p{L}\p{N}]|\p{N}/u.test(word)) return true;
  return (
    word !== value ||
    /^\s*(?:$|[.,;:)\]]|(?:logged|signed|is|was|has|had|not|does|did|from|with|on|in|at|authenticated|failed|exists|created|locked|could|cannot|can)\b)/i.test(
      behind,
    )
  );
}

function bare(value: string): string {
  return value.toLowerCase().replace(/^[^\p{L}\p{N}]{1,4}|[^\p{L}\p{N}]{1,8}$/gu, "");
}
