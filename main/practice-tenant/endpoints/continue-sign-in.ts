import type { RequestIds } from "../errors/error-body.ts";
import { refuse } from "../errors/failure.ts";
import { errorPage } from "../pages/error-page.ts";
import { secondFactorPage } from "../pages/second-factor-page.ts";
import { decide } from "../policy/decide.ts";
import { type Answer, html } from "../server/http.ts";
import { type PendingSignIn, randomHandle } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import { checkConsent } from "../sign-in/consent.ts";
import { userById } from "../sign-in/first-factor.ts";
import type { TenantUser } from "../tenant/user.ts";
import { answerClient } from "./answer-client.ts";

/** Minutes that Entra gives a code. */
const CODE_LIFETIME_MS = 10 * 60_000;

/** Takes an interactive sign-in to its next page, or to the end: the code goes to the client. */
export function continueSignIn(practice: Practice, handle: string, ids: RequestIds): Answer {
  const pending = practice.memory.pending.get(handle);
  const user = userById(practice, pending?.userId ?? null);
  const tenant = practice.tenant();
  if (pending === undefined || user === null) return html(errorPage(tenant, { expired: true }, ids));
  const { request } = pending;
  const decision = decide(
    { flow: "login-window", user, client: request.client.app, target: request.target },
    tenant,
  );
  if (decision.demands.includes("block"))
    return stop(practice, handle, refuse(53003, {}, decision.policyIds.block), ids);
  if (decision.demands.includes("mfa") && !pending.amr.includes("mfa")) {
    return html(secondFactorPage(tenant, request, user, { handle, refused: false }), {
      formTarget: request.redirectUri,
    });
  }
  const consent = checkConsent(request.client, request.target, user);
  if (consent !== null) return stop(practice, handle, consent, ids);
  practice.memory.pending.delete(handle);
  return answerClient(request, { code: issueCode(practice, pending, user) });
}

/** Ends a sign-in on Entra's own page. */
function stop(
  practice: Practice,
  handle: string,
  failure: ReturnType<typeof refuse>,
  ids: RequestIds,
): Answer {
  practice.memory.pending.delete(handle);
  return html(errorPage(practice.tenant(), failure, ids));
}

function issueCode(practice: Practice, pending: PendingSignIn, user: TenantUser): string {
  const { request } = pending;
  const code = `1.${randomHandle()}`;
  practice.memory.codes.set(code, {
    grant: {
      userId: user.id,
      clientId: request.client.clientId,
      target: request.target,
      nonce: request.nonce,
      amr: pending.amr,
      authTime: Math.floor(practice.now() / 1_000),
    },
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    expires: practice.now() + CODE_LIFETIME_MS,
    used: false,
  });
  return code;
}
