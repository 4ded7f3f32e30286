import type { AccountInfo, AuthenticationResult, PublicClientApplication } from "@azure/msal-node";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { maskText } from "../core/redact/index.ts";
import type { Cloud } from "./cloud.ts";
import { msalNetwork } from "./msal-network.ts";

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
  /** A fresh token, silently. Problem: `graph-signed-out`. */
  readonly token: () => Promise<Result<string>>;
};

export type GraphSignIn = {
  readonly clientId: string;
  readonly cloud: Cloud;
  readonly scopes: readonly string[];
  readonly how: "browser" | "device-code";
  readonly fetch: typeof fetch;
  /** Told where the person has to go. */
  readonly announce: (place: SignInPlace) => void;
  /** Aborting it gives up waiting for the person. */
  readonly signal: AbortSignal;
};

/**
 * Signs a person in with MSAL: a page in the browser that ends on a listener of this machine, or a device code. The app is the
 * person's own registration; nothing is baked in, nothing is kept on disk.
 *
 * @returns problems: `graph-sign-in-stopped`, `graph-sign-in-refused` with Entra's own code
 */
export async function signInToGraph(given: GraphSignIn): Promise<Result<GraphSession>> {
  const { PublicClientApplication: Application } = await import("@azure/msal-node");
  const { cloud, clientId } = given;
  const client = new Application({
    auth: { clientId, authority: cloud.authority, knownAuthorities: [new URL(cloud.authority).host] },
    system: { networkClient: msalNetwork(given.fetch, cloud) },
  });
  const scopes = given.scopes.map((scope) => `${cloud.scopePrefix}${scope}`);
  try {
    const result = await Promise.race([ask(client, given, scopes), stopped(given.signal)]);
    if (result === null || result.account === null) return fail(stoppedProblem);
    return succeed(sessionOf(client, result, result.account, scopes));
  } catch (error) {
    return fail(refusedProblem(error));
  }
}

function ask(
  client: PublicClientApplication,
  { how, announce, cloud }: GraphSignIn,
  scopes: readonly string[],
): Promise<AuthenticationResult | null> {
  const shown = (url: string): string =>
    cloud.loopbackOrigin === null ? url : url.replace(new URL(cloud.authority).origin, cloud.loopbackOrigin);
  return how === "browser"
    ? client.acquireTokenInteractive({
        scopes: [...scopes],
        openBrowser: async (url) => announce({ url: shown(url), code: null }),
        successTemplate: "Signed in. You can close this page and go back to Latchkey.",
        errorTemplate: "Not signed in. Latchkey says why.",
      })
    : client.acquireTokenByDeviceCode({
        scopes: [...scopes],
        deviceCodeCallback: ({ verificationUri, userCode }) =>
          announce({ url: shown(verificationUri), code: userCode }),
      });
}

/** Rejects nothing: null once somebody has stopped the sign-in. */
function stopped(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}

function sessionOf(
  client: PublicClientApplication,
  result: AuthenticationResult,
  account: AccountInfo,
  scopes: readonly string[],
): GraphSession {
  return {
    userName: account.username,
    userId: account.localAccountId,
    tenantId: account.tenantId,
    scopes: result.scopes,
    token: async () => {
      try {
        const silent = await client.acquireTokenSilent({ scopes: [...scopes], account });
        return succeed(silent.accessToken);
      } catch {
        return fail(signedOut);
      }
    },
  };
}

export const signedOut: Problem = {
  code: "graph-signed-out",
  title: "You are no longer signed in to Microsoft Graph.",
  detail:
    "The session ended, was revoked, or a policy wants you to sign in again. What was read before is kept as it was.",
  fix: "Sign in again.",
};

const stoppedProblem: Problem = {
  code: "graph-sign-in-stopped",
  title: "The sign-in to Microsoft Graph was stopped.",
  detail: "Nobody signed in, and nothing was read.",
  fix: "Start it again when you are ready.",
};

/** What Entra said, masked, without the ids that only its support reads. */
function refusedProblem(error: unknown): Problem {
  const text = error instanceof Error ? maskText(error.message).slice(0, 300) : "";
  const code = /AADSTS\d{4,7}/u.exec(text)?.[0] ?? null;
  const isCancelled = /access_denied|user_cancel|AADSTS65004/iu.test(text);
  return {
    code: "graph-sign-in-refused",
    title: isCancelled
      ? "The sign-in was cancelled on Microsoft's page."
      : `Microsoft Entra refused the sign-in${code === null ? "" : ` with ${code}`}.`,
    detail: text === "" ? "It gave no reason." : text,
    fix: fixOf(code),
  };
}

function fixOf(code: string | null): string {
  switch (code) {
    case "AADSTS700016":
      return "Check the application (client) id, and that the app is registered in this tenant.";
    case "AADSTS50011":
      return "Add the redirect URI http://localhost to the app registration, under Mobile and desktop applications.";
    case "AADSTS7000218":
      return "Turn on Allow public client flows in the app registration.";
    case "AADSTS90094":
    case "AADSTS65001":
      return "An administrator has to consent to the permissions of the app registration first.";
    default:
      return "Sign in again, or load the policies from files.";
  }
}
