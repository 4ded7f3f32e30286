import { authorizeV1, authorizeV2 } from "../endpoints/authorize.ts";
import { deviceCodePage, enterDeviceCode } from "../endpoints/device-auth.ts";
import { deviceCodeV1, deviceCodeV2 } from "../endpoints/device-code.ts";
import { discoveryMixed, discoveryV1, discoveryV2 } from "../endpoints/discovery.ts";
import type { Endpoint } from "../endpoints/endpoint.ts";
import { failureAnswer, requestIds } from "../endpoints/failure-answer.ts";
import { consent, staySignedIn, step } from "../endpoints/interrupts.ts";
import { keysV1, keysV2 } from "../endpoints/keys.ts";
import { logout } from "../endpoints/logout.ts";
import { secondFactor } from "../endpoints/second-factor.ts";
import { signIn } from "../endpoints/sign-in.ts";
import { stylesheet } from "../endpoints/stylesheet.ts";
import { tokenV1, tokenV2 } from "../endpoints/token.ts";
import { userRealm } from "../endpoints/user-realm.ts";
import { userinfo } from "../endpoints/userinfo.ts";
import { refuse } from "../errors/failure.ts";
import { graph } from "../graph/graph.ts";
import { errorPage } from "../pages/error-page.ts";
import { type Answer, html, json, type PracticeRequest } from "./http.ts";
import type { Practice } from "./practice.ts";

/** Addresses below `/{tenant}/`, by method. A path is compared without case, as Entra does. */
const tenantRoutes: Readonly<Record<string, Endpoint>> = {
  "GET v2.0/.well-known/openid-configuration": discoveryV2,
  "GET .well-known/openid-configuration": discoveryV1,
  "GET practice/v2.0/.well-known/openid-configuration": discoveryMixed,
  "GET discovery/v2.0/keys": keysV2,
  "GET discovery/keys": keysV1,
  "GET oauth2/v2.0/authorize": authorizeV2,
  "POST oauth2/v2.0/authorize": authorizeV2,
  "GET oauth2/authorize": authorizeV1,
  "POST oauth2/authorize": authorizeV1,
  "POST oauth2/v2.0/token": tokenV2,
  "GET oauth2/v2.0/token": tokenV2,
  "POST oauth2/token": tokenV1,
  "GET oauth2/token": tokenV1,
  "POST oauth2/v2.0/devicecode": deviceCodeV2,
  "POST oauth2/devicecode": deviceCodeV1,
  "GET oauth2/deviceauth": deviceCodePage,
  "POST oauth2/deviceauth": enterDeviceCode,
  "GET oauth2/v2.0/logout": logout,
  "GET oauth2/logout": logout,
  "GET openid/userinfo": userinfo,
  "POST login": signIn,
  "POST sas/processauth": secondFactor,
  "POST practice/step": step,
  "POST consent/set": consent,
  "GET style.css": stylesheet,
};

/** Addresses that name no tenant. */
const sharedRoutes: Readonly<Record<string, Endpoint>> = {
  "POST kmsi": staySignedIn,
  "GET oidc/userinfo": userinfo,
  "POST oidc/userinfo": userinfo,
};

/** Finds the endpoint of a request and lets it answer. */
export async function route(request: PracticeRequest, practice: Practice): Promise<Answer> {
  const { outage } = practice.tenant();
  const [segment = "", ...rest] = request.segments;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const shared = `${method} ${request.segments.join("/").toLowerCase()}`;
  const inTenant = `${method} ${rest.join("/").toLowerCase()}`;
  if (outage === "everything" || (outage === "sign-in" && isSignIn(inTenant)))
    return unavailable(request, practice);
  if (segment === "v1.0" || segment === "beta") return graph(request, practice, segment);
  if (method === "GET" && rest.length === 2 && rest[0]?.toLowerCase() === "userrealm")
    return userRealm(request, practice, segment);
  const endpoint = own(sharedRoutes, shared) ?? own(tenantRoutes, inTenant);
  return endpoint === undefined ? notFound() : endpoint(request, practice, segment);
}

function own(routes: Readonly<Record<string, Endpoint>>, key: string): Endpoint | undefined {
  return Object.hasOwn(routes, key) ? routes[key] : undefined;
}

/** Everything but discovery, keys and the style sheet. */
function isSignIn(key: string): boolean {
  return !/openid-configuration$|\/keys$|style\.css$/.test(key);
}

/** Pages cannot be read as JSON: a browser gets the code on a page, a client in a body. */
function unavailable(request: PracticeRequest, practice: Practice): Answer {
  const failure = refuse(90033);
  const forPerson = request.method === "GET" && request.segments.at(-1)?.toLowerCase() === "authorize";
  if (forPerson)
    return html(errorPage(practice.tenant(), failure, requestIds(request, practice)), { status: 503 });
  return failureAnswer(request, practice, failure, request.segments.includes("v2.0") ? "v2" : "v1");
}

function notFound(): Answer {
  return json(404, { error: "not_found", error_description: "The practice tenant has no such address." });
}
