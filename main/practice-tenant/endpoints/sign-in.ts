import { isFailure } from "../errors/failure.ts";
import { errorPage } from "../pages/error-page.ts";
import { signInPage } from "../pages/sign-in-page.ts";
import { html } from "../server/http.ts";
import { checkFirstFactor } from "../sign-in/first-factor.ts";
import { continueSignIn } from "./continue-sign-in.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";

/** `POST /{tenant}/login`: the form of the sign-in page, fields `loginfmt`, `passwd`, `ctx`. */
export const signIn: Endpoint = (request, practice) => {
  const handle = request.form.get("ctx") ?? "";
  const pending = practice.memory.pending.get(handle);
  const tenant = practice.tenant();
  const ids = requestIds(request, practice);
  if (pending === undefined) return html(errorPage(tenant, { expired: true }, ids));
  const username = request.form.get("loginfmt") ?? "";
  const user = checkFirstFactor(practice, username, request.form.get("passwd") ?? "");
  if (isFailure(user)) {
    return html(signInPage(tenant, pending.request, { handle, username, failure: user }), {
      formTarget: pending.request.redirectUri,
    });
  }
  practice.memory.pending.set(handle, { ...pending, userId: user.id, amr: ["pwd"] });
  return continueSignIn(practice, handle, ids);
};
