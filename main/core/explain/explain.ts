import { allEntries, findEntry } from "../verdict/catalogue.ts";
import { decidingCode, isWrapper, type ProviderError } from "../verdict/entra-error.ts";
import { networkErrorEntry } from "../verdict/network-errors.ts";
import { findOAuthEntry } from "../verdict/oauth-errors.ts";
import { entriesByMark, entryByDescription } from "../verdict/provider-errors.ts";
import { bareCodes, namedCodes } from "./evidence/codes.ts";
import { hostOfError } from "./evidence/hosts.ts";
import { namedErrorsIn } from "./evidence/named-errors.ts";
import { networkErrorInText } from "./evidence/network-error-text.ts";
import { ofGoodAnswer, ofGoodRows } from "./evidence/no-failure.ts";
import { numbersInText } from "./evidence/numbers.ts";
import { jsonIn, providerErrorIn } from "./evidence/provider-answer.ts";
import { codesOfFields, signInRowsIn } from "./evidence/sign-in-rows.ts";
import { type Explanation, ofEntry, ofOAuth, ofProviderEntry, ofUnknownCode } from "./explanation.ts";
import { maskedError } from "./masked-error.ts";
import { ofNetworkError } from "./network-explanation.ts";

/**
 * Explains what decides in a pasted text: codes (`50076`, `AADSTS50076`), rows of the sign-in log, an error as JSON or text, an
 * address with an error in it, an error of another provider, a network fault in its exact form. The strongest evidence wins:
 * codes before rows and answers without one, before words of a protocol, before the network. Several codes give several
 * entries, the deciding one first. What stood beside them is masked.
 *
 * @returns empty where nothing decides; loose words never do
 */
export function explain(text: string): readonly Explanation[] {
  const bare = bareCodes(text);
  if (bare.length > 0) return inOrder(bare).map((code) => ofCode(code, null));
  const json = jsonIn(text);
  const found = providerErrorIn(text);
  const rows = signInRowsIn(text);
  const codes = allCodes(text, found, rows?.codes ?? []);
  if (codes.length > 0) return codes.map((code, index) => ofCode(code, index === 0 ? found : null));
  const good = ofGoodRows(rows) ?? ofGoodAnswer(text, json);
  if (good !== null) return [good];
  const answered = ofNamedError(text, found) ?? ofNetwork(text);
  return answered === null ? [] : [answered];
}

/** The explanation of one code, whether the catalogue lists it or not. */
function ofCode(code: number, found: ProviderError | null): Explanation {
  const entry = findEntry(code);
  const error = found === null ? null : maskedError(found.error);
  if (entry !== null) return ofEntry(entry, error);
  const word = found === null ? null : findOAuthEntry(found.error.oauthError);
  return ofUnknownCode(code, allEntries().length, error, word);
}

/**
 * Every code of a text, the deciding one first. Where an answer wraps one code in another, only the inner one is a failure. A
 * code of an answer or a row comes before one that a sentence calls so.
 */
function allCodes(text: string, found: ProviderError | null, ofRows: readonly number[]): readonly number[] {
  const named = [...(found?.codes ?? []), ...ofRows, ...codesOfFields(text), ...namedCodes(text)];
  const inner = named.filter((code) => !isWrapper(code));
  const codes = inner.length > 0 ? inner : named;
  const isAnswer = ofRows.length > 0 || (found !== null && found.error.oauthError !== "");
  const spoken = isAnswer ? [] : numbersInText(text).called;
  return inOrder([...codes, ...spoken]).slice(0, mostEntries);
}

/** Nobody reads more at once. */
const mostEntries = 10;

function inOrder(codes: readonly number[]): readonly number[] {
  const first = decidingCode(codes);
  return first === undefined ? [] : [...new Set([first, ...codes])];
}

/** An error of a provider or of the protocol: that of an answer, else the first one that stands in the text as one. */
function ofNamedError(text: string, found: ProviderError | null): Explanation | null {
  if (found !== null && found.error.oauthError !== "") {
    const answered = ofAnswer(found);
    if (answered !== null) return answered;
  }
  const { stands } = namedErrorsIn(text);
  const [first] = [...stands.filter(({ kind }) => kind === "provider"), ...stands];
  if (first === undefined) return null;
  return first.kind === "provider" ? ofProviderEntry(first.entry, null) : ofOAuth(first.entry, null);
}

/** What an answer says: the provider's own mark or sentence says more than the word of the protocol. */
function ofAnswer({ error }: ProviderError): Explanation | null {
  const masked = maskedError(error);
  const entry =
    entriesByMark(`${error.oauthError} ${error.description}`)[0] ?? entryByDescription(error.description);
  if (entry !== null) return ofProviderEntry(entry, masked);
  const word = findOAuthEntry(error.oauthError);
  return word === null ? null : ofOAuth(word, masked);
}

function ofNetwork(text: string): Explanation | null {
  const fault = networkErrorInText(text);
  return fault === null ? null : ofNetworkError(networkErrorEntry(fault), hostOfError(text));
}
