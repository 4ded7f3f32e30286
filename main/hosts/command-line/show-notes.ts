import { documentAlone } from "../../core/lint/context.ts";
import { lintDocument } from "../../core/lint/lint-document.ts";
import { booleanAsString } from "../../core/lint/rules/boolean-as-string.ts";
import { doubleEscaped } from "../../core/lint/rules/double-escaped.ts";
import { keyInWrongDomain } from "../../core/lint/rules/key-in-wrong-domain.ts";
import { keyOutsideItsDictionary } from "../../core/lint/rules/key-outside-its-dictionary.ts";
import { placeholderLeft } from "../../core/lint/rules/placeholder-left.ts";
import { typeMismatch } from "../../core/lint/rules/type-mismatch.ts";
import { type ProfileDocument, profileRemarks } from "../../core/profile/index.ts";

/**
 * The rules that say that something in a profile is not what it looks like. Everything else is the business of `lint`; what hides
 * in a value is shown beside it, and what `profileRemarks` says is said once.
 */
const rules = [
  typeMismatch,
  booleanAsString,
  placeholderLeft,
  keyInWrongDomain,
  keyOutsideItsDictionary,
  doubleEscaped,
];

/** Most notes under the head of a profile. */
const most = 30;

/** What somebody who reads a profile has to know before believing it, a line each. */
export function showNotes(document: ProfileDocument): readonly string[] {
  const remarks = profileRemarks(document).map(({ title, detail, fix }) => `${title} ${detail} ${fix}`);
  const findings = lintDocument(document, documentAlone, rules).map(({ title, detail, where }) => {
    const path = where.keyPath ?? "";
    const place = path === "" || title.includes(path) || detail.includes(path) ? "" : `${path}: `;
    return `${place}${title} ${detail}`;
  });
  const notes = [...remarks, ...new Set(findings)];
  const rest = notes.length - most;
  return rest <= 0
    ? notes
    : [...notes.slice(0, most), `There are ${rest} more; latchkey lint FILE lists all.`];
}
