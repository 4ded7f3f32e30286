import { errorPage } from "../pages/error-page.ts";
import { secondFactorPage } from "../pages/second-factor-page.ts";
import { html } from "../server/http.ts";
import { userById } from "../sign-in/first-factor.ts";
import { PRACTICE_REGISTRATION_CODE, registerMethod } from "../sign-in/register-method.ts";
import { continueSignIn } from "./continue-sign-in.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";

/** `POST /common/SAS/ProcessAuth`: the form of the second-factor page, fields `otc`, `ctx`. */
export const secondFactor: Endpoint = (request, practice) => {
  const handle = request.form.get("ctx") ?? "";
  const pending = practice.memory.pending.get(handle);
  const user = userById(practice, pending?.userId ?? null);
  const ids = requestIds(request, practice);
  if (pending === undefined || user === null)
    return html(errorPage(practice.tenant(), { expired: true }, ids));
  const code = (request.form.get("otc") ?? "").replace(/\s/g, "");
  const registers = user.mfaMethods.length === 0 && code === PRACTICE_REGISTRATION_CODE;
  if (registers) registerMethod(practice, user);
  const method = registers ? "oneTimeCode" : user.mfaMethods.find((each) => each.code === code)?.method;
  if (method === undefined) {
    const page = secondFactorPage(practice.tenant(), pending.request, user, { handle, problem: "wrong" });
    return html(page, { formTarget: pending.request.redirectUri });
  }
  practice.memory.pending.set(handle, { ...pending, progress: { ...pending.progress, method } });
  return continueSignIn(practice, handle, ids);
};
