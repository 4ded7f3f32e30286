import type { CallInput, GraphState } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type {
  GraphPorts,
  GraphPurpose,
  GraphSession,
  GraphSignIn,
  TenantFromGraph,
} from "../../graph/index.ts";
import type { HostPorts } from "../ports.ts";
import { checkKeeping, isFor, type SessionKeeper } from "./kept-session.ts";

type Connected = {
  readonly asked: GraphAsked;
  /** Whose sign-in at which authority. */
  readonly key: string;
  /** Permissions that were asked for. */
  readonly scopes: readonly string[];
  readonly session: GraphSession;
  readonly origin: string;
};

/** What the permissions are for. */
export type GraphNeed = { readonly scopes: readonly string[]; readonly purpose: GraphPurpose };

/** What was read, and whose tenant it is. */
export type ReadFromGraph = {
  readonly tenant: TenantFromGraph;
  readonly tenantId: string;
};

/** Whose sign-in is used, and how it is made. */
export type GraphAsked = Omit<CallInput<"graph.load">, "features">;

/** How far something is: rows of a long list that are there, or times that were asked for a row that is on its way. */
export type GraphProgress = Pick<Extract<GraphState, { readonly kind: "reading" }>, "rows" | "tries">;

/** What is done with Graph, and told of it. */
export type GraphWork<T> = (
  graph: GraphPorts,
  session: GraphSession,
  told: (far: GraphProgress) => void,
) => Promise<Result<T>>;

/** A person's own sign-in to Microsoft Graph: in memory for as long as the app runs, or kept where somebody asks for it. */
export type GraphConnection = {
  readonly state: () => GraphState;
  /** Signs in where nobody is with these permissions, and works. One at a time: a second one stops the first. */
  readonly use: <T>(asked: GraphAsked, need: GraphNeed, work: GraphWork<T>) => Promise<Result<T>>;
  /** The same as whoever is signed in, who signs in again where these permissions are new. Problem: `graph-signed-out`. */
  readonly useAgain: <T>(need: GraphNeed, work: GraphWork<T>) => Promise<Result<T>>;
  /**
   * The same for Conditional Access of the tenant.
   *
   * @param also permissions for what is asked next, so that the person signs in once
   */
  readonly read: (asked: CallInput<"graph.load">, also?: readonly string[]) => Promise<Result<ReadFromGraph>>;
  /** Who is signed in, and Graph for them. Problem: `graph-signed-out`. */
  readonly ports: (
    purpose: GraphPurpose,
  ) => Result<{ readonly session: GraphSession; readonly graph: GraphPorts }>;
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
    need: GraphNeed,
    signal: AbortSignal,
  ): Promise<Result<Connected>> => {
    const { cloudOf } = await import("../../graph/index.ts");
    const cloud = cloudOf(asked.authority);
    if (!cloud.ok) return cloud;
    const key = [asked.clientId, cloud.value.authority].join(" ").toLowerCase();
    const before = connected?.key === key ? connected : null;
    if (before !== null && need.scopes.every((scope) => before.scopes.includes(scope)))
      return succeed(before);
    // What was allowed before stays: else who asks for two things in turn signs in each time.
    const scopes = [...new Set([...(before?.scopes ?? []), ...need.scopes])];
    const session = await signIn({ fetch: ports.fetch, keeper: ports.keeper, tell }, wait, asked, {
      cloud: cloud.value,
      scopes,
      signal,
      purpose: need.purpose,
    });
    if (!session.ok) return session;
    connected = { asked, key, scopes, session: session.value, origin: cloud.value.graph };
    return succeed(connected);
  };
  const use: GraphConnection["use"] = async (asked, need, work) => {
    running.abort();
    const mine = new AbortController();
    running = mine;
    const done = await connect(asked, need, mine.signal);
    if (!done.ok) {
      if (running === mine) tell(rest());
      return done;
    }
    const { session, origin } = done.value;
    const { userName, token } = session;
    tell({ kind: "reading", userName });
    const told = (far: GraphProgress) => {
      if (running === mine && !mine.signal.aborted) tell({ kind: "reading", userName, ...far });
    };
    const { fetch } = ports;
    const { purpose } = need;
    const worked = await work({ fetch, origin, token, wait, signal: mine.signal, purpose }, session, told);
    // Who is signed out has to sign in again the next time.
    if (!worked.ok && worked.problem.code === "graph-signed-out") connected = null;
    if (running === mine) tell(rest());
    return worked;
  };
  return {
    state: () => state,
    use,
    useAgain: async (need, work) =>
      connected === null ? fail(notSignedIn) : use(connected.asked, need, work),
    read: async (asked, also = []) => {
      const { readTenant, scopesOf } = await import("../../graph/index.ts");
      const need = { scopes: [...scopesOf(asked.features), ...also], purpose: "policies" } as const;
      return use(asked, need, async (graph, { tenantId }) => {
        const read = await readTenant(graph, asked.features);
        return read.ok ? succeed({ tenant: read.value, tenantId }) : read;
      });
    },
    ports: (purpose) => {
      if (connected === null) return fail(notSignedIn);
      const { session, origin } = connected;
      running.abort();
      running = new AbortController();
      const { signal } = running;
      const { token } = session;
      return succeed({ session, graph: { fetch: ports.fetch, origin, token, wait, signal, purpose } });
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
  { cloud, scopes, signal, purpose }: Pick<GraphSignIn, "cloud" | "scopes" | "signal" | "purpose">,
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
    purpose,
  });
}

const notSignedIn: Problem = {
  code: "graph-signed-out",
  title: "You are not signed in to Microsoft Graph.",
  detail: "This is asked over Graph, as whoever read the policies.",
  fix: "Read the policies from Microsoft Graph first.",
};
