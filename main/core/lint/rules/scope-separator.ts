import { hitAt, quoted, replace } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** Scopes that are parted by something else than one plus or blank, or named twice. */
export const scopeSeparator: LintRule = {
  id: "scope-separator",
  group: "identity",
  name: "Scopes are separated in a wrong way",
  severity: "warning",
  certainty: "documented",
  why: "Jamf documents + between scopes; blanks are read as well, and Okta Identity Engine needs them. A comma becomes part of the name of a scope, and the provider knows no such scope (AADSTS70011). Two separators in a row or a scope that stands twice are slips of the pen.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/OpenID_Connect_User_Role_Settings",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, OIDCScopes: "openid, profile,email" } } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, key, keyPath } = setting;
      if (value.kind !== "string" || key?.format !== "scopes") continue;
      const text = value.value.trim();
      const fault = faultOf(text);
      if (text === "" || fault === null) continue;
      const scopes = [...new Set(text.split(/[\s+,;]+/u).filter((scope) => scope !== ""))];
      // The separator that the file has stays: for one provider it has to be the blank.
      const separator = text.includes("+") || !/\s/u.test(text) || /[,;]/u.test(text) ? "+" : " ";
      yield hitAt(setting, {
        severity: /[,;]/u.test(text) ? "error" : "warning",
        title: `${keyPath} ${fault}.`,
        detail: `${whereOf(text)}It holds ${quoted(value.value)}.`,
        fix: replace(setting, scopes.join(separator), labelOf(value.value, scopes, separator)),
      });
    }
  },
};

/** Scopes with nothing but blanks between them. */
const onlyBlanks = /^[^\s+,;]+(?: +[^\s+,;]+)*$/u;

/** Between which scopes the extra blanks stand, where that is one place and its names are short. */
function whereOf(text: string): string {
  // What is masked, or not shown whole, is not named either.
  if (!onlyBlanks.test(text) || quoted(text) !== JSON.stringify(text)) return "";
  const places = [...text.matchAll(/([^ ]{1,60}) {2,}(?=([^ ]{1,60})(?: |$))/gu)];
  const [place] = places;
  return place === undefined || text.match(/ {2,}/gu)?.length !== 1
    ? ""
    : `Between ${place[1]} and ${place[2]}. `;
}

function faultOf(text: string): string | null {
  if (/[,;]/u.test(text)) return "separates scopes with commas";
  const blanks = text.match(/(?<= ) /gu)?.length ?? 0;
  if (onlyBlanks.test(text) && blanks > 0)
    return blanks === 1 ? "has an extra blank" : `has ${blanks} extra blanks`;
  if (/[\s+]{2}|^\+|\+$/u.test(text)) return "has two separators in a row, or one too many";
  const scopes = text.split(/[\s+]/u);
  return new Set(scopes).size < scopes.length ? "names a scope twice" : null;
}

/** Where nothing but separators goes, the button says which; else it says what it writes. */
function labelOf(value: string, scopes: readonly string[], separator: string): string {
  const parts = value.split(/[\s+,;]+/u).filter((scope) => scope !== "");
  const between = value.replace(/[^\s+,;]+/gu, "");
  const extra = between.length - scopes.length + 1;
  if (parts.length === scopes.length && /^ +$/u.test(between)) return removeLabel("blank", extra);
  if (parts.length === scopes.length && /^\++$/u.test(between)) return removeLabel("plus sign", extra);
  return `Write ${scopes.join(separator)}`.slice(0, 120);
}

function removeLabel(what: string, amount: number): string {
  return `Remove the extra ${what}${amount === 1 ? "" : "s"}`;
}
