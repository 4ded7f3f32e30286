import type { CallInput, GraphState } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { GraphPorts, GraphSession, GraphSignIn, TenantFromGraph } from "../../graph/index.ts";
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

/** Whose sign-in is used, and how it is made. */
export type GraphAsked = Omit<CallInput<"graph.load">, "features">;

/** What is done with Graph; `told` says how many rows of a long list are there. */
export type GraphWork<T> = (
  graph: GraphPorts,
  session: GraphSession,
  told: (rows: number) => void,
) => Promise<Result<T>>;

/** A person's own sign-in to Microsoft Graph: in memory for as long as the app runs, or kept where somebody asks for it. */
export type GraphConnection = {
  readonly state: () => GraphState;
  /** Signs in where nobody is with these permissions, and works. One at a time: a second one stops the first. */
  readonly use: <T>(asked: GraphAsked, scopes: readonly string[], work: GraphWork<T>) => Promise<Result<T>>;
  /** The same for Conditional Access of the tenant. */
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
  const connect = async (
    asked: GraphAsked,
    scopes: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<Connected>> => {
    const { cloudOf } = await import("../../graph/index.ts");
    const cloud = cloudOf(asked.authority);
    if (!cloud.ok) return cloud;
    const key = [asked.clientId, cloud.value.authority, ...scopes].join(" ").toLowerCase();
    if (connected !== null && connected.key === key) return succeed(connected);
    const session = await signIn({ fetch: ports.fetch, keeper: ports.keeper, tell }, wait, asked, {
      cloud: cloud.value,
      scopes,
      signal,
    });
    if (!session.ok) return session;
    connected = { key, session: session.value, origin: cloud.value.graph };
    return succeed(connected);
  };
  const use: GraphConnection["use"] = async (asked, scopes, work) => {
    running.abort();
    const mine = new AbortController();
    running = mine;
    const done = await connect(asked, scopes, mine.signal);
    if (!done.ok) {
      if (running === mine) tell(rest());
      return done;
    }
    const { session, origin } = done.value;
    const { userName, token } = session;
    tell({ kind: "reading", userName });
    const told = (rows: number) => {
      if (running === mine && !mine.signal.aborted) tell({ kind: "reading", userName, rows });
    };
    const { fetch } = ports;
    const worked = await work({ fetch, origin, token, wait, signal: mine.signal }, session, told);
    // Who is signed out has to sign in again the next time.
    if (!worked.ok && worked.problem.code === "graph-signed-out") connected = null;
    if (running === mine) tell(rest());
    return worked;
  };
  return {
    state: () => state,
    use,
    read: async (asked) => {
      const { readTenant, scopesOf } = await import("../../graph/index.ts");
      return use(asked, scopesOf(asked.features), async (graph, { tenantId }) => {
        const read = await readTenant(graph, asked.features);
        return read.ok ? succeed({ tenant: read.value, tenantId }) : read;
      });
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

/** Signs the person in, or uses the session that is kept where they want that. */
async function signIn(
  { fetch, keeper, tell }: GraphConnectionPorts,
  wait: GraphPorts["wait"],
  { clientId, how, remember }: GraphAsked,
  { cloud, scopes, signal }: Pick<GraphSignIn, "cloud" | "scopes" | "signal">,
): Promise<Result<GraphSession>> {
  const { signInToGraph } = await import("../../graph/index.ts");
  const { authority } = cloud;
  const before = await keeper.read();
  const kept = isFor(before, { clientId, authority }) ? before : null;
  if (remember) {
    const possible = await checkKeeping(keeper);
    if (!possible.ok) return possible;
  } else if (kept !== null) await keeper.forget();
  tell({ kind: "signing-in", url: null, code: null });
  return signInToGraph({
    clientId,
    cloud,
    kept: remember ? (kept?.cache ?? null) : null,
    keep: remember ? (cache, userName) => keeper.keep({ clientId, authority, userName, cache }) : null,
    scopes,
    how,
    fetch,
    wait,
    announce: (place) => {
      if (!signal.aborted) tell({ kind: "signing-in", ...place });
    },
    signal,
  });
}

const notSignedIn: Problem = {
  code: "graph-signed-out",
  title: "You are not signed in to Microsoft Graph.",
  detail: "Microsoft's What If is asked over Graph.",
  fix: "Read the policies from Microsoft Graph first.",
};
