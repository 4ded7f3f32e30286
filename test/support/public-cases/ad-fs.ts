import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of a case while it runs. */
export type CaseServer = {
  readonly origin: string;
  /** Every request, as `METHOD path` and the names of what its form holds; never a value. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * AD FS as far as a password check goes: its discovery document, a token for one password, MSIS9659 for another, and
 * MSIS9602 for a `resource` that only Entra's v1 endpoint knows.
 */
export async function startAdFs(): Promise<CaseServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += String(part);
    });
    request.on("end", () => {
      const form = new URLSearchParams(body);
      requests.push([request.method, request.url, ...form.keys()].join(" "));
      const send = (status: number, answer: object): void => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
      };
      const issuer = `http://127.0.0.1:${portOf(server.address())}/adfs`;
      if (request.method === "GET") {
        send(200, {
          issuer,
          authorization_endpoint: `${issuer}/oauth2/authorize/`,
          token_endpoint: `${issuer}/oauth2/token/`,
          jwks_uri: `${issuer}/discovery/keys`,
          grant_types_supported: ["authorization_code", "password"],
          access_token_issuer: "http://adfs.example.org/adfs/services/trust",
        });
      } else if (form.has("resource")) {
        send(400, {
          error: "invalid_resource",
          error_description: "MSIS9602: The 'resource' is not registered.",
        });
      } else if (form.get("password") === "right") {
        send(200, { access_token: "opaque", token_type: "bearer", expires_in: 3600 });
      } else {
        send(400, {
          error: "invalid_grant",
          error_description: "MSIS9659: The user name or the password is wrong.",
        });
      }
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen");
  return address.port;
}
