import { matchCallback } from "../../core/oidc/callback.ts";

/** What has to happen to an address that the login window is about to visit. */
export type LoginNavigation =
  /** The provider's answer: the login is over, nothing may be sent there. */
  | { readonly kind: "answer"; readonly url: string }
  /** The redirect URI, but the answer is in the body; the request shows it and is then cancelled. */
  | { readonly kind: "wait-for-body" }
  | { readonly kind: "visit" };

/**
 * Decides whether the login window has arrived. The redirect URI is compared as a whole (scheme, host, port, path). With
 * `response_mode=form_post` the address says nothing, so the body of the request has to be awaited.
 */
export function decideLoginNavigation(address: string, redirectUri: string): LoginNavigation {
  const match = matchCallback(address, redirectUri);
  if (!match.matches) return { kind: "visit" };
  // Only http has bodies; another scheme makes no request that could be waited for.
  const mayHaveBody = /^https?:/i.test(address);
  return isAnswer(match.parameters) || !mayHaveBody
    ? { kind: "answer", url: address }
    : { kind: "wait-for-body" };
}

/**
 * The answer as one address, whether it stands in the address or in a form's body (response_mode=form_post). A body is
 * written as the query of the redirect URI, because that is where the rest of the login reads it.
 *
 * @param body the request's body as UTF-8; null when it has none
 */
export function answerOfRequest(address: string, body: string | null, redirectUri: string): string {
  const match = matchCallback(address, redirectUri);
  if (body === null || (match.matches && isAnswer(match.parameters))) return address;
  const posted = new URLSearchParams(body);
  if (!isAnswer(posted)) return address;
  const answer = new URL(address);
  for (const [name, value] of posted) answer.searchParams.append(name, value);
  return answer.href;
}

function isAnswer(parameters: URLSearchParams): boolean {
  return parameters.has("code") || parameters.has("error");
}
