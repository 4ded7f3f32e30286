import { randomUUID } from "node:crypto";
import { isGuid } from "../../core/guid.ts";
import { errorEntry } from "../errors/catalogue.ts";
import { type EndpointVersion, errorBody, type RequestIds } from "../errors/error-body.ts";
import type { EntraFailure } from "../errors/failure.ts";
import { type Answer, json, type PracticeRequest } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";

/** Ids of one request: a fresh trace id, and the correlation id that the client sent, if it is a GUID. */
export function requestIds(request: PracticeRequest, practice: Practice): RequestIds {
  const sent = request.headers["client-request-id"] ?? request.query.get("client-request-id") ?? "";
  return {
    traceId: randomUUID(),
    correlationId: isGuid(sent) ? sent.toLowerCase() : randomUUID(),
    time: practice.now(),
  };
}

/** Headers that Entra puts on every answer of its token endpoint. */
export function entraHeaders(request: PracticeRequest, ids: RequestIds, code: number): Answer["headers"] {
  const telemetry = "x-client-current-telemetry" in request.headers || "x-client-sku" in request.headers;
  return {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    P3P: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    "x-ms-request-id": ids.traceId,
    "x-ms-ests-server": "2.1.0.0 - PRACTICE ProdSlices",
    "x-ms-srs": "1.P",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-XSS-Protection": "0",
    ...(telemetry ? { "x-ms-clitelem": `1,${code},0,,` } : {}),
    ...(request.headers["return-client-request-id"]?.toLowerCase() === "true"
      ? { "client-request-id": ids.correlationId }
      : {}),
    "Set-Cookie": [
      "fpc=practice; path=/; secure; HttpOnly; SameSite=None",
      "x-ms-gateway-slice=estsfd; path=/; secure; httponly",
    ],
  };
}

/** The JSON answer of the token endpoint (or of discovery) for a failure. */
export function failureAnswer(
  request: PracticeRequest,
  practice: Practice,
  failure: EntraFailure,
  version: EndpointVersion,
  instead: { readonly error?: string } = {},
  ids: RequestIds = requestIds(request, practice),
): Answer {
  const body = errorBody(failure, version, ids, {
    errorUri: `${practice.origin}/error`,
    wrapped: practice.tenant().wrapV1Errors,
  });
  return json(
    errorEntry(failure.code).status ?? 400,
    { ...body, ...instead },
    entraHeaders(request, ids, failure.code),
  );
}
