import { isFailure } from "../errors/failure.ts";
import { signInPage } from "../pages/sign-in-page.ts";
import { NOTHING_DONE } from "../policy/demands.ts";
import { html } from "../server/http.ts";
import type { PendingSignIn } from "../server/memory.ts";
import { checkFirstFactor, findUser } from "../sign-in/first-factor.ts";
import { recordSignIn } from "../sign-in-log/record.ts";
import type { TenantUser } from "../tenant/user.ts";
import { continueSignIn } from "./continue-sign-in.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";
import { postedFlow } from "./posted-flow.ts";

/**
 * `POST /{tenant}/login`: the form of the sign-in page, fields `loginfmt`, `passwd`, `ctx`. Somebody whose password has
 * expired (50055 in the log) changes it on the next page, as on Entra's; one that expired on premises ends here, because
 * a change needs password writeback.
 */
export const signIn: Endpoint = (request, practice) => {
  const posted = postedFlow(request, practice);
  if ("status" in posted) return posted;
  const { handle, pending } = posted;
  const tenant = practice.tenant();
  const ids = requestIds(request, practice);
  const { client, target, redirectUri } = pending.request;
  const username = request.form.get("loginfmt") ?? "";
  const password = request.form.get("passwd") ?? "";
  const user = checkFirstFactor(practice, { username, password, flow: "login-window", client });
  if (isFailure(user)) {
    recordSignIn(practice, {
      ids: { ...ids, correlationId: pending.correlationId },
      kind: pending.deviceCode === null ? "interactive" : "device-code",
      user: findUser(practice, username),
      client,
      target,
      failure: user,
      decision: null,
      passwordAccepted: user.code === 50055 || user.code === 50144,
      mfaPassed: false,
      userAgent: pending.userAgent,
    });
    const expired = user.code === 50055 ? findUser(practice, username) : null;
    if (expired !== null) {
      practice.memory.pending.set(handle, startAnew(pending, expired, true));
      return continueSignIn(practice, handle, ids);
    }
    const flow = { handle, flowToken: pending.flowToken };
    return html(signInPage(tenant, pending.request, { flow, username, failure: user }), {
      formTarget: redirectUri,
    });
  }
  practice.memory.pending.set(handle, startAnew(pending, user, false));
  return continueSignIn(practice, handle, ids);
};

/** Whoever signs in on this page starts anew: nothing that somebody else did on it before counts. */
function startAnew(pending: PendingSignIn, user: TenantUser, passwordExpired: boolean): PendingSignIn {
  const fresh = {
    progress: NOTHING_DONE,
    consented: false,
    staySignedIn: null,
    fromSession: false,
    deviceConfirmed: false,
  } as const;
  return { ...pending, ...fresh, userId: user.id, passwordExpired };
}
