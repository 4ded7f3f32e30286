import { timingSafeEqual } from "node:crypto";
import { type EntraFailure, refuse } from "../../errors/failure.ts";
import type { PracticeRequest } from "../../server/http.ts";
import { type Client, findClient } from "../../sign-in/find-client.ts";
import type { Tenant } from "../../tenant/schema.ts";

/** Id and secret as the request sends them, in the body or as HTTP Basic (RFC 6749 section 2.3.1). */
function credentials(request: PracticeRequest): {
  readonly clientId: string | null;
  readonly secret: string | null;
} {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers["authorization"] ?? "")?.[1];
  if (basic === undefined)
    return { clientId: request.form.get("client_id"), secret: request.form.get("client_secret") };
  const [id = "", ...rest] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return { clientId: formDecode(id), secret: formDecode(rest.join(":")) };
}

function formDecode(text: string): string {
  return new URLSearchParams(`v=${text}`).get("v") ?? "";
}

/** The client id of a token request, wherever it stands. */
export function clientIdOf(request: PracticeRequest): string | null {
  return credentials(request).clientId;
}

/** Finds the client of a token request by its id: 900144 without one, 700016 for one that is not registered. */
export function clientOfRequest(request: PracticeRequest, tenant: Tenant): Client | EntraFailure {
  const clientId = clientIdOf(request);
  return clientId === null || clientId === ""
    ? refuse(900144, { parameter: "client_id" })
    : findClient(clientId, tenant);
}

/**
 * Checks the client's secret for the kind of client that the flow makes it. 7000218: a confidential client without
 * secret; 7000215: a wrong one; 700025: a public client that sends one.
 */
export function authenticateClient(
  request: PracticeRequest,
  client: Client,
  kind: "public" | "confidential",
): EntraFailure | null {
  const { secret } = credentials(request);
  const sent = secret !== null && secret !== "";
  if (kind === "public") return sent ? refuse(700025) : null;
  if (!sent && !request.form.has("client_assertion")) return refuse(7000218);
  return client.app.secrets.some((known) => equal(known, secret ?? ""))
    ? null
    : refuse(7000215, { app: client.clientId });
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The first of these parameters that the body lacks, as 900144. */
export function missingParameter(form: URLSearchParams, names: readonly string[]): EntraFailure | null {
  const missing = names.find((name) => (form.get(name) ?? "") === "");
  return missing === undefined ? null : refuse(900144, { parameter: missing });
}
