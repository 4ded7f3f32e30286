import type { Endpoint } from "../endpoints/endpoint.ts";
import type { Answer, PracticeRequest } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";
import { readGraphToken } from "../tokens/read-graph-token.ts";
import { actions } from "./actions.ts";
import { answerCollection } from "./answer-collection.ts";
import type { Action, GraphVersion } from "./collection.ts";
import { collections } from "./collections.ts";
import {
  badRequest,
  type GraphProblem,
  graphError,
  graphJson,
  isProblem,
  noContent,
  problem,
} from "./graph-answer.ts";
import { objectBody } from "./object-body.ts";

/** `/v1.0/…` and `/beta/…`: the part of Microsoft Graph that the app and its set-up scripts use. */
export const graph: Endpoint = async (request, practice, segment) => {
  const version: GraphVersion = segment.toLowerCase() === "beta" ? "beta" : "v1.0";
  const refused = (given: GraphProblem, headers: Answer["headers"] = {}): Answer =>
    graphError(request, given, practice.now(), headers);
  const token = /^Bearer (.+)$/i.exec(request.headers["authorization"] ?? "")?.[1];
  const caller = token === undefined ? null : await readGraphToken(practice, token);
  if (caller === null) {
    return refused(
      problem(
        401,
        "InvalidAuthenticationToken",
        token === undefined ? "Access token is empty." : "Access token validation failure.",
      ),
      {
        "WWW-Authenticate":
          'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
      },
    );
  }
  if (isThrottled(practice)) {
    const seconds = String(practice.tenant().graph.retryAfter);
    return refused(problem(429, "TooManyRequests", "Too many requests"), { "Retry-After": seconds });
  }
  const path = request.segments.slice(1);
  const allowed = (permissions: readonly string[]): boolean =>
    permissions.length === 0 || permissions.some((name) => caller.permissions.has(name.toLowerCase()));
  const action = findAction(request.method, path, version);
  if (action !== null) {
    if (!allowed(action.action.permissions)) return refused(denied());
    return runAction(request, practice, action, caller.userId);
  }
  const collection = collections.find((each) => matches(each.path, path));
  if (collection === undefined)
    return refused(badRequest(`Resource not found for the segment '${path[0] ?? ""}'.`));
  const { read, write } = collection.permissions;
  // Who may write may read.
  if (!allowed(request.method === "GET" ? [...read, ...write] : write)) return refused(denied());
  if (collection.needsPremium === true && !practice.tenant().graph.premium) return refused(notPremium());
  return answerCollection(request, practice, collection, version, allowed);
};

/** The first requests, and then every n-th, as the tenant says. */
function isThrottled({ memory, tenant }: Practice): boolean {
  const { throttleFirst, throttleEvery } = tenant().graph;
  if (memory.throttled < throttleFirst) {
    memory.throttled += 1;
    return true;
  }
  memory.graphRequests += 1;
  return throttleEvery > 0 && memory.graphRequests % throttleEvery === 0;
}

function denied(): GraphProblem {
  return problem(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

/** Permission or not, Graph keeps some lists for tenants with a licence. */
function notPremium(): GraphProblem {
  return problem(
    403,
    "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
    "Neither tenant is B2C or tenant doesn't have premium license",
  );
}

/** `/applications`, `/applications/{id}` and `/applications(appId='…')` belong to one collection. */
function matches(path: string, segments: readonly string[]): boolean {
  const wanted = path.toLowerCase().split("/");
  const last = wanted.length - 1;
  const given = segments.map((part) => part.toLowerCase());
  if (given.length !== wanted.length && given.length !== wanted.length + 1) return false;
  return wanted.every(
    (part, index) =>
      part === "{id}" ||
      given[index] === part ||
      (index === last && given.length === wanted.length && given[index]?.startsWith(`${part}(`)),
  );
}

type Found = { readonly action: Action; readonly id: string; readonly other: string };

function findAction(method: string, path: readonly string[], version: GraphVersion): Found | null {
  for (const action of actions) {
    const [verb = "", route = ""] = action.route.split(" ");
    const parts = route.split("/");
    if (verb !== method || parts.length !== path.length) continue;
    if (action.only !== undefined && action.only !== version) continue;
    if (
      parts.every((part, index) => part.startsWith("{") || part.toLowerCase() === path[index]?.toLowerCase())
    ) {
      const at = (name: string): string => path[parts.indexOf(name)] ?? "";
      return { action, id: at("{id}"), other: at("{other}") };
    }
  }
  return null;
}

function runAction(
  request: PracticeRequest,
  practice: Practice,
  { action, id, other }: Found,
  callerId: string | null,
): Answer {
  const body = objectBody(request);
  if (isProblem(body)) return graphError(request, body, practice.now());
  const given = action.run(practice, { id, other, body, callerId });
  if (given === null) return noContent(request);
  return isProblem(given)
    ? graphError(request, given, practice.now())
    : graphJson(request, request.method === "POST" && "id" in given ? 201 : 200, given);
}
