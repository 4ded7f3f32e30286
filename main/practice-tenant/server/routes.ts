import { authorizeV1, authorizeV2 } from "../endpoints/authorize.ts";
import { discoveryV1, discoveryV2 } from "../endpoints/discovery.ts";
import type { Endpoint } from "../endpoints/endpoint.ts";
import { keysV1, keysV2 } from "../endpoints/keys.ts";
import { secondFactor } from "../endpoints/second-factor.ts";
import { signIn } from "../endpoints/sign-in.ts";
import { stylesheet } from "../endpoints/stylesheet.ts";
import { tokenV1, tokenV2 } from "../endpoints/token.ts";
import { type Answer, json, type PracticeRequest } from "./http.ts";
import type { Practice } from "./practice.ts";

/** Addresses below `/{tenant}/`, by method. A path is compared without case, as Entra does. */
const tenantRoutes: Readonly<Record<string, Endpoint>> = {
  "GET v2.0/.well-known/openid-configuration": discoveryV2,
  "GET .well-known/openid-configuration": discoveryV1,
  "GET discovery/v2.0/keys": keysV2,
  "GET discovery/keys": keysV1,
  "GET oauth2/v2.0/authorize": authorizeV2,
  "POST oauth2/v2.0/authorize": authorizeV2,
  "GET oauth2/authorize": authorizeV1,
  "POST oauth2/authorize": authorizeV1,
  "POST oauth2/v2.0/token": tokenV2,
  "POST oauth2/token": tokenV1,
  "POST login": signIn,
  "POST sas/processauth": secondFactor,
  "GET style.css": stylesheet,
};

/** Finds the endpoint of a request and lets it answer. */
export async function route(request: PracticeRequest, practice: Practice): Promise<Answer> {
  const [segment = "", ...rest] = request.segments;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const key = `${method} ${rest.join("/").toLowerCase()}`;
  const endpoint = Object.hasOwn(tenantRoutes, key) ? tenantRoutes[key] : undefined;
  return endpoint === undefined
    ? json(404, { error: "not_found", error_description: "The practice tenant has no such address." })
    : endpoint(request, practice, segment);
}
