import type { CallInput, GraphState } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { GraphPorts, GraphSession, TenantFromGraph } from "../../graph/index.ts";
import type { HostPorts } from "../ports.ts";
import { checkKeeping, isFor, type SessionKeeper } from "./kept-session.ts";

type Connected = {
  readonly key: string;
  readonly session: GraphSession;
  readonly origin: string;
};

/** What was read, and whose tenant it is. */
export type ReadFromGraph = {
  readonly tenant: TenantFromGraph;
  readonly tenantId: string;
};

/** A person's own sign-in to Microsoft Graph: in memory for as long as the app runs, or kept where somebody asks for it. */
export type GraphConnection = {
  readonly state: () => GraphState;
  /** Signs in where nobody is with these permissions, and reads. One at a time: a second one stops the first. */
  readonly read: (asked: CallInput<"graph.load">) => Promise<Result<ReadFromGraph>>;
  /** Who is signed in, and Graph for them. Problem: `graph-signed-out`. */
  readonly ports: () => Result<{ readonly session: GraphSession; readonly graph: GraphPorts }>;
  readonly stop: () => void;
  /** Forgets the session, the kept one too. */
  readonly signOut: () => Promise<void>;
};

export type GraphConnectionPorts = Pick<HostPorts, "fetch"> & {
  /** Told whatever happens to the sign-in: where the person has to go, who is signed in. */
  readonly tell: (state: GraphState) => void;
  readonly keeper: SessionKeeper;
};

export function createGraphConnection(
  ports: GraphConnectionPorts,
  wait: GraphPorts["wait"],
): GraphConnection {
  let connected: Connected | null = null;
  let state: GraphState = { kind: "signed-out" };
  let running = new AbortController();
  const tell = (next: GraphState): void => {
    state = next;
    ports.tell(next);
  };
  const rest = (): GraphState =>
    connected === null
      ? { kind: "signed-out" }
      : {
          kind: "signed-in",
          userName: connected.session.userName,
          tenantId: connected.session.tenantId,
        };
  const connect = async (asked: CallInput<"graph.load">, signal: AbortSignal): Promise<Result<Connected>> => {
    const { cloudOf, scopesOf, signInToGraph } = await import("../../graph/index.ts");
    const cloud = cloudOf(asked.authority);
    if (!cloud.ok) return cloud;
    const scopes = scopesOf(asked.features);
    const key = [asked.clientId, cloud.value.authority, ...scopes].join(" ").toLowerCase();
    if (connected !== null && connected.key === key) return succeed(connected);
    const { keeper } = ports;
    const { clientId } = asked;
    const { authority } = cloud.value;
    const before = await keeper.read();
    const kept = isFor(before, { clientId, authority }) ? before : null;
    if (asked.remember) {
      const possible = await checkKeeping(keeper);
      if (!possible.ok) return possible;
    } else if (kept !== null) await keeper.forget();
    tell({ kind: "signing-in", url: null, code: null });
    const session = await signInToGraph({
      clientId,
      cloud: cloud.value,
      kept: asked.remember ? (kept?.cache ?? null) : null,
      keep: asked.remember
        ? (cache, userName) => keeper.keep({ clientId, authority, userName, cache })
        : null,
      scopes,
      how: asked.how,
      fetch: ports.fetch,
      wait,
      announce: (place) => {
        if (!signal.aborted) tell({ kind: "signing-in", ...place });
      },
      signal,
    });
    if (!session.ok) return session;
    connected = { key, session: session.value, origin: cloud.value.graph };
    return succeed(connected);
  };
  return {
    state: () => state,
    read: async (asked) => {
      running.abort();
      const mine = new AbortController();
      running = mine;
      const done = await connect(asked, mine.signal);
      if (!done.ok) {
        if (running === mine) tell(rest());
        return done;
      }
      const { session, origin } = done.value;
      tell({ kind: "reading", userName: session.userName });
      const { readTenant } = await import("../../graph/index.ts");
      const read = await readTenant(
        { fetch: ports.fetch, origin, token: session.token, wait, signal: mine.signal },
        asked.features,
      );
      // Who is signed out has to sign in again the next time.
      if (!read.ok && read.problem.code === "graph-signed-out") connected = null;
      if (running === mine) tell(rest());
      return read.ok ? succeed({ tenant: read.value, tenantId: session.tenantId }) : fail(read.problem);
    },
    ports: () => {
      if (connected === null) return fail(notSignedIn);
      const { session, origin } = connected;
      running.abort();
      running = new AbortController();
      const { signal } = running;
      return succeed({ session, graph: { fetch: ports.fetch, origin, token: session.token, wait, signal } });
    },
    stop: () => running.abort(),
    signOut: async () => {
      running.abort();
      connected = null;
      await ports.keeper.forget();
      tell(rest());
    },
  };
}

const notSignedIn: Problem = {
  code: "graph-signed-out",
  title: "You are not signed in to Microsoft Graph.",
  detail: "Microsoft's What If is asked over Graph.",
  fix: "Read the policies from Microsoft Graph first.",
};
