import type { PracticeRequest } from "../server/http.ts";
import type { GraphObject } from "./filter.ts";
import { badRequest, type GraphProblem } from "./graph-answer.ts";

/** The JSON object of a request; an empty one for a request without body. */
export function objectBody(request: PracticeRequest): GraphObject | GraphProblem {
  if (request.method === "GET" || request.method === "DELETE") return {};
  const { json } = request;
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return badRequest("Unable to read JSON request payload.");
  return Object.fromEntries(Object.entries(json));
}
