import { isForeignPage, judgeAnswer, notJamfPro } from "../core/jamf-pro/answers.ts";
import { readBoundedJson } from "../core/jamf-pro/bounded-json.ts";
import {
  type ListedProfile,
  readProfileList,
  readStoredProfile,
  type StoredProfile,
  writtenId,
} from "../core/jamf-pro/classic-profile.ts";
import { heldPrivileges } from "../core/jamf-pro/privileges.ts";
import {
  classicPath,
  type JamfProCredentials,
  type JamfProServer,
  proPath,
} from "../core/jamf-pro/server.ts";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { createCookieJar } from "./cookies.ts";
import type { JamfProPorts } from "./ports.ts";
import { type Answered, type Call, createSend, type Send, sendOnceTaken, sendPatiently } from "./send.ts";
import { createTokens, type Tokens } from "./token.ts";

/** How a write ended. `unknown`: it left, and no clear answer came back; only reading tells. */
export type Written =
  | { readonly kind: "done"; readonly id: string | null }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "unknown"; readonly problem: Problem };

/** A Jamf Pro that has let somebody in. */
export type JamfProClient = {
  readonly server: JamfProServer;
  /** `11.34.0`; null where it does not say. */
  readonly version: string | null;
  /** Names of privileges or capabilities; null where the server does not say. */
  readonly held: ReadonlySet<string> | null;
  /** When the token ends that is used now, in milliseconds since 1970. */
  readonly tokenEndsAt: () => Promise<number | null>;
  readonly list: () => Promise<Result<readonly ListedProfile[]>>;
  readonly read: (id: string) => Promise<Result<StoredProfile>>;
  readonly create: (body: string) => Promise<Written>;
  readonly update: (id: string, body: string) => Promise<Written>;
  /** Takes the token back where that is possible. Never fails. */
  readonly close: () => Promise<void>;
};

/**
 * Looks whether a Jamf Pro answers, signs in, and learns version and privileges. The secret goes to that origin and nowhere
 * else, and not before the address has answered like Jamf Pro.
 *
 * Problems: `not-jamf-pro`, `jamf-pro-unreachable`, and those of `judgeAnswer`.
 */
export async function connectToJamfPro(
  ports: JamfProPorts,
  server: JamfProServer,
  credentials: JamfProCredentials,
): Promise<Result<JamfProClient>> {
  const jar = createCookieJar();
  const send = createSend(ports, server, jar);
  const doubt = await lookAtServer(send, server);
  if (doubt !== null) return fail(doubt);
  const tokens = createTokens(ports, server, credentials, send);
  const token = await tokens.current();
  if (!token.ok) return token;
  const authorized = withToken(server, tokens, send);
  const version = await askVersion(ports, server, authorized);
  if (!version.ok) return version;
  const held =
    server.kind === "gateway" ? token.value.capabilities : await askPrivileges(ports, authorized, server);
  return succeed({
    server,
    version: version.value,
    held,
    tokenEndsAt: async () => {
      const current = await tokens.current();
      return current.ok ? current.value.endsAt : null;
    },
    ...profileCalls(ports, server, authorized),
    close: async () => {
      if (server.kind === "classic")
        await authorized({ method: "POST", path: proPath(server, "v1/auth/invalidate-token"), headers: {} });
    },
  });
}

/**
 * A first call without any secret: a web page or a redirection is no Jamf Pro. The gateway is known by its name, and what it
 * answers without a token is not documented.
 */
async function lookAtServer(send: Send, server: JamfProServer): Promise<Problem | null> {
  if (server.kind === "gateway") return null;
  const path = proPath(server, "v1/jamf-pro-version");
  const seen = await send({ method: "GET", path, headers: { Accept: "application/json" } });
  if (!seen.ok) return seen.problem;
  const { status } = seen.value;
  if (status >= 300 && status < 400) return notJamfPro(server, `It answered ${status} and points elsewhere.`);
  // Whoever asks for a token first may say so in any form.
  if (status === 401 || !isForeignPage(seen.value)) return null;
  if (status === 403) {
    const judged = judgeAnswer(seen.value, server, { action: "version", what: "the first call" });
    return judged.ok ? null : judged.problem;
  }
  // A server that starts has a page of its own, and so has the load balancer in front of it.
  const seenText =
    status >= 500
      ? `It answered ${status} with a web page; a Jamf Pro that starts does so too.`
      : `It answered ${status} with a web page.`;
  return notJamfPro(server, seenText);
}

