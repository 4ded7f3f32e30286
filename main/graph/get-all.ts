import { fail, type Result, succeed } from "../core/problem.ts";
import { readAnswerText } from "../network/read-answer.ts";
import { answerProblem, busy, forbidden, type GraphError, stopped, unreachable } from "./graph-problems.ts";
import type { GraphPurpose } from "./purpose.ts";
import { signedOut } from "./sign-in-problems.ts";

/** Microsoft Graph for one person. */
export type GraphPorts = {
  /** The guarded fetch of the app; does not follow redirections. */
  readonly fetch: typeof fetch;
  /** Origin of Microsoft Graph. */
  readonly origin: string;
  readonly token: () => Promise<Result<string>>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  /** What it is asked for, for the advice of a problem. */
  readonly purpose: GraphPurpose;
};

const longestPage = 16_000_000;
const mostPages = 200;
const mostTries = 5;
const longestWaitMs = 60_000;
const callTimeoutMs = 60_000;

/** The objects of one page, and how many pages there were with it. */
export type TakePage = (rows: readonly unknown[], page: number) => void | Promise<void>;

/**
 * Every object of a list, page by page; a single object is a list of one. Waits as `Retry-After` says when Graph is busy. The next
 * page has to be on the same origin: a token goes nowhere else.
 *
 * @param path below the origin, with version
 * @param scope the permission that it needs, for a refusal
 * @returns problems: `graph-consent-missing`, `graph-signed-out`, `graph-busy`, `graph-stopped`, `graph-unreachable`, `graph-answer`
 */
export async function getAll(
  ports: GraphPorts,
  path: string,
  scope: string,
): Promise<Result<readonly unknown[]>> {
  const all: unknown[] = [];
  const read = await eachPage(ports, path, scope, (rows) => void all.push(...rows));
  return read.ok ? succeed(all) : read;
}

/**
 * The same for a list that is longer than memory should hold: the next page is asked for when `take` is done with the one before.
 *
 * @param most how many pages there may be
 */
export async function eachPage(
  ports: GraphPorts,
  path: string,
  scope: string,
  take: TakePage,
  most: number = mostPages,
): Promise<Result<null>> {
  let next: string | null = `${ports.origin}/${path}`;
  for (let page = 0; next !== null; page += 1) {
    if (page === most) return fail(answerProblem(path, `It has more than ${most} pages.`, ports.purpose));
    const read = await onePage(ports, path, next, scope);
    if (!read.ok) return read;
    next = read.value.next;
    await take(read.value.objects, page + 1);
  }
  return succeed(null);
}

/** The first page of a list, and whether there are more. */
export async function getOnePage(
  ports: GraphPorts,
  path: string,
  scope: string,
): Promise<Result<{ readonly objects: readonly unknown[]; readonly areMore: boolean }>> {
  const read = await onePage(ports, path, `${ports.origin}/${path}`, scope);
  return read.ok ? succeed({ objects: read.value.objects, areMore: read.value.next !== null }) : read;
}

type Page = { readonly objects: readonly unknown[]; readonly next: string | null };

async function onePage(ports: GraphPorts, path: string, url: string, scope: string): Promise<Result<Page>> {
  const answered = await request(ports, { method: "GET", url, scope });
  if (!answered.ok) return answered;
  const body = answered.value;
  if (!isRecord(body)) return fail(answerProblem(path, "It is not an object.", ports.purpose));
  const next = nextOf(body, ports.origin);
  if (next === "elsewhere")
    return fail(answerProblem(path, "Its next page is on another host.", ports.purpose));
  const { value } = body;
  return succeed({ objects: Array.isArray(value) ? value : [body], next });
}

/** One request that Graph answers with an object, for example What If. */
export function postForAnswer(
  ports: GraphPorts,
  path: string,
  scope: string,
  body: unknown,
): Promise<Result<unknown>> {
  return request(ports, {
    method: "POST",
    url: `${ports.origin}/${path}`,
    scope,
    body: JSON.stringify(body),
  });
}

type Asked = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly scope: string;
  readonly body?: string;
};

async function request(ports: GraphPorts, asked: Asked): Promise<Result<unknown>> {
  const host = new URL(asked.url).host;
  for (let tries = 1; ; tries += 1) {
    if (ports.signal.aborted) return fail(stopped);
    const token = await ports.token();
    if (!token.ok) return token;
    try {
      const response = await ports.fetch(asked.url, {
        method: asked.method,
        headers: {
          authorization: `Bearer ${token.value}`,
          // Values that Graph added later come by their names and not as unknownFutureValue.
          prefer: "include-unknown-enum-members",
          ...(asked.body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(asked.body === undefined ? {} : { body: asked.body }),
        redirect: "manual",
        signal: AbortSignal.any([ports.signal, AbortSignal.timeout(callTimeoutMs)]),
      });
      const text = await readAnswerText(response, host, longestPage);
      if (isBusy(response.status)) {
        if (tries === mostTries) return fail(busy(host, mostTries));
        await ports.wait(retryAfter(response) ?? 1000 * 2 ** tries, ports.signal);
        continue;
      }
      return read(response.status, text, asked, ports.purpose);
    } catch (error) {
      if (ports.signal.aborted) return fail(stopped);
      return fail(unreachable(host, error, ports.purpose));
    }
  }
}

function read(status: number, text: string, { scope, url }: Asked, purpose: GraphPurpose): Result<unknown> {
  const path = new URL(url).pathname;
  const json = parse(text);
  if (status === 401) return fail(signedOut);
  if (status === 403) return fail(forbidden({ path, scope, purpose }, errorIn(json?.value)));
  if (status < 200 || status > 299)
    return fail(answerProblem(path, `Graph answered with ${status}.`, purpose));
  return json === null ? fail(answerProblem(path, "It is not JSON.", purpose)) : succeed(json.value);
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function errorIn(body: unknown): GraphError {
  const error = isRecord(body) && isRecord(body["error"]) ? body["error"] : {};
  const { code, message } = error;
  return {
    code: typeof code === "string" ? code.slice(0, 100) : "",
    message: typeof message === "string" ? message : "",
  };
}

function isBusy(status: number): boolean {
  return status === 429 || status === 503 || status === 504;
}

function retryAfter(response: Response): number | null {
  const value = response.headers.get("retry-after")?.trim() ?? "";
  return /^\d{1,6}$/u.test(value) ? Math.min(Number(value) * 1000, longestWaitMs) : null;
}

function nextOf(body: Readonly<Record<string, unknown>>, origin: string): string | null {
  const link = body["@odata.nextLink"];
  if (typeof link !== "string") return null;
  return URL.canParse(link) && new URL(link).origin === origin ? link : "elsewhere";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
