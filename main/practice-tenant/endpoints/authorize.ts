import type { EndpointVersion } from "../errors/error-body.ts";
import { errorPage } from "../pages/error-page.ts";
import { signInPage } from "../pages/sign-in-page.ts";
import { html } from "../server/http.ts";
import { randomHandle } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import { readAuthorizeRequest } from "../sign-in/authorize-request.ts";
import { answerClient, failureToClient } from "./answer-client.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";

/** `/{tenant}/oauth2/v2.0/authorize` */
export const authorizeV2: Endpoint = (request, practice, segment) =>
  authorize(request, practice, segment, "v2");
/** `/{tenant}/oauth2/authorize` */
export const authorizeV1: Endpoint = (request, practice, segment) =>
  authorize(request, practice, segment, "v1");

function authorize(
  request: Parameters<Endpoint>[0],
  practice: Practice,
  segment: string,
  version: EndpointVersion,
) {
  const ids = requestIds(request, practice);
  const parameters = request.method === "POST" ? request.form : request.query;
  const asked = readAuthorizeRequest(segment, version, parameters, practice.tenant());
  if ("failure" in asked) {
    // Entra shows these on its own page with status 200, where only a person or a web view can read the code.
    return asked.back === null
      ? html(errorPage(practice.tenant(), asked.failure, ids))
      : failureToClient(asked.back, asked.failure, ids);
  }
  if (asked.prompt === "none")
    return answerClient(asked, {
      error: "login_required",
      error_description: "AADSTS50058: A silent sign-in request was sent but no user is signed in.",
    });
  const handle = randomHandle();
  practice.memory.pending.set(handle, {
    request: asked,
    correlationId: ids.correlationId,
    userId: null,
    amr: [],
  });
  return html(
    signInPage(practice.tenant(), asked, { handle, username: asked.loginHint ?? "", failure: null }),
    { formTarget: asked.redirectUri },
  );
}
