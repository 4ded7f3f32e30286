import type { EndpointVersion, RequestIds } from "../../errors/error-body.ts";
import type { EntraFailure } from "../../errors/failure.ts";
import type { PracticeRequest } from "../../server/http.ts";
import type { Practice } from "../../server/practice.ts";
import type { TenantPath } from "../../sign-in/find-tenant.ts";

/** Which token endpoint was asked, how the request named its tenant, and the ids of the answer. */
export type TokenCall = {
  readonly version: EndpointVersion;
  readonly path: TenantPath;
  readonly ids: RequestIds;
};

/** Answers one grant type: the body of a success, or the code that refuses it. */
export type GrantHandler = (
  request: PracticeRequest,
  practice: Practice,
  call: TokenCall,
) => Promise<Readonly<Record<string, unknown>> | EntraFailure> | EntraFailure;
