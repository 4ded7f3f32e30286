import type { EndpointVersion } from "../errors/error-body.ts";
import { type EntraFailure, refuse } from "../errors/failure.ts";
import { errorPage } from "../pages/error-page.ts";
import { signInPage } from "../pages/sign-in-page.ts";
import { decide } from "../policy/decide.ts";
import { NOTHING_DONE } from "../policy/demands.ts";
import { type Answer, html, type PracticeRequest } from "../server/http.ts";
import { type BrowserSession, type PendingSignIn, randomHandle, remember } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import { type AuthorizeRequest, readAuthorizeRequest } from "../sign-in/authorize-request.ts";
import { checkConsent } from "../sign-in/consent.ts";
import { userById } from "../sign-in/first-factor.ts";
import { sayAdoption } from "./adoption.ts";
import { failureToClient } from "./answer-client.ts";
import { SESSION_COOKIE } from "./browser-session.ts";
import { continueSignIn } from "./continue-sign-in.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";

/** `/{tenant}/oauth2/v2.0/authorize` */
export const authorizeV2: Endpoint = (request, practice, segment) =>
  answerAuthorize(request, practice, segment, "v2");
/** `/{tenant}/oauth2/authorize` */
export const authorizeV1: Endpoint = (request, practice, segment) =>
  answerAuthorize(request, practice, segment, "v1");

function answerAuthorize(
  request: PracticeRequest,
  practice: Practice,
  segment: string,
  version: EndpointVersion,
): Answer {
  const parameters = request.method === "POST" ? request.form : request.query;
  const answer = authorize(request, parameters, practice, segment, version);
  return sayAdoption(answer, parameters.get("client_id"), practice.tenant());
}

function authorize(
  request: PracticeRequest,
  parameters: URLSearchParams,
  practice: Practice,
  segment: string,
  version: EndpointVersion,
): Answer {
  const ids = requestIds(request, practice);
  const asked = readAuthorizeRequest(segment, version, parameters, practice.tenant());
  if ("failure" in asked) {
    // Entra shows these on its own page with status 200, where only a person or a web view can read the code.
    return asked.back === null
      ? html(errorPage(practice.tenant(), asked.failure, ids))
      : failureToClient(asked.back, asked.failure, ids);
  }
  const session = sessionFor(request.cookies.get(SESSION_COOKIE), asked, practice);
  if (asked.prompt === "none") {
    const stopped = silentProblem(practice, asked, session, request.headers["user-agent"] ?? "");
    if (stopped !== null) return failureToClient(asked, stopped, ids);
  }
  const flow = { handle: randomHandle(), flowToken: randomHandle() };
  const pending: PendingSignIn = {
    request: asked,
    flowToken: flow.flowToken,
    correlationId: ids.correlationId,
    userAgent: request.headers["user-agent"] ?? "",
    userId: session?.userId ?? null,
    fromSession: session !== null,
    progress: session?.progress ?? NOTHING_DONE,
    passwordExpired: false,
    consented: false,
    staySignedIn: session === null ? null : false,
    deviceCode: null,
    deviceConfirmed: false,
  };
  remember(practice.memory.pending, flow.handle, pending);
  if (session !== null) return continueSignIn(practice, flow.handle, ids);
  const state = { flow, username: asked.loginHint ?? "", failure: null };
  return html(signInPage(practice.tenant(), asked, state), { formTarget: asked.redirectUri });
}

/** The signed-in browser, unless the request wants a fresh sign-in or somebody else. */
function sessionFor(
  cookie: string | undefined,
  asked: AuthorizeRequest,
  practice: Practice,
): BrowserSession | null {
  if (asked.prompt === "login" || asked.prompt === "select_account") return null;
  const session = practice.memory.sessions.get(cookie ?? "") ?? null;
  const user = userById(practice, session?.userId ?? null);
  if (session === null || user === null || !user.accountEnabled) return null;
  const hint = asked.loginHint?.toLowerCase() ?? "";
  return hint === "" || hint === user.userPrincipalName.toLowerCase() ? session : null;
}

/** Why a request with `prompt=none` cannot be answered without a page. */
function silentProblem(
  practice: Practice,
  asked: AuthorizeRequest,
  session: BrowserSession | null,
  userAgent: string,
): EntraFailure | null {
  const user = userById(practice, session?.userId ?? null);
  if (session === null || user === null) return refuse(50058);
  const { client, target } = asked;
  const judged = {
    flow: "login-window",
    user,
    client,
    target,
    confidential: asked.platform === "web",
    userAgent,
  } as const;
  const decision = decide(judged, practice.tenant(), session.progress);
  const [first] = decision.demands;
  if (first?.demand === "block") return refuse(53003, {}, first.policyIds);
  if (first !== undefined) return refuse(50074);
  return checkConsent(client, target, user);
}
