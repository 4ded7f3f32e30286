import { readProviderJson } from "../../json/read-bounded.ts";
import { type ProviderError, readErrorBody, readErrorText } from "../../verdict/entra-error.ts";
import { namedCodes } from "./codes.ts";

/** The error of a provider in a pasted text: a JSON body, an address, or a text with AADSTS codes. */
export function providerErrorIn(text: string): ProviderError | null {
  const body = jsonIn(text);
  const ofBody = body === null ? null : readErrorBody(body);
  if (ofBody !== null) return ofBody;
  return fromAddress(text) ?? (namedCodes(text).length > 0 ? readErrorText(text) : null);
}

/** The JSON that a text is, or that stands in it from its first brace to its last; null where there is none. */
export function jsonIn(text: string): unknown {
  const trimmed = text.trim();
  const whole = /^[[{]/.test(trimmed) ? readProviderJson(trimmed) : null;
  if (whole?.ok === true) return whole.value;
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start < 0 || end < start) return null;
  const part = readProviderJson(text.slice(start, end + 1));
  return part.ok ? part.value : null;
}

/** What an address that a login came back to carries, in its query or behind its `#`. */
export type Returned = { readonly given: URLSearchParams; readonly path: string };

/** The first address of a text, or null. */
export function addressIn(text: string): Returned | null {
  const address = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]+/i.exec(text)?.[0];
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  return { given: new URLSearchParams(`${url.search.slice(1)}&${url.hash.slice(1)}`), path: url.pathname };
}

/** `https://…?error=…&error_description=…`, also in the fragment, and Entra's look-up page `https://…/error?code=50076`. */
function fromAddress(text: string): ProviderError | null {
  const returned = addressIn(text);
  if (returned === null) return null;
  const lookedUp = returned.given.get("code");
  if (returned.path.endsWith("/error") && lookedUp !== null && /^\d{4,8}$/.test(lookedUp)) {
    return readErrorText(`AADSTS${lookedUp}`);
  }
  const error = returned.given.get("error");
  if (error === null) return null;
  const description = returned.given.get("error_description") ?? "";
  return readErrorText(description, error, returned.given.get("error_subcode"));
}
