import { codesInText, decidingCode } from "../verdict/entra-error.ts";
import { urlErrorIn } from "../verdict/network-errors/url-error.ts";
import type { NetworkErrorId } from "../verdict/network-errors.ts";
import { findOAuthEntry } from "../verdict/oauth-errors.ts";

/** What a line says about an answer, in a form that a public source defines. Words of a message are none. */
export type Evidence =
  | { readonly kind: "code"; readonly code: number; readonly codes: readonly number[] }
  | { readonly kind: "oauth-error"; readonly error: string }
  | { readonly kind: "network"; readonly fault: NetworkErrorId; readonly name: string };

/** A code of the provider says more than a word of the protocol, and both say that an answer came. */
const strengths = { network: 1, "oauth-error": 2, code: 3 } as const satisfies Record<
  Evidence["kind"],
  number
>;

export function strengthOf({ kind }: Evidence): number {
  return strengths[kind];
}

/** True where both say the same. */
export function isSameEvidence(a: Evidence, b: Evidence): boolean {
  return keyOf(a) === keyOf(b);
}

/** One text for everything that means the same. */
export function keyOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case "code":
      return `code ${evidence.code}`;
    case "oauth-error":
      return `oauth-error ${evidence.error}`;
    case "network":
      return `network ${evidence.name}`;
  }
}

/** `error=invalid_grant`, `"error" : "invalid_grant"`, `error = "invalid_grant";` */
const oauthForm =
  /(?:^|[\s"'?&#{(,;])error"?\s{0,4}[=:]\s{0,4}"?([a-z]{2,30}(?:_[a-z]{2,30}){1,6})(?![a-z_])/g;

/** `"error_codes":[70002,50126]` */
const codesForm = /\berror_codes"?\s{0,4}[:=]\s{0,4}[[(]?\s{0,4}((?:\d{4,8}[\s,]{0,8}){1,20})/;

/** Settings name codes too: the list of those that count as a good check says nothing about an answer. */
const settingForm = /success_?codes/i;

/**
 * The strongest evidence of a message, or null. Only what has an exact form is taken: AADSTS codes, the members of an OAuth error,
 * and Apple's network errors with their number.
 */
export function evidenceIn(message: string): Evidence | null {
  if (settingForm.test(message)) return null;
  const codes = codesIn(message);
  const code = decidingCode(codes);
  if (code !== undefined) return { kind: "code", code, codes };
  const word = oauthErrorIn(message);
  if (word !== null) return { kind: "oauth-error", error: word };
  const network = urlErrorIn(message);
  return network === null ? null : { kind: "network", fault: network.fault, name: network.name };
}

/** The first word in the form of an OAuth error that is one. */
function oauthErrorIn(message: string): string | null {
  if (!message.includes("error")) return null;
  for (const [, word = ""] of message.matchAll(oauthForm)) if (findOAuthEntry(word) !== null) return word;
  return null;
}

function codesIn(message: string): readonly number[] {
  const named = codesInText(message);
  if (named.length > 0 || !message.includes("error_codes")) return named;
  const listed = codesForm.exec(message)?.[1];
  return listed === undefined ? [] : (listed.match(/\d{4,8}/g) ?? []).map(Number);
}
