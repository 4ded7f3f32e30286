import type { RequestIds } from "../errors/error-body.ts";
import { type EntraFailure, refuse } from "../errors/failure.ts";
import { consentPage } from "../pages/consent-page.ts";
import { errorPage } from "../pages/error-page.ts";
import { secondFactorPage } from "../pages/second-factor-page.ts";
import { staySignedInPage } from "../pages/stay-signed-in-page.ts";
import { isStep, stepPage } from "../pages/step-page.ts";
import type { Decision } from "../policy/decide.ts";
import type { Demand } from "../policy/demands.ts";
import { showsDevice } from "../policy/shows-device.ts";
import { type Answer, html } from "../server/http.ts";
import { type PendingSignIn, randomHandle, remember } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import { checkAssignment, missingConsent, needsAdmin } from "../sign-in/consent.ts";
import { userById } from "../sign-in/first-factor.ts";
import { recordSignIn } from "../sign-in-log/record.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import type { Grant } from "../tokens/grant.ts";
import { answerClient } from "./answer-client.ts";
import { startSession } from "./browser-session.ts";
import { allowDevice } from "./device-end.ts";
import { judgePending } from "./judge-pending.ts";

/** Time that Entra gives a code. */
const CODE_LIFETIME_MS = 10 * 60_000;

/** Demands that nobody can meet on a page, and the code on the page that says so. */
const deadEnds: Partial<Readonly<Record<Demand, number>>> = {
  block: 53003,
  compliantDevice: 53000,
  domainJoinedDevice: 53001,
  compliantApplication: 53009,
  unknownControl: 53003,
};

/** Takes an interactive sign-in to its next page, or to the end: the code goes to the client. */
export function continueSignIn(practice: Practice, handle: string, ids: RequestIds): Answer {
  const pending = practice.memory.pending.get(handle);
  const user = userById(practice, pending?.userId ?? null);
  const tenant = practice.tenant();
  if (pending === undefined || user === null) return html(errorPage(tenant, { expired: true }, ids));
  const { request } = pending;
  const decision = judgePending(practice, pending, user);
  const next = nextPage(practice, handle, pending, user, decision);
  if (next === null) return finish(practice, handle, pending, user, decision, ids);
  if (typeof next === "string") {
    const interrupt = interruptOf(decision, pending, user);
    if (interrupt !== null) record(practice, pending, user, decision, interrupt, ids);
    return html(next, { formTarget: request.redirectUri });
  }
  practice.memory.pending.delete(handle);
  record(practice, pending, user, decision, next, ids);
  return html(errorPage(tenant, next, ids));
}

/** The page that comes next, the failure that ends the sign-in, or null when nothing is left to ask. */
function nextPage(
  practice: Practice,
  handle: string,
  pending: PendingSignIn,
  user: TenantUser,
  decision: Decision,
): string | EntraFailure | null {
  const tenant = practice.tenant();
  const { request } = pending;
  const flow = { handle, flowToken: pending.flowToken };
  if (pending.passwordExpired) return stepPage(tenant, request, "expiredPassword", flow);
  const [first] = decision.demands;
  if (first !== undefined) {
    const deadEnd = deadEnds[first.demand];
    if (deadEnd !== undefined) {
      const isUnseen = first.demand === "compliantDevice" && !seesDevice(pending, tenant);
      return refuse(isUnseen ? tenant.unseenDevice.login : deadEnd, {}, first.policyIds);
    }
    const { demand } = first;
    if (isStep(demand)) return stepPage(tenant, request, demand, flow);
    if (demand !== "mfa" && demand !== "externalChallenge") return refuse(53003, {}, first.policyIds);
    const weak = demand === "mfa" && pending.progress.method !== null;
    return secondFactorPage(tenant, request, user, { flow, demand, problem: weak ? "weak" : null });
  }
  const unassigned = checkAssignment(request.client, user);
  if (unassigned !== null) return unassigned;
  const missing = missingConsent(request.client, request.target, user);
  if (!pending.consented && (missing.length > 0 || request.prompt === "consent")) {
    const values = { app: request.client.clientId, appName: request.client.app.displayName };
    if (needsAdmin(missing, request.target, user, tenant)) return refuse(90094, values);
    return consentPage(tenant, request, missing.length > 0 ? missing : request.target.scopes, flow);
  }
  if (pending.deviceCode !== null && !pending.deviceConfirmed)
    return stepPage(tenant, request, "otherDevice", flow);
  return tenant.staySignedInPrompt && pending.staySignedIn === null
    ? staySignedInPage(tenant, user, flow)
    : null;
}

/** Whether Entra learns which Mac this is; of one that it does not know, nobody shows it anything. */
function seesDevice({ userAgent }: PendingSignIn, tenant: Tenant): boolean {
  return tenant.device !== null && showsDevice({ flow: "login-window", userAgent }, tenant);
}

/** Entra logs the moment at which it asks for a second factor; the code looks like a failure and is none. */
function interruptOf(decision: Decision, pending: PendingSignIn, user: TenantUser): EntraFailure | null {
  const asksForMfa = decision.demands[0]?.demand === "mfa" && pending.progress.method === null;
  if (!asksForMfa || pending.passwordExpired) return null;
  return refuse(user.mfaMethods.length === 0 ? 50072 : 50074, { resource: decision.resource });
}

function finish(
  practice: Practice,
  handle: string,
  pending: PendingSignIn,
  user: TenantUser,
  decision: Decision,
  ids: RequestIds,
): Answer {
  practice.memory.pending.delete(handle);
  record(practice, pending, user, decision, null, ids);
  if (pending.deviceCode !== null) return allowDevice(practice, pending.deviceCode, grantOf(pending, user));
  const code = issueCode(practice, pending, user);
  return answerClient(pending.request, { code }, startSession(practice, pending));
}

function record(
  practice: Practice,
  pending: PendingSignIn,
  user: TenantUser,
  decision: Decision,
  failure: EntraFailure | null,
  ids: RequestIds,
): void {
  recordSignIn(practice, {
    ids: { ...ids, correlationId: pending.correlationId },
    kind: pending.deviceCode === null ? "interactive" : "device-code",
    user,
    client: pending.request.client,
    target: pending.request.target,
    failure,
    decision,
    passwordAccepted: pending.fromSession ? null : true,
    mfaPassed: pending.progress.method !== null,
    userAgent: pending.userAgent,
  });
}

function grantOf({ request, progress }: PendingSignIn, user: TenantUser): Grant {
  return {
    userId: user.id,
    clientId: request.client.clientId,
    target: request.target,
    nonce: request.nonce,
    amr: progress.method === null ? ["pwd"] : ["pwd", "mfa"],
    progress,
    confidential: request.platform === "web",
  };
}

function issueCode(practice: Practice, pending: PendingSignIn, user: TenantUser): string {
  const { request } = pending;
  const code = `1.${randomHandle()}`;
  remember(practice.memory.codes, code, {
    grant: grantOf(pending, user),
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    expires: practice.now() + CODE_LIFETIME_MS,
    used: false,
  });
  return code;
}
