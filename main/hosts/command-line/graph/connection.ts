import { homedir } from "node:os";
import { createGraphConnection, type GraphConnection } from "../../../app/graph/graph-connection.ts";
import { createSessionKeeper } from "../../../app/graph/kept-session.ts";
import { waitFor } from "../../../app/wait-for.ts";
import { nodeFetch } from "../../../network/node-fetch.ts";
import { openInBrowser } from "../../launch/open-in-browser.ts";
import type { CommandCall, Terminal } from "../command.ts";

/** How a call wants the person to sign in to Microsoft Graph. */
export type GraphWay = {
  readonly how: "browser" | "device-code";
  readonly opensBrowser: boolean;
};

/** `--device-code` and `--no-open`. */
export function readGraphWay({ options }: CommandCall): GraphWay {
  return {
    how: options["device-code"] === true ? "device-code" : "browser",
    opensBrowser: options["no-open"] !== true,
  };
}

/** A person's sign-in to Microsoft Graph on a terminal. Where to go, and the code to type there, stand on stderr. */
export async function graphConnection(
  { how, opensBrowser }: GraphWay,
  { environment, stderr }: Terminal,
): Promise<GraphConnection> {
  return createGraphConnection(
    {
      fetch: await nodeFetch(environment),
      // A terminal has no store for secrets: the session ends with the command.
      keeper: createSessionKeeper(null),
      tell: (state) => {
        if (state.kind !== "signing-in" || state.url === null) return;
        const { url, code } = state;
        stderr(`Open: ${url}\n${code === null ? "" : `Type this code: ${code}\n`}`);
        if (how === "browser" && opensBrowser)
          void openInBrowser(url, { platform: process.platform, environment, home: homedir() });
      },
    },
    waitFor,
  );
}
