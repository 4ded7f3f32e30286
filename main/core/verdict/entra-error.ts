import { readProviderJson } from "../json/read-bounded.ts";
import type { LoginError } from "../login-result.ts";

/** An error as an authorization server gave it, with every code it names, in its order. */
export type ProviderError = { readonly error: LoginError; readonly codes: readonly number[] };

/**
 * Codes that only wrap another one: v1 answers `error_codes: [70002, 50126]`
 * (https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-protocols-oauth-code).
 */
const wrappers: ReadonlySet<number> = new Set([70002, 9002322]);

/** True for a code that only wraps another one and says nothing by itself. */
export function isWrapper(code: number): boolean {
  return wrappers.has(code);
}

/**
 * The code that explains an error: the first that is not a wrapper, else the first. Undefined for an empty list.
 * Never decided by the OAuth `error`, because v1 and v2 answer the same cause with different ones.
 */
export function decidingCode(codes: readonly number[]): number | undefined {
  return codes.find((code) => !wrappers.has(code)) ?? codes[0];
}

/** All AADSTS codes of a text in their order, without repetition. */
export function codesInText(text: string): readonly number[] {
  const found = [...text.matchAll(/AADSTS(\d{4,8})\b/gi)].map((match) => Number(match[1]));
  return [...new Set(found)].slice(0, mostCodes);
}

/**
 * Reads the JSON error body of a token endpoint (RFC 6749 section 5.2, with Entra's extra members). Takes both layouts of
 * `error_description`: parts separated by `\r\n` (older) and by blanks. Null when the body is not an OAuth error.
 */
export function readErrorBody(body: unknown): ProviderError | null {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const members = new Map<string, unknown>(Object.entries(body));
  const oauthError = members.get("error");
  if (typeof oauthError !== "string") return null;
  const text = textOf(members.get("error_description"));
  const listed = members.get("error_codes");
  const numbers = Array.isArray(listed)
    ? listed.slice(0, mostCodes).map(Number).filter(Number.isSafeInteger)
    : [];
  const codes = numbers.length > 0 ? numbers : codesInText(text);
  return describe({ oauthError, text, codes, members });
}

/** Reads an error that came as plain text: Entra's error page, `error_description` of a callback, a pasted line. */
export function readErrorText(text: string, oauthError = "", suberror: string | null = null): ProviderError {
  const members = new Map<string, unknown>(suberror === null ? [] : [["suberror", suberror]]);
  return describe({ oauthError, text, codes: codesInText(text), members });
}

type Parts = {
  readonly oauthError: string;
  readonly text: string;
  readonly codes: readonly number[];
  readonly members: ReadonlyMap<string, unknown>;
};

/** What is longer was written by nobody who wants to be read; it is cut here and said to be cut where it is shown. */
const longestText = 16_384;
const mostCodes = 20;
const mostPolicies = 50;

function describe({ oauthError, text: whole, codes, members }: Parts): ProviderError {
  const text = whole.slice(0, longestText);
  const code = decidingCode(codes);
  const suberror = textOf(members.get("suberror"));
  const policyIds = policyIdsOf(members.get("claims"));
  // "… you must use multi-factor authentication to access 'RESOURCE'."
  const resource = part(text, /\bto access '([^'\s]{1,300})'/i);
  const traceId = textOf(members.get("trace_id")) || part(text, /Trace ID:\s*([0-9a-f-]{36})/i);
  const correlationId =
    textOf(members.get("correlation_id")) || part(text, /Correlation ID:\s*([0-9a-f-]{36})/i);
  const timestamp =
    textOf(members.get("timestamp")) || part(text, /Timestamp:\s*(\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ)/i);
  const error: LoginError = {
    oauthError,
    description: withoutTrailer(text),
    ...(code === undefined ? {} : { code }),
    ...(suberror === "" ? {} : { suberror }),
    ...(policyIds.length === 0 ? {} : { policyIds }),
    ...(resource === "" ? {} : { resource }),
    ...(traceId === "" ? {} : { traceId }),
    ...(correlationId === "" ? {} : { correlationId }),
    ...(timestamp === "" ? {} : { timestamp }),
  };
  return { error, codes };
}

/** The sentence without `Trace ID: … Correlation ID: … Timestamp: …`, which are kept apart. */
function withoutTrailer(text: string): string {
  const trailer = text.search(/Trace ID:/i);
  return (trailer < 0 ? text : text.slice(0, trailer)).trim();
}

function part(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? "";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Ids of the policies that Entra names in `claims`: `{"access_token":{"capolids":{"essential":true,"values":[…]}}}` (or `polids`). */
function policyIdsOf(claims: unknown): readonly string[] {
  if (typeof claims !== "string") return [];
  const ids: string[] = [];
  const read = readProviderJson(claims);
  if (read.ok) collect(read.value, ids, 0);
  return [...new Set(ids)].slice(0, mostPolicies);
}

function collect(value: unknown, ids: string[], depth: number): void {
  if (typeof value !== "object" || value === null || depth > 6) return;
  for (const [name, member] of Object.entries(value)) {
    if (name !== "capolids" && name !== "polids") collect(member, ids, depth + 1);
    else if (
      typeof member === "object" &&
      member !== null &&
      "values" in member &&
      Array.isArray(member.values)
    ) {
      const values: readonly unknown[] = member.values;
      ids.push(...values.filter((id) => typeof id === "string"));
    }
  }
}