/** Calls with the token and, at the gateway, its one context header. A 401 is answered with one new token. */
function withToken(server: JamfProServer, tokens: Tokens, send: Send): Send {
  const context = server.context === null ? {} : { [server.context.header]: server.context.id };
  return async (call) => {
    const token = await tokens.current();
    if (!token.ok) return token;
    const authorize = (value: string): Call => ({
      ...call,
      headers: { ...call.headers, ...context, Authorization: `Bearer ${value}` },
    });
    const first = await send(authorize(token.value.value));
    if (!first.ok || first.value.status !== 401) return first;
    const renewed = await tokens.renew(token.value.value);
    return renewed.ok ? send(authorize(renewed.value.value)) : renewed;
  };
}

async function askVersion(
  ports: JamfProPorts,
  server: JamfProServer,
  send: Send,
): Promise<Result<string | null>> {
  const path = proPath(server, "v1/jamf-pro-version");
  const answered = await sendPatiently(ports, send, {
    method: "GET",
    path,
    headers: { Accept: "application/json" },
  });
  if (!answered.ok) return answered;
  const judged = judgeAnswer(answered.value, server, { action: "version", what: "its version" });
  if (!judged.ok) {
    // The version is nice to know; whoever may not read it may still deliver.
    const isOnlyRight =
      judged.problem.code === "jamf-pro-forbidden" || judged.problem.code === "jamf-pro-not-found";
    return isOnlyRight ? succeed(null) : judged;
  }
  const version = readBoundedJson(judged.value.text)?.["version"];
  return succeed(typeof version === "string" && /^[\w.+-]{1,60}$/.test(version) ? version : null);
}

async function askPrivileges(
  ports: JamfProPorts,
  send: Send,
  server: JamfProServer,
): Promise<ReadonlySet<string> | null> {
  const path = proPath(server, "v1/auth");
  const answered = await sendPatiently(ports, send, {
    method: "GET",
    path,
    headers: { Accept: "application/json" },
  });
  return answered.ok && answered.value.status === 200
    ? heldPrivileges(readBoundedJson(answered.value.text))
    : null;
}

const xml = { Accept: "text/xml", "Content-Type": "text/xml; charset=utf-8" } as const;

function profileCalls(
  ports: JamfProPorts,
  server: JamfProServer,
  send: Send,
): Pick<JamfProClient, "list" | "read" | "create" | "update"> {
  const all = classicPath(server, "osxconfigurationprofiles");
  const get = async <T>(
    path: string,
    what: string,
    read: (text: string) => Result<T>,
  ): Promise<Result<T>> => {
    const half = async (): Promise<Result<T>> => {
      const answered = await sendPatiently(ports, send, {
        method: "GET",
        path,
        headers: { Accept: "text/xml" },
      });
      if (!answered.ok) return answered;
      const judged = judgeAnswer(answered.value, server, { action: "read", what });
      return judged.ok ? read(judged.value.text) : judged;
    };
    const first = await half();
    // Half an answer is worth one more call.
    return !first.ok && first.problem.code === "jamf-pro-half-answer" ? half() : first;
  };
  return {
    list: () => get(all, "the list of profiles", readProfileList),
    read: (id) => get(`${all}/id/${encodeURIComponent(id)}`, `profile ${id}`, readStoredProfile),
    create: async (body) => {
      const call: Call = { method: "POST", path: `${all}/id/0`, headers: xml, body };
      return ended(await sendOnceTaken(ports, send, call), server, "create", "the new profile");
    },
    update: async (id, body) => {
      const call: Call = { method: "PUT", path: `${all}/id/${encodeURIComponent(id)}`, headers: xml, body };
      return ended(await sendOnceTaken(ports, send, call), server, "update", `profile ${id}`);
    },
  };
}

function ended(
  answered: Result<Answered>,
  server: JamfProServer,
  action: "create" | "update",
  what: string,
): Written {
  if (!answered.ok) {
    const never = answered.problem.code !== "jamf-pro-unreachable";
    return { kind: never ? "refused" : "unknown", problem: answered.problem };
  }
  const judged = judgeAnswer(answered.value, server, { action, what });
  if (judged.ok) return { kind: "done", id: writtenId(judged.value.text) };
  return { kind: answered.value.status >= 500 ? "unknown" : "refused", problem: judged.problem };
}
