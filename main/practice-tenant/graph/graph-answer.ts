import { randomUUID } from "node:crypto";
import { type Answer, json, type PracticeRequest } from "../server/http.ts";

/** Why Graph refuses a request, in its own words for the code. */
export type GraphProblem = { readonly status: number; readonly code: string; readonly message: string };

/** Builds a {@link GraphProblem}. */
export function problem(status: number, code: string, message: string): GraphProblem {
  return { status, code, message };
}

export const notFound = (what: string): GraphProblem =>
  problem(
    404,
    "Request_ResourceNotFound",
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const badRequest = (message: string): GraphProblem => problem(400, "Request_BadRequest", message);

/** True for a problem, false for whatever else a handler gives. */
export function isProblem(value: unknown): value is GraphProblem {
  return (
    typeof value === "object" && value !== null && "status" in value && "message" in value && "code" in value
  );
}

/** An answer of Graph with the ids that its support asks for. */
export function graphJson(
  request: PracticeRequest,
  status: number,
  value: unknown,
  headers: Answer["headers"] = {},
): Answer {
  return json(status, value, { ...idHeaders(request, randomUUID()), ...headers });
}

/** An error of Graph: `{ error: { code, message, innerError } }`. */
export function graphError(
  request: PracticeRequest,
  given: GraphProblem,
  now: number,
  headers: Answer["headers"] = {},
): Answer {
  const id = randomUUID();
  const innerError = {
    date: new Date(now).toISOString().slice(0, 19),
    "request-id": id,
    "client-request-id": request.headers["client-request-id"] ?? id,
  };
  const error = { code: given.code, message: given.message, innerError };
  return json(given.status, { error }, { ...idHeaders(request, id), ...headers });
}

/** 204 for a change without a body. */
export function noContent(request: PracticeRequest): Answer {
  return { status: 204, headers: idHeaders(request, randomUUID()), body: "" };
}

function idHeaders(request: PracticeRequest, id: string): Record<string, string> {
  return { "request-id": id, "client-request-id": request.headers["client-request-id"] ?? id };
}
