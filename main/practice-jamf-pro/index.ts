import { randomUUID } from "node:crypto";
import { type Result, succeed } from "../core/problem.ts";
import { classicRoute } from "./classic/routes.ts";
import { gatewayRoute } from "./gateway/routes.ts";
import { json, type PracticeAnswer, type PracticeCall } from "./server/http.ts";
import { serve } from "./server/serve.ts";
import { createTokens, type Tokens } from "./server/tokens.ts";
import { startingProfiles } from "./starting-profiles.ts";
import { type KeptProfile, meet, type PracticeWorld } from "./world.ts";

export type { PracticeCall } from "./server/http.ts";
export type { KeptProfile, PracticeWorld, Trouble } from "./world.ts";

/** A running stand-in for Jamf Pro on 127.0.0.1. It keeps everything in memory and shares nothing with another one. */
export type PracticeJamfPro = {
  readonly origin: string;
  /** What it is; changes to it count from the next call on. */
  readonly world: PracticeWorld;
  /** What was asked so far, as method and path. */
  readonly calls: () => readonly string[];
  readonly stop: () => Promise<void>;
};

export type PracticeJamfProOptions = {
  readonly kind?: "classic" | "gateway";
  /** 0 or left out: a free one. */
  readonly port?: number;
  /** Milliseconds since 1970; tests bring their own clock. */
  readonly now?: () => number;
  readonly newUuid?: () => string;
  /** Hears of every call, for tests that look at headers. */
  readonly onCall?: (call: PracticeCall) => void;
};

/** Starts a practice Jamf Pro. Problem `practice-port-unavailable`. */
export async function startPracticeJamfPro(
  options: PracticeJamfProOptions = {},
): Promise<Result<PracticeJamfPro>> {
  const world = newWorld(options);
  const tokens = createTokens(world);
  const calls: string[] = [];
  const nodes = createNodes(world);
  const times: number[] = [];
  const handle = (call: PracticeCall): PracticeAnswer => {
    options.onCall?.(call);
    calls.push(`${call.method} /${call.path}`);
    times.push(world.now());
    const recent = times.filter((time) => time > world.now() - 1000).length;
    return nodes.answer(call, () =>
      withTroubles(world, tokens, call, () =>
        world.kind === "gateway"
          ? gatewayRoute(world, tokens, call, recent)
          : classicRoute(world, tokens, call),
      ),
    );
  };
  const served = await serve(options.port ?? 0, handle);
  if (!served.ok) return served;
  return succeed({ ...served.value, world, calls: () => [...calls] });
}

function newWorld({ kind = "classic", now = Date.now, newUuid }: PracticeJamfProOptions): PracticeWorld {
  const uuid = newUuid ?? (() => randomUUID().toUpperCase());
  const actions = ["Read", "Create", "Update"];
  return {
    kind,
    version: "11.34.0-PRACTICE",
    clientId: "practice-client",
    clientSecret: "practice-secret",
    user: { name: "practice", password: "practice-password" },
    privileges:
      kind === "gateway"
        ? actions.map((action) => `configuration-profiles:${action.toLowerCase()}`)
        : actions.map((action) => `${action} macOS Configuration Profiles`),
    tokenPath: "v1",
    tokenSeconds: 1200,
    site: null,
    context: { header: "x-environment-id", id: "practice-environment" },
    burst: 50,
    profiles: startingProfiles(uuid),
    troubles: [],
    now,
    newUuid: uuid,
  };
}

/** C14: two nodes behind one address. Without the cookie of the first, a call may meet the second, which has not heard of the last write. */
function createNodes(world: PracticeWorld) {
  let before: readonly KeptProfile[] = world.profiles;
  return {
    answer: (call: PracticeCall, real: () => PracticeAnswer): PracticeAnswer => {
      const isPinned = (call.headers["cookie"] ?? "").includes("jpro-ingress=node-1");
      const isWrite =
        call.method === "PUT" || (call.method === "POST" && call.path.includes("osxconfigurationprofiles"));
      const now = world.profiles;
      if (isWrite) before = now;
      if (!isPinned && !isWrite) world.profiles = before;
      const given = real();
      if (!isPinned && !isWrite && world.profiles === before) world.profiles = now;
      return {
        ...given,
        headers: { ...given.headers, "Set-Cookie": "jpro-ingress=node-1; Path=/; HttpOnly" },
      };
    },
  };
}

function withTroubles(
  world: PracticeWorld,
  tokens: Tokens,
  call: PracticeCall,
  real: () => PracticeAnswer,
): PracticeAnswer {
  const isProfile = call.path.includes("osxconfigurationprofiles");
  const isWrite = isProfile && call.method !== "GET";
  const status = isProfile ? meet(world, "status") : null;
  if (status !== null) {
    const given = json(status.status, { practice: "trouble" });
    const wait = status.retryAfter === undefined ? {} : { "Retry-After": String(status.retryAfter) };
    return { ...given, headers: { ...given.headers, ...wait } };
  }
  if (isProfile && meet(world, "token-revoked") !== null) tokens.revoke();
  const given = real();
  if (!isProfile) return given;
  if (isWrite) {
    const restart = meet(world, "restart-after-write");
    if (restart !== null)
      world.troubles = [...world.troubles, { kind: "status", status: 503, calls: restart.calls }];
    return meet(world, "cut-after-write") === null ? given : { ...given, cut: "before" };
  }
  return meet(world, "half-answer") === null ? given : { ...given, cut: "middle" };
}
