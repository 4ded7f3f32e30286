import { matchCallback } from "./callback.ts";

/** What the callback says, after everything that protects it has been checked. */
export type CallbackAnswer =
  | { readonly kind: "code"; readonly code: string; readonly parameters: URLSearchParams }
  | {
      readonly kind: "error";
      readonly error: string;
      readonly description: string;
      readonly suberror: string | null;
    }
  | { readonly kind: "refused"; readonly finding: CallbackFault; readonly detail: string };

/** Why a callback is not trusted. Each is a finding of the same name. */
export type CallbackFault =
  | "callback-elsewhere"
  | "callback-repeated-parameter"
  | "state-missing"
  | "state-mismatch"
  | "issuer-mix-up"
  | "code-missing";

export type CallbackExpectation = {
  readonly redirectUri: string;
  readonly anyPort: boolean;
  readonly state: string;
  /** Issuer of the discovery document; compared with `iss` of the answer (RFC 9207) when the answer has one. */
  readonly issuer: string;
  /** True when the provider promises `iss` in every answer. */
  readonly issuerPromised: boolean;
};

/** Reads the address that the browser ended on. State first: nothing of an answer to another request is believed. */
export function readCallback(address: string, expected: CallbackExpectation): CallbackAnswer {
  const match = matchCallback(address, expected.redirectUri, expected.anyPort);
  if (!match.matches) return refuse("callback-elsewhere", elsewhere(match.because));
  const given = match.parameters;
  for (const name of ["state", "code", "error", "iss"]) {
    if (given.getAll(name).length > 1) {
      return refuse("callback-repeated-parameter", `The answer contains ${name} more than once.`);
    }
  }
  const state = given.get("state");
  if (state === null)
    return refuse("state-missing", "The answer has no state, so it may belong to another login.");
  if (state !== expected.state) return refuse("state-mismatch", "The answer has the state of another login.");
  const issuer = given.get("iss");
  if (issuer === null ? expected.issuerPromised : issuer !== expected.issuer) {
    return refuse("issuer-mix-up", "The answer comes from another issuer than the one that was asked.");
  }
  return read(given);
}

function read(given: URLSearchParams): CallbackAnswer {
  const error = given.get("error");
  if (error !== null) {
    const description = given.get("error_description") ?? "";
    return {
      kind: "error",
      error,
      description,
      suberror: given.get("error_subcode") ?? given.get("suberror"),
    };
  }
  const code = given.get("code");
  if (code === null || code === "")
    return refuse("code-missing", "The answer has neither a code nor an error.");
  return { kind: "code", code, parameters: given };
}

function elsewhere(because: string): string {
  return because === "not-a-url"
    ? "What came back is not an address."
    : `The browser ended at an address that differs from the redirect URI in its ${because}.`;
}

function refuse(finding: CallbackFault, detail: string): CallbackAnswer {
  return { kind: "refused", finding, detail };
}
