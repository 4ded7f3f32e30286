import type { EndpointVersion } from "../errors/error-body.ts";
import { isFailure, refuse } from "../errors/failure.ts";
import { json } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";
import { findTenant } from "../sign-in/find-tenant.ts";
import type { Endpoint } from "./endpoint.ts";
import { entraHeaders, failureAnswer, requestIds } from "./failure-answer.ts";
import { authorizationCodeGrant } from "./token/authorization-code.ts";
import type { GrantHandler } from "./token/grant-handler.ts";
import { passwordGrant } from "./token/password.ts";

/** `POST /{tenant}/oauth2/v2.0/token` */
export const tokenV2: Endpoint = (request, practice, segment) => token(request, practice, segment, "v2");
/** `POST /{tenant}/oauth2/token` */
export const tokenV1: Endpoint = (request, practice, segment) => token(request, practice, segment, "v1");

const handlers: Readonly<Record<string, GrantHandler>> = {
  authorization_code: authorizationCodeGrant,
  password: passwordGrant,
};

async function token(
  request: Parameters<Endpoint>[0],
  practice: Practice,
  segment: string,
  version: EndpointVersion,
) {
  const ids = requestIds(request, practice);
  const { form } = request;
  const grantType = form.get("grant_type") ?? "";
  const handler = Object.hasOwn(handlers, grantType) ? handlers[grantType] : undefined;
  const refused =
    request.method !== "POST" || form.size === 0
      ? refuse(9002313)
      : grantType === ""
        ? refuse(900144, { parameter: "grant_type" })
        : handler === undefined
          ? refuse(70003, { grantType: "" })
          : null;
  if (refused !== null || handler === undefined)
    return failureAnswer(request, practice, refused ?? refuse(9002313), version, {}, ids);
  const path = findTenant(segment, practice.tenant());
  if (isFailure(path)) return failureAnswer(request, practice, path, version, {}, ids);
  const body = await handler(request, practice, { version, path });
  return isFailure(body)
    ? failureAnswer(request, practice, body, version, {}, ids)
    : json(200, body, entraHeaders(request, ids, 0));
}
