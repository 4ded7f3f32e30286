import { afterAll } from "vitest";
import type { JamfProCredentials, JamfProServer } from "../../main/core/jamf-pro/server.ts";
import { connectToJamfPro, type JamfProClient, type JamfProPorts } from "../../main/jamf-pro/index.ts";
import {
  type PracticeJamfPro,
  type PracticeJamfProOptions,
  startPracticeJamfPro,
} from "../../main/practice-jamf-pro/index.ts";

const running: PracticeJamfPro[] = [];
afterAll(async () => {
  for (const practice of running.splice(0)) await practice.stop();
});

/** A practice Jamf Pro that stops with the file. */
export async function practiceJamfPro(options: PracticeJamfProOptions = {}): Promise<PracticeJamfPro> {
  const started = await startPracticeJamfPro(options);
  if (!started.ok) throw new Error(started.problem.title);
  running.push(started.value);
  return started.value;
}

/** A clock that waits by moving on, and keeps how long it was asked to wait. */
export function handClock(start = Date.UTC(2026, 10, 30)) {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    ports: (): JamfProPorts => ({
      fetch,
      now: () => now,
      wait: async (ms) => {
        waits.push(ms);
        now += ms;
      },
      signal: new AbortController().signal,
    }),
  };
}

export function serverOf({ origin, world }: PracticeJamfPro): JamfProServer {
  return world.kind === "classic"
    ? { kind: "classic", origin, context: null }
    : { kind: "gateway", origin, context: { header: "X-Environment-Id", id: world.context.id } };
}

export function clientOf({ world }: PracticeJamfPro): JamfProCredentials {
  return { kind: "client", clientId: world.clientId, clientSecret: world.clientSecret };
}

/** A client that is signed in; throws the problem. */
export async function connected(
  practice: PracticeJamfPro,
  ports: JamfProPorts = handClock().ports(),
): Promise<JamfProClient> {
  const client = await connectToJamfPro(ports, serverOf(practice), clientOf(practice));
  if (!client.ok) throw new Error(`${client.problem.code} ${client.problem.title} ${client.problem.detail}`);
  return client.value;
}
