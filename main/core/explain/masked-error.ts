import type { LoginError } from "../login-result.ts";
import { maskLog } from "../redact/index.ts";

/** No provider writes longer ones; what is longer was pasted around the error. */
const longestText = 2000;
const longestId = 200;
const mostPolicies = 50;

/** The error of a pasted text as it may be shown: nobody knows what else was pasted, so secrets in it are masked. */
export function maskedError(error: LoginError): LoginError {
  const { code, name, suberror, policyIds, traceId, correlationId, timestamp } = error;
  return {
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name: short(name) }),
    oauthError: short(error.oauthError),
    ...(suberror === undefined ? {} : { suberror: short(suberror) }),
    description: cut(maskLog(error.description), longestText),
    ...(policyIds === undefined ? {} : { policyIds: policyIds.slice(0, mostPolicies).map(short) }),
    ...(traceId === undefined ? {} : { traceId: short(traceId) }),
    ...(correlationId === undefined ? {} : { correlationId: short(correlationId) }),
    ...(timestamp === undefined ? {} : { timestamp: short(timestamp) }),
  };
}

function short(text: string): string {
  return cut(maskLog(text), longestId);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
