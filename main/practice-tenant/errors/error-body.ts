import { errorEntry } from "./catalogue.ts";
import type { EntraFailure } from "./failure.ts";

/** `v1` and `v2` are the two generations of Entra's endpoints; their error layouts differ. */
export type EndpointVersion = "v1" | "v2";

/** What ties an answer to its row in the sign-in log. */
export type RequestIds = { readonly traceId: string; readonly correlationId: string; readonly time: number };

export type ErrorBody = {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
};

/** `AADSTS50126: …` without the trace that follows it on the wire. */
export function describeFailure(failure: EntraFailure): string {
  const text = errorEntry(failure.code).text.replace(
    /\{(\w+)\}/g,
    (_, name: string) => failure.values[name] ?? "",
  );
  return `AADSTS${failure.code}: ${text}`;
}

/**
 * The JSON body of an error of the token endpoint. v1 parts trace, correlation and time by line breaks, v2 by
 * blanks; both are on the wire today, so readers meet both here.
 *
 * @param wrapped old v1 layout: the wrapper 70002 in front of the code that says why
 */
export function errorBody(
  failure: EntraFailure,
  version: EndpointVersion,
  ids: RequestIds,
  options: { readonly errorUri: string; readonly wrapped: boolean },
): ErrorBody {
  const entry = errorEntry(failure.code);
  const separator = version === "v1" ? "\r\n" : " ";
  const timestamp = entraTime(ids.time);
  const wrap =
    options.wrapped && version === "v1" && entry.error === "invalid_grant" && entry.v1 === undefined;
  const text = `${wrap ? "AADSTS70002: Error validating credentials. " : ""}${describeFailure(failure)}`;
  const description = [
    text,
    `Trace ID: ${ids.traceId}`,
    `Correlation ID: ${ids.correlationId}`,
    `Timestamp: ${timestamp}`,
  ].join(separator);
  return {
    error: failure.error ?? (version === "v1" ? (entry.v1 ?? entry.error) : entry.error),
    error_description: description,
    error_codes: wrap ? [70002, failure.code] : [failure.code],
    timestamp,
    trace_id: ids.traceId,
    correlation_id: ids.correlationId,
    error_uri: `${options.errorUri}?code=${failure.code}`,
    ...(entry.suberror === undefined ? {} : { suberror: entry.suberror }),
    ...claimsOf(failure),
  };
}

/** The challenge a client could send back; its policy ids are how a reader finds the policy that answered. */
function claimsOf(failure: EntraFailure): { readonly claims?: string } {
  const claim = errorEntry(failure.code).policyClaim;
  if (claim === undefined || failure.policyIds.length === 0) return {};
  return {
    claims: JSON.stringify({ access_token: { [claim]: { essential: true, values: failure.policyIds } } }),
  };
}

/** Entra's own way to write a time: `2026-11-23 09:15:42Z`. */
export function entraTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ")}Z`;
}
