import { once } from "node:events";
import { WebSocket } from "ws";
import type { CallInput, CallName, CallOutput, Result } from "../../../preload/contract.ts";
import { type Served, serveCommand } from "../../integration/hosts/support/served-app.ts";

/** The built app in its browser host, with somebody let in. */
export type Host = {
  readonly app: Served;
  readonly port: number;
  /** Makes a call and gives its value; typed, because what is run by hand only would else not follow the contract. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** Opens the event channel of one more tab. */
  readonly openTab: () => Promise<WebSocket>;
};

export async function startHost(): Promise<Host> {
  const app = await serveCommand(["app", "--browser", "--no-open"]);
  const url = new URL(/(http:\S+)/.exec(app.firstLine)?.[1] ?? "");
  const { origin } = url;
  const token = new URLSearchParams(url.hash.slice(1)).get("token");
  const post = async (path: string, body: unknown, headers: Record<string, string>): Promise<unknown> => {
    const init = { method: "POST", headers: { origin, ...headers }, body: JSON.stringify(body) };
    return (await fetch(`${origin}${path}`, init)).json();
  };
  const { bearer } = (await post("/session", { token }, {})) as { bearer: string };
  return {
    app,
    port: Number(url.port),
    call: async <N extends CallName>(name: N, input: CallInput<N>) => {
      const answer = (await post(`/call/${name}`, input, { authorization: `Bearer ${bearer}` })) as Result<
        CallOutput<N>
      >;
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value;
    },
    openTab: async () => {
      const tab = new WebSocket(
        `ws://127.0.0.1:${url.port}/events`,
        ["latchkey-events", `bearer.${bearer}`],
        {
          origin,
        },
      );
      await once(tab, "open");
      return tab;
    },
  };
}
