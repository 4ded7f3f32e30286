import { errorPage } from "../pages/error-page.ts";
import { secondFactorPage } from "../pages/second-factor-page.ts";
import type { Demand, Progress } from "../policy/demands.ts";
import { html } from "../server/http.ts";
import { userById } from "../sign-in/first-factor.ts";
import { PRACTICE_REGISTRATION_CODE } from "../sign-in/registration.ts";
import { continueSignIn } from "./continue-sign-in.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";
import { judgePending } from "./judge-pending.ts";
import { postedFlow } from "./posted-flow.ts";

/** `POST /common/SAS/ProcessAuth`: the form of the second-factor page, fields `otc`, `ctx`. */
export const secondFactor: Endpoint = (request, practice) => {
  const posted = postedFlow(request, practice);
  if ("status" in posted) return posted;
  const { handle, pending } = posted;
  const user = userById(practice, pending.userId);
  const ids = requestIds(request, practice);
  if (user === null) return html(errorPage(practice.tenant(), { expired: true }, ids));
  const code = (request.form.get("otc") ?? "").replace(/\s/g, "");
  const external = judgePending(practice, pending, user).demands[0]?.demand === "externalChallenge";
  const demand: "mfa" | "externalChallenge" = external ? "externalChallenge" : "mfa";
  const registers = demand === "mfa" && user.mfaMethods.length === 0 && code === PRACTICE_REGISTRATION_CODE;
  const method = registers ? "oneTimeCode" : user.mfaMethods.find((each) => each.code === code)?.method;
  if (method === undefined) {
    const page = secondFactorPage(practice.tenant(), pending.request, user, {
      flow: { handle, flowToken: pending.flowToken },
      demand,
      problem: "wrong",
    });
    return html(page, { formTarget: pending.request.redirectUri });
  }
  // An external challenge is no second factor of Entra's own: it does not show in `amr`.
  const { progress } = pending;
  const further: Progress = external
    ? { ...progress, passed: new Set<Demand>([...progress.passed, demand]) }
    : { ...progress, method };
  practice.memory.pending.set(handle, { ...pending, progress: further });
  return continueSignIn(practice, handle, ids);
};
