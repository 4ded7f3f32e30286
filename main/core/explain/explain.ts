import { findEntry } from "../verdict/catalogue.ts";
import {
  codesInText,
  decidingCode,
  type ProviderError,
  readErrorBody,
  readErrorText,
} from "../verdict/entra-error.ts";
import { networkErrorEntry } from "../verdict/network-errors.ts";
import { allOAuthEntries, findOAuthEntry } from "../verdict/oauth-errors.ts";
import { type Explanation, ofEntry, ofNetworkError, ofOAuth, ofSymptom } from "./explanation.ts";
import { codeOfLogRow } from "./log-row.ts";
import { maskedError } from "./masked-error.ts";
import { hostInText, networkErrorInText } from "./network-error-text.ts";
import { symptoms } from "./symptoms.ts";

/**
 * Explains what somebody pastes: a code (`50076`, `AADSTS50076`), an error as JSON or text, an address with an error in it,
 * a row of the sign-in log, a network error, or a symptom in words. The strongest evidence wins: a code before a word of
 * the protocol before a description. What stood beside it is masked. Null when nothing in it is known.
 */
export function explain(text: string): Explanation | null {
  const bare = /^\s*(?:AADSTS)?(\d{4,8})\s*$/i.exec(text)?.[1];
  if (bare !== undefined) return ofCode(Number(bare), null);
  const found = errorIn(text);
  return (
    (found === null ? null : ofProviderError(found)) ??
    ofCode(codeOfLogRow(text), null) ??
    ofNetworkErrorIn(text) ??
    ofSymptomIn(text) ??
    ofNumberIn(text) ??
    ofOAuthWordIn(text)
  );
}

function ofCode(code: number | null | undefined, error: ProviderError | null): Explanation | null {
  const entry = code === null || code === undefined ? null : findEntry(code);
  return entry === null ? null : ofEntry(entry, error === null ? null : maskedError(error.error));
}

/** The error of a provider in a pasted text: a JSON body, an address, or a text with AADSTS codes. */
function errorIn(text: string): ProviderError | null {
  return fromJson(text) ?? fromAddress(text) ?? (codesInText(text).length > 0 ? readErrorText(text) : null);
}

function ofProviderError(found: ProviderError): Explanation | null {
  const codes = [decidingCode(found.codes), ...found.codes];
  for (const code of codes) {
    const explanation = ofCode(code, found);
    if (explanation !== null) return explanation;
  }
  const word = findOAuthEntry(found.error.oauthError);
  return word === null ? null : ofOAuth(word, maskedError(found.error));
}

function fromJson(text: string): ProviderError | null {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start < 0 || end < start) return null;
  try {
    return readErrorBody(JSON.parse(text.slice(start, end + 1)));
  } catch {
    return null;
  }
}

/** `https://…?error=…&error_description=…`, also in the fragment, and Entra's look-up page `https://…/error?code=50076`. */
function fromAddress(text: string): ProviderError | null {
  const address = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]+/i.exec(text)?.[0];
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  const given = new URLSearchParams(`${url.search.slice(1)}&${url.hash.slice(1)}`);
  const lookedUp = given.get("code");
  if (url.pathname.endsWith("/error") && lookedUp !== null && /^\d{4,8}$/.test(lookedUp)) {
    return readErrorText(`AADSTS${lookedUp}`);
  }
  const error = given.get("error");
  if (error === null) return null;
  return readErrorText(given.get("error_description") ?? "", error, given.get("error_subcode"));
}

function ofNetworkErrorIn(text: string): Explanation | null {
  const fault = networkErrorInText(text);
  return fault === null ? null : ofNetworkError(networkErrorEntry(fault), hostInText(text));
}

function ofSymptomIn(text: string): Explanation | null {
  const lower = text.toLowerCase();
  const symptom = symptoms.find(({ words }) =>
    words.every((group) => group.some((word) => lower.includes(word))),
  );
  return symptom === undefined ? null : ofSymptom(symptom);
}

/** A bare number in a sentence, where the catalogue knows it: "login fails with 50105". */
function ofNumberIn(text: string): Explanation | null {
  for (const [number] of text.matchAll(/\b\d{5,8}\b/g)) {
    const explanation = ofCode(Number(number), null);
    if (explanation !== null) return explanation;
  }
  return null;
}

function ofOAuthWordIn(text: string): Explanation | null {
  const lower = text.toLowerCase();
  const entry = allOAuthEntries().find(({ error }) =>
    new RegExp(`(?:^|[^a-z_])${error}(?![a-z_])`).test(lower),
  );
  return entry === undefined ? null : ofOAuth(entry, null);
}
