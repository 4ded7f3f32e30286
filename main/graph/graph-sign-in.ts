import type {
  AccountInfo,
  AuthenticationResult,
  DeviceCodeRequest,
  PublicClientApplication,
} from "@azure/msal-node";
import { fail, type Result, succeed } from "../core/problem.ts";
import type { Cloud } from "./cloud.ts";
import type { GraphPorts } from "./get-all.ts";
import { unreachable } from "./graph-problems.ts";
import { type MsalNetwork, msalNetwork } from "./msal-network.ts";
import { refusedProblem, signedOut, stoppedProblem } from "./sign-in-problems.ts";

/** Where a person goes to sign in: a page, or a page with a code to type. */
export type SignInPlace = { readonly url: string; readonly code: string | null };

/** A person who is signed in to Microsoft Graph. Tokens stay in MSAL's memory. */
export type GraphSession = {
  readonly userName: string;
  /** Object id of the person. */
  readonly userId: string;
  readonly tenantId: string;
  /** Permissions that the token has. */
  readonly scopes: readonly string[];
  /** A fresh token, silently. Problems: `graph-signed-out`, `graph-unreachable`. */
  readonly token: () => Promise<Result<string>>;
};

export type GraphSignIn = {
  readonly clientId: string;
  readonly cloud: Cloud;
  readonly scopes: readonly string[];
  readonly how: "browser" | "device-code";
  /** MSAL's cache of a session that was kept; null asks the person. */
  readonly kept: string | null;
  /** Told MSAL's cache whenever it holds something new; null keeps nothing. */
  readonly keep: ((cache: string, userName: string) => Promise<Result<null>>) | null;
  readonly fetch: typeof fetch;
  readonly wait: GraphPorts["wait"];
  readonly purpose: GraphPorts["purpose"];
  /** Told where the person has to go. */
  readonly announce: (place: SignInPlace) => void;
  /** Aborting it gives up waiting for the person. */
  readonly signal: AbortSignal;
};

/**
 * Signs a person in with MSAL: a page in the browser that ends on a listener of this machine, or a device code. The app is the
 * person's own registration; nothing is baked in. Nothing is kept but by who asks for it; a kept session that still holds asks nobody.
 *
 * @returns problems: `graph-sign-in-stopped`, `graph-sign-in-refused` with Entra's own code, `graph-unreachable`, and those of `keep`
 */
export async function signInToGraph(given: GraphSignIn): Promise<Result<GraphSession>> {
  const { PublicClientApplication: Application } = await import("@azure/msal-node");
  const { cloud, clientId, keep, purpose } = given;
  const network = msalNetwork(given, cloud);
  const newClient = () =>
    new Application({
      auth: { clientId, authority: cloud.authority, knownAuthorities: [new URL(cloud.authority).host] },
      system: { networkClient: network },
    });
  const scopes = given.scopes.map((scope) => `${cloud.scopePrefix}${scope}`);
  if (given.kept !== null) {
    const resumed = await resume({ client: newClient(), network, scopes, keep, purpose }, given.kept);
    if (resumed !== null) return succeed(resumed);
  }
  const client = newClient();
  try {
    const result = await Promise.race([ask(client, given, scopes), stopped(given.signal)]);
    if (result === null || result.account === null) return fail(stoppedProblem);
    const kept = await keep?.(client.getTokenCache().serialize(), result.account.username);
    if (kept?.ok === false) return kept;
    return succeed(sessionOf({ client, network, scopes, keep, purpose }, result, result.account));
  } catch (error) {
    if (given.signal.aborted) return fail(stoppedProblem);
    const failure = network.lastFailure();
    return fail(
      failure === null
        ? refusedProblem(error, network.lastRefusal(), purpose)
        : unreachable(failure.host, failure.error, purpose),
    );
  }
}

function ask(
  client: PublicClientApplication,
  { how, announce, cloud, signal, fetch: send }: GraphSignIn,
  scopes: readonly string[],
): Promise<AuthenticationResult | null> {
  const shown = (url: string): string =>
    cloud.loopbackOrigin === null ? url : url.replace(new URL(cloud.authority).origin, cloud.loopbackOrigin);
  if (how === "browser") {
    return client.acquireTokenInteractive({
      scopes: [...scopes],
      openBrowser: async (url) => {
        if (signal.aborted) throw new Error("Nobody waits for this sign-in any more.");
        const close = () => void closeListener(url, send);
        signal.addEventListener("abort", close, { once: true });
        announce({ url: shown(url), code: null });
      },
      successTemplate: "Signed in. You can close this page and go back to Latchkey.",
      errorTemplate: "Not signed in. Latchkey says why.",
    });
  }
  const request: DeviceCodeRequest = {
    scopes: [...scopes],
    deviceCodeCallback: ({ verificationUri, userCode }) =>
      announce({ url: shown(verificationUri), code: userCode }),
  };
  // MSAL looks at it before each time that it asks.
  signal.addEventListener("abort", () => {
    request.cancel = true;
  });
  return client.acquireTokenByDeviceCode(request);
}

/**
 * Ends MSAL's listener for a sign-in that nobody waits for. MSAL has no way to say so and would listen for as long as the app runs, so
 * its listener is told what a browser would bring after a cancelled sign-in.
 */
async function closeListener(authorizeUrl: string, send: typeof fetch): Promise<void> {
  const { searchParams } = new URL(authorizeUrl);
  const { port } = new URL(searchParams.get("redirect_uri") ?? "http://localhost");
  const body = new URLSearchParams({ error: "access_denied", state: searchParams.get("state") ?? "" });
  await send(`http://127.0.0.1:${port}/`, {
    method: "POST",
    body,
    signal: AbortSignal.timeout(2_000),
  }).catch(() => undefined);
}

/** Rejects nothing: null once somebody has stopped the sign-in. */
function stopped(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}

/** MSAL for one sign-in. */
type Msal = Pick<GraphSignIn, "scopes" | "keep" | "purpose"> & {
  readonly client: PublicClientApplication;
  readonly network: MsalNetwork;
};

/** The session that was kept, where it still holds; null where the person has to sign in again. */
async function resume(msal: Msal, cache: string): Promise<GraphSession | null> {
  const { client, scopes } = msal;
  try {
    client.getTokenCache().deserialize(cache);
    const [account] = await client.getTokenCache().getAllAccounts();
    if (account === undefined) return null;
    const result = await client.acquireTokenSilent({ scopes: [...scopes], account });
    return sessionOf(msal, result, account);
  } catch {
    return null; // Revoked, too old, or for fewer permissions.
  }
}

function sessionOf(
  { client, network, scopes, keep, purpose }: Msal,
  result: AuthenticationResult,
  account: AccountInfo,
): GraphSession {
  return {
    userName: account.username,
    userId: account.localAccountId,
    tenantId: account.tenantId,
    scopes: result.scopes,
    token: async () => {
      try {
        const silent = await client.acquireTokenSilent({ scopes: [...scopes], account });
        // A refresh token may have been changed for a new one; not to keep it is no reason not to go on.
        if (client.getTokenCache().hasChanged())
          await keep?.(client.getTokenCache().serialize(), account.username);
        return succeed(silent.accessToken);
      } catch {
        const failure = network.lastFailure();
        return fail(failure === null ? signedOut : unreachable(failure.host, failure.error, purpose));
      }
    },
  };
}
