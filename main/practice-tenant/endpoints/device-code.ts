import { refuse } from "../errors/failure.ts";
import type { Endpoint } from "./endpoint.ts";
import { failureAnswer } from "./failure-answer.ts";

const grantType = "urn:ietf:params:oauth:grant-type:device_code";

/** `POST /{tenant}/oauth2/v2.0/devicecode`: refused, because neither sign-in of Jamf Connect uses it. */
export const deviceCodeV2: Endpoint = (request, practice) =>
  failureAnswer(request, practice, refuse(70003, { grantType }), "v2");
/** `POST /{tenant}/oauth2/devicecode` */
export const deviceCodeV1: Endpoint = (request, practice) =>
  failureAnswer(request, practice, refuse(70003, { grantType }), "v1");
