import { refuse } from "../errors/failure.ts";
import { errorPage } from "../pages/error-page.ts";
import { isStep } from "../pages/step-page.ts";
import { html, type PracticeRequest } from "../server/http.ts";
import type { PendingSignIn } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import { missingConsent } from "../sign-in/consent.ts";
import { userById } from "../sign-in/first-factor.ts";
import { failureToClient } from "./answer-client.ts";
import { continueSignIn } from "./continue-sign-in.ts";
import { declineDevice } from "./device-end.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";
import { postedFlow } from "./posted-flow.ts";

/** `POST /common/practice/step`: terms accepted, password changed (at risk, or expired), other device confirmed. Field `step`. */
export const step: Endpoint = (request, practice) =>
  go(request, practice, (pending) => {
    const passed = request.form.get("step") ?? "";
    if (request.form.get("answer") === "decline" || !isStep(passed)) return null;
    if (passed === "expiredPassword") return { ...pending, passwordExpired: false };
    if (passed === "otherDevice") return { ...pending, deviceConfirmed: true };
    return {
      ...pending,
      progress: { ...pending.progress, passed: new Set([...pending.progress.passed, passed]) },
    };
  });

/** `POST /common/Consent/Set`: the consent page. Consent is kept in the tenant, for this user. */
export const consent: Endpoint = (request, practice) =>
  go(request, practice, (pending) => {
    if (request.form.get("answer") === "decline") return null;
    grantConsent(practice, pending);
    return { ...pending, consented: true };
  });

/** `POST /kmsi`: "Stay signed in?". Entra's field `LoginOptions`: 1 yes, 3 no. */
export const staySignedIn: Endpoint = (request, practice) =>
  go(request, practice, (pending) => ({
    ...pending,
    staySignedIn: request.form.get("LoginOptions") === "1",
  }));

/** Applies an answer to the pending sign-in; null declines, which the client is told as 65004. */
function go(
  request: PracticeRequest,
  practice: Practice,
  answer: (pending: PendingSignIn) => PendingSignIn | null,
) {
  const posted = postedFlow(request, practice);
  if ("status" in posted) return posted;
  const { handle, pending } = posted;
  const ids = requestIds(request, practice);
  if (pending.userId === null) return html(errorPage(practice.tenant(), { expired: true }, ids));
  const answered = answer(pending);
  if (answered === null) {
    practice.memory.pending.delete(handle);
    if (pending.deviceCode !== null) return declineDevice(practice, pending.deviceCode);
    return failureToClient(pending.request, refuse(65004), ids);
  }
  practice.memory.pending.set(handle, answered);
  return continueSignIn(practice, handle, ids);
}

function grantConsent(practice: Practice, pending: PendingSignIn): void {
  const tenant = practice.tenant();
  const { client, target } = pending.request;
  const user = userById(practice, pending.userId);
  if (user === null) return;
  const missing = missingConsent(client, target, user);
  if (missing.length === 0) return;
  const grant = {
    resourceAppId: target.resourceAppId,
    scope: missing.join(" "),
    consentType: "Principal",
    principalId: user.id,
  } as const;
  practice.replaceTenant({
    ...tenant,
    applications: tenant.applications.map((app) =>
      app.appId === client.app.appId ? { ...app, grants: [...app.grants, grant] } : app,
    ),
  });
}
