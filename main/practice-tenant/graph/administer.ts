import type { PracticeRequest } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";
import { MICROSOFT_GRAPH } from "../sign-in/well-known.ts";
import { signAccessToken } from "../tokens/access-token.ts";
import { graph } from "./graph.ts";

/** One request to the Graph part; `url` is `/v1.0/…` or `/beta/…`, encoded. */
export type AdministratorRequest = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly body?: unknown;
};

/** What the Graph part answered; `body` is null where the answer has none. */
export type AdministratorAnswer = { readonly status: number; readonly body: unknown };

const SECONDS = 300;

/**
 * Asks the Graph part of this tenant as an administrator with these permissions and with nobody's password: the token is made
 * here and goes nowhere. It is what a set-up that is carried out in the practice tenant uses, so that it can reach no other.
 *
 * @param permissions delegated permissions of Graph; a request that needs another one is refused with 403
 */
export async function administer(
  practice: Practice,
  permissions: readonly string[],
  { method, url, body }: AdministratorRequest,
): Promise<AdministratorAnswer> {
  const target = new URL(url, practice.origin);
  const segments = target.pathname.split("/").filter((part) => part !== "");
  const request: PracticeRequest = {
    method,
    segments: segments.map(decodeURIComponent),
    query: target.searchParams,
    form: new URLSearchParams(),
    json: body,
    headers: { authorization: `Bearer ${await tokenFor(practice, permissions)}` },
    cookies: new Map(),
  };
  const answer = await graph(request, practice, segments[0] ?? "");
  return { status: answer.status, body: answer.body === "" ? null : JSON.parse(answer.body) };
}

async function tokenFor(practice: Practice, permissions: readonly string[]): Promise<string> {
  const now = Math.floor(practice.now() / 1_000);
  return signAccessToken(practice, MICROSOFT_GRAPH, {
    aud: "https://graph.microsoft.com",
    iat: now,
    nbf: now,
    exp: now + SECONDS,
    tid: practice.tenant().id,
    scp: permissions.join(" "),
    ver: "1.0",
  });
}
