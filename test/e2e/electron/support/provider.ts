import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";

/** How the provider's authorization endpoint answers; gets the redirect URI and the state of the request. */
export type Answer = (
  request: { readonly redirectUri: string; readonly state: string; readonly url: URL },
  response: ServerResponse,
) => void;

export type Provider = {
  readonly origin: string;
  /** A redirect URI at which somebody listens, only to notice who comes. */
  readonly redirectUri: string;
  /** How often somebody connected to the redirect URI. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

/** A provider with a discovery document and an authorization endpoint of the test's choice, and a trap behind its redirect URI. */
export async function startProvider(answer: Answer): Promise<Provider> {
  let connections = 0;
  const trap = createTcpServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((ready) => trap.listen(0, "127.0.0.1", ready));
  const redirectUri = `https://127.0.0.1:${(trap.address() as AddressInfo).port}/jamfconnect`;

  const server = createServer((request, response) => respond(request, response, () => origin, answer));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    redirectUri,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([server, trap].map((open) => new Promise((done) => open.close(done))));
    },
  };
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  origin: () => string,
  answer: Answer,
): void {
  const url = new URL(request.url ?? "/", origin());
  if (url.pathname === "/.well-known/openid-configuration") {
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        issuer: origin(),
        authorization_endpoint: `${origin()}/authorize`,
        token_endpoint: `${origin()}/token`,
        jwks_uri: `${origin()}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      }),
    );
    return;
  }
  if (url.pathname === "/token") {
    response.writeHead(400, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: "invalid_grant", error_description: "The code is not known." }));
    return;
  }
  answer(
    {
      redirectUri: url.searchParams.get("redirect_uri") ?? "",
      state: url.searchParams.get("state") ?? "",
      url,
    },
    response,
  );
}

/** A profile for the provider, as a bare property list of the login window's domain. */
export function profileFor(provider: Pick<Provider, "origin" | "redirectUri">): string {
  const values: Readonly<Record<string, string>> = {
    OIDCProvider: "Custom",
    OIDCClientID: "11111111-2222-3333-4444-555555555555",
    OIDCDiscoveryURL: `${provider.origin}/.well-known/openid-configuration`,
    OIDCRedirectURI: provider.redirectUri,
    OIDCScopes: "openid profile",
  };
  const entries = Object.entries(values).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${entries.join("")}</dict></plist>`;
}
