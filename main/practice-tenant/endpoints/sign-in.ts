import { isFailure } from "../errors/failure.ts";
import { signInPage } from "../pages/sign-in-page.ts";
import { NOTHING_DONE } from "../policy/demands.ts";
import { html } from "../server/http.ts";
import { checkFirstFactor, findUser } from "../sign-in/first-factor.ts";
import { recordSignIn } from "../sign-in-log/record.ts";
import { continueSignIn } from "./continue-sign-in.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";
import { postedFlow } from "./posted-flow.ts";

/** `POST /{tenant}/login`: the form of the sign-in page, fields `loginfmt`, `passwd`, `ctx`. */
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
      kind: "interactive",
      user: findUser(practice, username),
      client,
      target,
      failure: user,
      decision: null,
      passwordAccepted: user.code === 50055 || user.code === 50144,
      mfaPassed: false,
      userAgent: pending.userAgent,
    });
    const flow = { handle, flowToken: pending.flowToken };
    return html(signInPage(tenant, pending.request, { flow, username, failure: user }), {
      formTarget: redirectUri,
    });
  }
  // Whoever signs in on this page starts anew: nothing that somebody else did on it before counts.
  const fresh = { progress: NOTHING_DONE, consented: false, staySignedIn: null, fromSession: false } as const;
  practice.memory.pending.set(handle, { ...pending, ...fresh, userId: user.id });
  return continueSignIn(practice, handle, ids);
};
