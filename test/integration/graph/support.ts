import { cloudOf, type GraphPorts, scopesOf, signInToGraph } from "../../../main/graph/index.ts";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { need, signIn, submit } from "../practice-tenant/support.ts";

/** A registration of the person's own, which the practice tenant adopts. */
export const ownClient = "aaaabbbb-0000-4000-8000-0000000000c1";

type Options = {
  readonly scopes?: readonly string[];
  readonly fetch?: typeof fetch;
  readonly purpose?: GraphPorts["purpose"];
};

/** Signs the first account in with MSAL's real code, and gives Graph for it. */
export async function connect(
  practice: PracticeTenant,
  { scopes = scopesOf([]), fetch: send = fetch, purpose = "policies" }: Options = {},
) {
  const cloud = need(cloudOf(practice.authority));
  const session = need(
    await signInToGraph({
      clientId: ownClient,
      kept: null,
      keep: null,
      cloud,
      scopes,
      how: "browser",
      fetch: send,
      wait: async () => undefined,
      purpose,
      signal: new AbortController().signal,
      announce: async ({ url }) => {
        await submit(await signIn(practice, url), practice, {});
      },
    }),
  );
  const waits: number[] = [];
  const stop = new AbortController();
  const ports: GraphPorts = {
    fetch: send,
    origin: cloud.graph,
    token: session.token,
    wait: async (ms) => void waits.push(ms),
    purpose,
    signal: stop.signal,
  };
  return { session, ports, waits, stop };
}
