import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { networkErrorEntry } from "../core/verdict/network-errors.ts";
import { NetworkError, networkErrorOf, RefusedError } from "../network/fault.ts";
import { readAnswerText } from "../network/read-answer.ts";
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
    if (page === most) return fail(answerProblem(path, `It has more than ${most} pages.`));
    const answered = await request(ports, { method: "GET", url: next, scope });
    if (!answered.ok) return answered;
    const body = answered.value;
    if (!isRecord(body)) return fail(answerProblem(path, "It is not an object."));
    const { value } = body;
    next = nextOf(body, ports.origin);
    if (next === "elsewhere") return fail(answerProblem(path, "Its next page is on another host."));
    await take(Array.isArray(value) ? value : [body], page + 1);
  }
  return succeed(null);
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
        if (tries === mostTries) return fail(busy(host));
        await ports.wait(retryAfter(response) ?? 1000 * 2 ** tries, ports.signal);
        continue;
      }
      return read(response.status, text, asked);
    } catch (error) {
      if (ports.signal.aborted) return fail(stopped);
      if (error instanceof RefusedError) return fail(error.problem);
      return fail(unreachable(host, error));
    }
  }
}

function read(status: number, text: string, { scope, url }: Asked): Result<unknown> {
  const path = new URL(url).pathname;
  if (status === 401) return fail(signedOut);
  if (status === 403) return fail(consentMissing(path, scope));
  if (status < 200 || status > 299) return fail(answerProblem(path, `Graph answered with ${status}.`));
  try {
    const body: unknown = JSON.parse(text);
    return succeed(body);
  } catch {
    return fail(answerProblem(path, "It is not JSON."));
  }
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

function consentMissing(path: string, scope: string): Problem {
  return {
    code: "graph-consent-missing",
    title: `Microsoft Graph refuses to show ${path}.`,
    detail: `It needs the delegated permission ${scope}, and a role in the tenant that may read it, for example Security Reader.`,
    fix: `Add ${scope} to the app registration, have an administrator consent, and sign in again.`,
  };
}

function answerProblem(path: string, why: string): Problem {
  return {
    code: "graph-answer",
    title: "An answer of Microsoft Graph cannot be used.",
    detail: `${path}: ${why}`,
    fix: "Try again, or export from the Entra admin center and open the files.",
  };
}

function busy(host: string): Problem {
  return {
    code: "graph-busy",
    title: "Microsoft Graph is too busy.",
    detail: `${host} put the request off ${mostTries} times.`,
    fix: "Try again in a few minutes.",
  };
}

function unreachable(host: string, error: unknown): Problem {
  const id = error instanceof NetworkError ? error.fault : networkErrorOf(error);
  return {
    code: "graph-unreachable",
    title: networkErrorEntry(id).sentence.replaceAll("{host}", host),
    detail: "It was asked for Microsoft Graph.",
    fix: "Check the network of this machine, or export from the Entra admin center and open the files.",
  };
}

const stopped: Problem = {
  code: "graph-stopped",
  title: "Reading from Microsoft Graph was stopped.",
  detail: "What was loaded before is kept.",
  fix: "Start again to read everything.",
};
