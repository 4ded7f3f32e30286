import { randomInt } from "node:crypto";
import { type EntraFailure, isFailure, refuse } from "../errors/failure.ts";
import { json, type PracticeRequest } from "../server/http.ts";
import { randomHandle, remember } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import { findTenant } from "../sign-in/find-tenant.ts";
import { targetOfScope } from "../sign-in/target.ts";
import { sayAdoption } from "./adoption.ts";
import type { Endpoint } from "./endpoint.ts";
import { entraHeaders, failureAnswer, requestIds } from "./failure-answer.ts";
import { clientIdOf, clientOfRequest, missingParameter } from "./token/client-authentication.ts";

/**
 * `POST /{tenant}/oauth2/v2.0/devicecode`: a code for a person who signs in on another device. Neither sign-in of Jamf Connect uses it;
 * the app's own sign-in to Microsoft Graph does where no browser is.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export const deviceCodeV2: Endpoint = (request, practice, segment) => {
  const begun = begin(request, practice, segment);
  if (isFailure(begun)) return failureAnswer(request, practice, begun, "v2");
  const answer = json(200, begun, entraHeaders(request, requestIds(request, practice), 0));
  return sayAdoption(answer, clientIdOf(request), practice.tenant());
};

/** `POST /{tenant}/oauth2/devicecode`: refused, because nothing here uses it. */
export const deviceCodeV1: Endpoint = (request, practice) =>
  failureAnswer(request, practice, refuse(70003, { grantType: "device_code" }), "v1");

function begin(request: PracticeRequest, practice: Practice, segment: string): object | EntraFailure {
  const tenant = practice.tenant();
  const path = findTenant(segment, tenant);
  if (isFailure(path)) return path;
  const missing = missingParameter(request.form, ["client_id", "scope"]);
  if (missing !== null) return missing;
  const client = clientOfRequest(request, tenant);
  if (isFailure(client)) return client;
  const scope = request.form.get("scope") ?? "";
  const target = targetOfScope(scope, "login-window", tenant, client.app.displayName);
  if (isFailure(target)) return target;
  const { seconds, interval } = tenant.deviceCode;
  const deviceCode = randomHandle();
  const userCode = newUserCode();
  remember(practice.memory.deviceSignIns, deviceCode, {
    userCode,
    client,
    target,
    expires: practice.now() + seconds * 1000,
    polled: null,
    state: { kind: "waiting" },
  });
  const uri = `${practice.origin}/common/oauth2/deviceauth`;
  return {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: uri,
    expires_in: seconds,
    interval,
    message: `To sign in, use a web browser to open the page ${uri} and enter the code ${userCode} to authenticate.`,
  };
}

/** Letters and digits that nobody takes for one another. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Nine characters, as Entra's. */
function newUserCode(): string {
  return Array.from({ length: 9 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
