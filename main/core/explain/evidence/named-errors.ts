import type { OAuthEntry } from "../../verdict/oauth-entry.ts";
import { allOAuthEntries } from "../../verdict/oauth-errors.ts";
import { allProviderEntries, type ProviderEntry } from "../../verdict/provider-errors.ts";

/** An error of a provider or of the protocol that a text names. */
export type NamedError =
  | { readonly kind: "provider"; readonly entry: ProviderEntry }
  | { readonly kind: "oauth"; readonly entry: OAuthEntry };

/** `stands`: as an error is written. `spoken`: in a sentence, which may quote it, deny it or ask about it. */
export type NamedErrors = { readonly stands: readonly NamedError[]; readonly spoken: readonly NamedError[] };

const mostCharacters = 200_000;
const mostErrors = 20;

/**
 * The errors that a text names by their marks (`E0000004`, `invalid_grant`), in the order of the text. A mark stands for its error
 * as a member or parameter (`error=…`, `"errorCode":"…"`, `Error details: …`), alone in its line, or at the head of the text.
 */
export function namedErrorsIn(text: string): NamedErrors {
  const known = errorsByMark();
  const read = text.slice(0, mostCharacters);
  const stands = new Map<string, NamedError>();
  const spoken = new Map<string, NamedError>();
  for (const { 0: word, index } of read.matchAll(
    /(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_]{5,40}(?![A-Za-z0-9_])/g,
  )) {
    const error = known.get(word.toLowerCase());
    if (error === undefined || stands.size + spoken.size >= mostErrors) continue;
    const name = nameOf(error);
    const before = read.slice(Math.max(0, index - 80), index);
    const after = read.slice(index + word.length, index + word.length + 80);
    const isStanding = isAtHead(before, after, index <= 80) || isLabelled(before, after);
    (isStanding ? stands : spoken).set(name, error);
  }
  return {
    stands: [...stands.values()],
    spoken: [...spoken].flatMap(([name, error]) => (stands.has(name) ? [] : [error])),
  };
}

/** What {@link NamedError} is called, and what explains it when it is asked for. */
export function nameOf(error: NamedError): string {
  return error.kind === "provider" ? error.entry.id : error.entry.error;
}

function errorsByMark(): ReadonlyMap<string, NamedError> {
  return new Map<string, NamedError>([
    ...allOAuthEntries().map((entry) => [entry.error.toLowerCase(), { kind: "oauth", entry }] as const),
    ...allProviderEntries().flatMap((entry) =>
      entry.marks.map((mark) => [mark.toLowerCase(), { kind: "provider", entry }] as const),
    ),
  ]);
}

/** Alone in its line, before a colon at the beginning of one, or at the head of the text before a sentence of its own. */
function isAtHead(before: string, after: string, isNearStart: boolean): boolean {
  if (!/(?:^|\n)[ \t\r]*["'“([]?$/.test(before)) return false;
  if (/^["'”)\]]?[ \t\r]*(?:$|\n|:)/.test(after)) return true;
  return isNearStart && !before.includes("\n") && /^(?:["'”)\]]?[.;]|\s[–-]\s|\s[A-Z])/.test(after);
}

const label =
  /(?<![A-Za-z])(?:error|err|fault|exception|reason|code)(?:[ _-]?(?:codes?|details?|messages?|summary|reason|description|subcode|id))?["']?(?:\s\d{3})?\s{0,4}[:=]\s{0,4}["'“]?(?:[a-z]:)?$/i;
/** In an element of XML: `<Text>ID3242: …`, `<Value>a:FailedAuthentication</Value>`. */
const element = /<[A-Za-z:]{1,60}(?:\s[^<>]{0,60})?>\s{0,4}(?:[a-z]:)?$/;

function isLabelled(before: string, after: string): boolean {
  const isInChain = /:\s{0,2}$/.test(before) && /^:\s/.test(after);
  return label.test(before) || isInChain || (element.test(before) && /^\s*(?::|<)/.test(after));
}
