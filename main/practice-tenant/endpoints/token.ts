import type { EndpointVersion } from "../errors/error-body.ts";
import { type EntraFailure, isFailure, refuse } from "../errors/failure.ts";
import { type Answer, json, type PracticeRequest } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";
import { findTenant } from "../sign-in/find-tenant.ts";
import { sayAdoption } from "./adoption.ts";
import type { Endpoint } from "./endpoint.ts";
import { entraHeaders, failureAnswer, requestIds } from "./failure-answer.ts";
import { authorizationCodeGrant } from "./token/authorization-code.ts";
import { clientIdOf } from "./token/client-authentication.ts";
import { clientCredentialsGrant } from "./token/client-credentials.ts";
import { deviceCodeGrant } from "./token/device-code.ts";
import type { GrantHandler } from "./token/grant-handler.ts";
import { passwordGrant } from "./token/password.ts";
import { refreshTokenGrant } from "./token/refresh-token.ts";

/** `POST /{tenant}/oauth2/v2.0/token` */
export const tokenV2: Endpoint = (request, practice, segment) => token(request, practice, segment, "v2");
/** `POST /{tenant}/oauth2/token` */
export const tokenV1: Endpoint = (request, practice, segment) => token(request, practice, segment, "v1");

const handlers: Readonly<Record<string, GrantHandler>> = {
  authorization_code: authorizationCodeGrant,
  client_credentials: clientCredentialsGrant,
  password: passwordGrant,
  refresh_token: refreshTokenGrant,
  "urn:ietf:params:oauth:grant-type:device_code": deviceCodeGrant,
  // The name before RFC 8628, which MSAL still sends.
  device_code: deviceCodeGrant,
};

async function token(
  request: PracticeRequest,
  practice: Practice,
  segment: string,
  version: EndpointVersion,
): Promise<Answer> {
  const ids = requestIds(request, practice);
  const given = (failure: EntraFailure): Answer =>
    failureAnswer(request, practice, failure, version, {}, ids);
  const handler = chooseHandler(request);
  if (isFailure(handler)) return given(handler);
  const path = findTenant(segment, practice.tenant());
  if (isFailure(path)) return given(path);
  const body = await handler(request, practice, { version, path, ids });
  const answer = isFailure(body) ? given(body) : json(200, body, entraHeaders(request, ids, 0));
  return sayAdoption(answer, clientIdOf(request), practice.tenant());
}

function chooseHandler({ method, form }: PracticeRequest): GrantHandler | EntraFailure {
  if (method !== "POST") return refuse(900561);
  if (form.size === 0) return refuse(9002313);
  const grantType = form.get("grant_type") ?? "";
  if (grantType === "") return refuse(900144, { parameter: "grant_type" });
  // The answer names the grant types that Entra knows and no other text of the request.
  const known = Object.hasOwn(handlers, grantType) ? handlers[grantType] : undefined;
  return known ?? refuse(70003, { grantType: grantType.slice(0, 80) });
}
