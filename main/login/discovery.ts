import type { DiscoveryAddress } from "../core/oidc/discovery-address.ts";
import { issuerFits } from "../core/oidc/issuer.ts";
import { isSafeTransport } from "../core/providers/hosts.ts";
import { readErrorBody } from "../core/verdict/entra-error.ts";
import { NetworkError } from "../network/fault.ts";
import { type JsonObject, jsonObject } from "./network/json.ts";
import type { Wire } from "./network/wire.ts";
import type { StepResult } from "./recorder.ts";

/** A discovery document that was read and found usable. */
export type Discovered = {
  readonly address: DiscoveryAddress;
  readonly document: JsonObject;
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly authorizationEndpoint: string | null;
  readonly jwksUri: string | null;
  readonly userInfoEndpoint: string | null;
};

/** Reads the discovery document and refuses one that names another issuer (OpenID Connect Discovery 1.0 section 4.3). */
export async function discover(wire: Wire, address: DiscoveryAddress): Promise<StepResult<Discovered>> {
  const answer = await wire.send(address.url, { headers: { accept: "application/json" } });
  const document = jsonObject(answer);
  const error = answer.status >= 400 ? readErrorBody(document) : null;
  if (error !== null) {
    return {
      status: "failed",
      ending: { kind: "provider-error", answer: error, at: "discovery" },
      note: error.error.description,
    };
  }
  if (answer.status !== 200)
    throw new NetworkError("http-status", answer.url.host, `Status ${answer.status}.`);
  return check(address, document, answer.url.host);
}

function check(address: DiscoveryAddress, document: JsonObject, host: string): StepResult<Discovered> {
  const issuer = text(document["issuer"]);
  const tokenEndpoint = text(document["token_endpoint"]);
  if (issuer === null || tokenEndpoint === null || !URL.canParse(tokenEndpoint)) {
    throw new NetworkError(
      "not-discovery",
      host,
      `Without a usable ${issuer === null ? "issuer" : "token_endpoint"}.`,
    );
  }
  if (!issuerFits(address.url, issuer, address.entra)) return mismatch(address.url, issuer);
  const jwksUri = safeUrl(document["jwks_uri"]);
  const authorizationEndpoint = safeUrl(document["authorization_endpoint"]);
  const note =
    address.entra === null
      ? `Issuer ${issuer}.`
      : `Issuer ${issuer}, endpoint version ${address.entra}. ${address.why}`;
  return {
    status: "ok",
    value: {
      address,
      document,
      issuer,
      tokenEndpoint,
      authorizationEndpoint,
      jwksUri,
      userInfoEndpoint: text(document["userinfo_endpoint"]),
    },
    note,
  };
}

function mismatch(url: string, issuer: string): StepResult<Discovered> {
  return {
    status: "failed",
    note: `The document names the issuer ${issuer}.`,
    ending: {
      kind: "refused",
      at: "discovery",
      problem: {
        code: "discovery-issuer-mismatch",
        title: "The discovery document belongs to another issuer.",
        detail: `${url} names the issuer ${issuer}.`,
        fix: "Correct the discovery address, or ask the provider why its document names another issuer.",
      },
    },
  };
}

/** Characters of an address or issuer; browsers and servers take no longer ones. */
const longestAddress = 2_048;

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" && value.length <= longestAddress ? value : null;
}

/** Plain http outside this machine is as good as no address: nothing that came over it could be believed. */
function safeUrl(value: unknown): string | null {
  const address = text(value);
  return address !== null && URL.canParse(address) && isSafeTransport(new URL(address)) ? address : null;
}
