import * as oauth from "oauth4webapi";
import { authorizeUrl } from "../../core/oidc/authorize-url.ts";
import { matchCallback } from "../../core/oidc/callback.ts";
import { errorOfPage } from "../../core/oidc/error-page.ts";
import { readErrorText } from "../../core/verdict/entra-error.ts";
import { refusalOf } from "../allowed-destination.ts";
import type { Discovered } from "../discovery.ts";
import type { Answer, Wire } from "../network/wire.ts";
import type { LoginContext, OidcInput } from "../ports.ts";
import type { StepResult } from "../recorder.ts";
import { refusedDestination } from "../refused-destination.ts";

/** What the later steps need to know of the request. */
export type Asked = {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly correlationId: string;
};

export type AuthorizeQuestion = {
  readonly wire: Wire;
  readonly input: OidcInput;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly discovered: Discovered;
  readonly correlationId: string;
  readonly context: LoginContext;
  readonly hide: (...values: readonly string[]) => void;
};

/**
 * Builds the authorize URL and asks for it once without anybody signing in: many mistakes (redirect URI, client type, scope)
 * are answered before the first page, and then nobody needs to type a password to learn about them. A page on a host that nobody
 * knows is neither asked for nor shown: whoever runs it sees what is typed there.
 */
export async function authorizeStep(question: AuthorizeQuestion): Promise<StepResult<Asked>> {
  const { discovered, input, correlationId } = question;
  const endpoint = discovered.authorizationEndpoint;
  if (endpoint === null) return noEndpoint();
  const destination = {
    carries: "sign-in page",
    endpoint,
    discoveryUrl: discovered.address.url,
    provider: input.settings.provider.value,
  } as const;
  const refused = await refusalOf(destination, question.context);
  if (refused !== null) return refusedDestination(refused, "authorize", "It was not opened.");
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  question.hide(codeVerifier);
  const url = authorizeUrl({
    endpoint,
    entra: discovered.address.entra,
    clientId: question.clientId,
    redirectUri: question.redirectUri,
    scopes: input.settings.scopes.value,
    loginHint: input.loginHint,
    state,
    nonce,
    codeChallenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    correlationId,
  });
  const answer = await question.wire.send(url, { headers: { accept: "text/html" } });
  return (
    readPreflight(answer, question.redirectUri) ?? {
      status: "ok",
      value: { url, state, nonce, codeVerifier, correlationId },
      note: `The provider shows its sign-in page. ${ours(question)} are Latchkey's; the rest is what Jamf Connect sends.${hinted(input)}`,
    }
  );
}

/** What no policy looks at, and Latchkey adds. */
function ours({ discovered }: AuthorizeQuestion): string {
  const added = ["state", "nonce", "code_challenge"];
  if (discovered.address.entra !== null) {
    added.push("client-request-id (it names the row in the sign-in log)");
  }
  return `${added.slice(0, -1).join(", ")} and ${added.at(-1)}`;
}

/** The name fills in a field that a person at the login window finds empty. */
function hinted({ loginHint }: OidcInput): string {
  return loginHint === null ? "" : " Latchkey added login_hint: Jamf Connect does not send it.";
}

function readPreflight(answer: Answer, redirectUri: string): StepResult<never> | null {
  const line = errorOfPage(answer.text);
  if (line !== null) return providerError(readErrorText(line, "error_page"));
  const location = answer.headers.get("location");
  const target =
    location === null || !URL.canParse(location, answer.url.href) ? null : new URL(location, answer.url.href);
  const match = target === null ? null : matchCallback(target.href, redirectUri);
  const error = match?.matches === true ? match.parameters.get("error") : null;
  if (match?.matches === true && error !== null) {
    return providerError(readErrorText(match.parameters.get("error_description") ?? "", error));
  }
  if (answer.status < 400) return null;
  return providerError(readErrorText(`Status ${answer.status} before the sign-in page.`, "error_page"));
}

function providerError(answer: ReturnType<typeof readErrorText>): StepResult<never> {
  return {
    status: "failed",
    ending: { kind: "provider-error", answer, at: "authorize" },
    note: answer.error.description || answer.error.oauthError,
  };
}

function noEndpoint(): StepResult<never> {
  const problem = {
    code: "authorization-endpoint-unusable",
    title: "The discovery document names no usable authorization endpoint.",
    detail: "It is missing, or uses plain http outside this machine.",
    fix: "Check the discovery address of the profile.",
  };
  return { status: "failed", ending: { kind: "refused", at: "authorize", problem }, note: problem.detail };
}
