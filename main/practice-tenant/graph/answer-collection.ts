import type { Answer, PracticeRequest } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";
import type { Collection, CollectionAsked, GraphVersion } from "./collection.ts";
import { type GraphObject, readFilter } from "./filter.ts";
import {
  badRequest,
  type GraphProblem,
  graphError,
  graphJson,
  isProblem,
  noContent,
  notFound,
  problem,
} from "./graph-answer.ts";
import { objectBody } from "./object-body.ts";

/** GET, POST, PATCH, DELETE on a list of Graph objects. */
export function answerCollection(
  request: PracticeRequest,
  practice: Practice,
  collection: Collection,
  version: GraphVersion,
  allowed: CollectionAsked["allowed"],
): Answer {
  const refused = (given: GraphProblem): Answer => graphError(request, given, practice.now());
  const id = request.segments[collection.path.split("/").indexOf("{id}") + 1] ?? "";
  const objects = collection.list(practice, version, { id, allowed });
  if (objects === null) return refused(notFound(id));
  const found = addressed(request, collection, objects);
  const body = objectBody(request);
  if (isProblem(body)) return refused(body);
  if (found === "list") {
    if (request.method === "GET") return page(request, practice, collection, version, objects);
    if (request.method !== "POST" || collection.create === undefined) return refused(notAllowed());
    const created = collection.create(practice, body);
    return isProblem(created)
      ? refused(created)
      : graphJson(request, 201, {
          "@odata.context": context(practice, collection, version, "/$entity"),
          ...created,
        });
  }
  if (found === null) return refused(notFound(request.segments.at(-1) ?? ""));
  const key = String(found[collection.key ?? "id"]);
  if (request.method === "GET")
    return graphJson(request, 200, {
      "@odata.context": context(practice, collection, version, "/$entity"),
      ...found,
    });
  if (request.method === "PATCH" && collection.change !== undefined) {
    const changed = collection.change(practice, key, body);
    return changed === null ? noContent(request) : refused(changed);
  }
  if (request.method === "DELETE" && collection.remove !== undefined) {
    const removed = collection.remove(practice, key);
    return removed === null ? noContent(request) : refused(removed);
  }
  return refused(notAllowed());
}

function notAllowed(): GraphProblem {
  return problem(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
}

/** The object that the address names, null where there is none, or `list` for the collection itself. */
function addressed(
  request: PracticeRequest,
  collection: Collection,
  objects: readonly GraphObject[],
): GraphObject | "list" | null {
  const parts = collection.path.split("/").length;
  const last = request.segments.at(-1) ?? "";
  const alternate = /\((\w+)='([^']*)'\)$/.exec(last);
  if (alternate !== null && alternate[1] === collection.alternateKey) {
    return objects.find((object) => same(object[alternate[1] ?? ""], alternate[2])) ?? null;
  }
  if (request.segments.length - 1 === parts) return "list";
  return objects.find((object) => same(object[collection.key ?? "id"], last)) ?? null;
}

function same(value: unknown, wanted: string | undefined): boolean {
  return String(value).toLowerCase() === wanted?.toLowerCase();
}

/** One page: `$filter`, `$top`, `$select`, and `@odata.nextLink` while there is more. */
function page(
  request: PracticeRequest,
  practice: Practice,
  collection: Collection,
  version: GraphVersion,
  objects: readonly GraphObject[],
): Answer {
  const { query } = request;
  const filter = query.get("$filter");
  const test = filter === null ? () => true : readFilter(filter);
  if (isProblem(test)) return graphError(request, test, practice.now());
  const size = Number(query.get("$top") ?? practice.tenant().graph.pageSize);
  const start = Number(query.get("$skiptoken") ?? 0);
  if (
    !Number.isInteger(size) ||
    size < 1 ||
    size > (collection.largestPage ?? 999) ||
    !Number.isInteger(start) ||
    start < 0
  ) {
    return graphError(request, badRequest("Invalid value specified for paging."), practice.now());
  }
  const isShown = collection.shownBy?.(filter) ?? (() => true);
  const matching = objects.filter((object) => isShown(object) && test(object));
  const value = matching.slice(start, start + size).map((object) => select(object, query.get("$select")));
  const next = new URLSearchParams(query);
  next.set("$skiptoken", String(start + size));
  const link = `${practice.origin}/${version}/${request.segments.slice(1).join("/")}?${next}`;
  return graphJson(request, 200, {
    "@odata.context": context(practice, collection, version, ""),
    ...(start + size < matching.length ? { "@odata.nextLink": link } : {}),
    value,
  });
}

function select(object: GraphObject, names: string | null): GraphObject {
  if (names === null) return object;
  const wanted = new Set(names.split(",").map((name) => name.trim()));
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name)));
}

function context(practice: Practice, collection: Collection, version: GraphVersion, end: string): string {
  return `${practice.origin}/${version}/$metadata#${collection.path}${end}`;
}
