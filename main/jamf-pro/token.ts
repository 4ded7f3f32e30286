import { isForeignPage, judgeAnswer, notJamfPro } from "../core/jamf-pro/answers.ts";
import { readBoundedJson } from "../core/jamf-pro/bounded-json.ts";
import { heldCapabilities } from "../core/jamf-pro/privileges.ts";
import type { JamfProCredentials, JamfProServer } from "../core/jamf-pro/server.ts";
import { fail, type Result, succeed } from "../core/problem.ts";
import type { JamfProPorts } from "./ports.ts";
import { type Answered, type Send, sendPatiently } from "./send.ts";

/** A token and how long it is good. */
export type Token = {
  readonly value: string;
  readonly endsAt: number;
  /** Capabilities of the gateway, where the answer names them. */
  readonly capabilities: ReadonlySet<string> | null;
};

export type Tokens = {
  /** The token that is there, or a new one shortly before it ends; calls at the same time share one. */
  readonly current: () => Promise<Result<Token>>;
  /** A new one, because the server does not take this one any more. */
  readonly renew: (refused: string) => Promise<Result<Token>>;
};

/** A token is renewed so long before its end, or at a fifth of its life where that is less: lives of a minute exist. */
const earlyMs = 30_000;

/** One token for many calls. */
export function createTokens(
  ports: JamfProPorts,
  server: JamfProServer,
  credentials: JamfProCredentials,
  send: Send,
): Tokens {
  let token: Token | null = null;
  let early = earlyMs;
  let asked: Promise<Result<Token>> | null = null;
  const fetchToken = (): Promise<Result<Token>> => {
    asked ??= askForToken(ports, server, credentials, send)
      .then((answer) => {
        if (answer.ok) {
          token = answer.value;
          early = Math.min(earlyMs, (token.endsAt - ports.now()) / 5);
        }
        return answer;
      })
      .finally(() => {
        asked = null;
      });
    return asked;
  };
  const isFresh = (it: Token | null): it is Token => it !== null && it.endsAt - early > ports.now();
  return {
    current: async () => (isFresh(token) ? succeed(token) : fetchToken()),
    renew: async (refused) => {
      if (token !== null && token.value !== refused && isFresh(token)) return succeed(token);
      token = null;
      return fetchToken();
    },
  };
}

async function askForToken(
  ports: JamfProPorts,
  server: JamfProServer,
  credentials: JamfProCredentials,
  send: Send,
): Promise<Result<Token>> {
  const answered = await (credentials.kind === "user"
    ? askForUser(ports, server, credentials, send)
    : askForClient(ports, server, credentials, send));
  if (!answered.ok) return answered;
  if (answered.value.status === 200 && isForeignPage(answered.value)) return fail(notTheToken(server));
  const judged = judgeAnswer(asUnauthorized(answered.value), server, {
    action: "sign-in",
    what: "the sign-in",
  });
  if (!judged.ok) return judged.problem.code === "jamf-pro-not-found" ? fail(notTheToken(server)) : judged;
  const token = readToken(judged.value.text, ports.now());
  return token === null ? fail(notTheToken(server)) : succeed(token);
}

/** Where a client's token is had: the first address since Jamf Pro 11.5 or so, the second before; the gateway has its own. */
async function askForClient(
  ports: JamfProPorts,
  server: JamfProServer,
  { clientId, clientSecret }: Extract<JamfProCredentials, { kind: "client" }>,
  send: Send,
): Promise<Result<Answered>> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
  }).toString();
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" };
  const ask = (path: string) => sendPatiently(ports, send, { method: "POST", path, headers, body });
  if (server.kind === "gateway") return ask("/auth/token");
  const first = await ask("/api/v1/oauth/token");
  return first.ok && first.value.status === 404 && !isForeignPage(first.value)
    ? ask("/api/oauth/token")
    : first;
}

async function askForUser(
  ports: JamfProPorts,
  server: JamfProServer,
  { name, password }: Extract<JamfProCredentials, { kind: "user" }>,
  send: Send,
): Promise<Result<Answered>> {
  if (server.kind === "gateway")
    return fail({
      code: "jamf-pro-address",
      title: "The gateway takes API clients only.",
      detail: "It has no accounts of people. Nothing was sent.",
      fix: "Make an API integration in Jamf Account, and give its client ID and secret.",
    });
  const basic = Buffer.from(`${name}:${password}`, "utf8").toString("base64");
  const headers = { Authorization: `Basic ${basic}`, Accept: "application/json" };
  return sendPatiently(ports, send, { method: "POST", path: "/api/v1/auth/token", headers });
}

/** RFC 6749 section 5.2 lets a server answer 400 for a client that it does not know. */
function asUnauthorized(answer: Answered): Answered {
  if (answer.status !== 400) return answer;
  const error = readBoundedJson(answer.text)?.["error"];
  return error === "invalid_client" || error === "unauthorized_client" || error === "invalid_grant"
    ? { ...answer, status: 401 }
    : answer;
}

/** `{access_token, expires_in}` of a client, `{token, expires}` of an account. */
function readToken(text: string, now: number): Token | null {
  const json = readBoundedJson(text);
  const value = json?.["access_token"] ?? json?.["token"];
  // What stands in a header must be one line of visible characters.
  if (json === null || typeof value !== "string" || !/^[\x21-\x7e]{1,20000}$/.test(value)) return null;
  const { expires_in: seconds, expires, scope } = json;
  const fromSeconds = typeof seconds === "number" && seconds > 0 ? now + seconds * 1000 : Number.NaN;
  const fromDate = typeof expires === "string" ? Date.parse(expires) : Number.NaN;
  const endsAt = Number.isFinite(fromSeconds)
    ? fromSeconds
    : Number.isFinite(fromDate)
      ? fromDate
      : now + 60_000;
  return { value, endsAt, capabilities: heldCapabilities(scope) };
}

function notTheToken(server: JamfProServer) {
  return {
    ...notJamfPro(server, "Where Jamf Pro gives tokens, something else was found."),
    detail:
      "Where Jamf Pro gives tokens, something else was found. The secret was sent there and to nobody else.",
  };
}
