import * as oauth from "oauth4webapi";
import { expectedIssuer } from "../../core/oidc/issuer.ts";
import { failed, type MadeCheck, notMade, passed, signatureChecks } from "../../core/oidc/made-check.ts";
import type { Discovered } from "../discovery.ts";
import type { JsonObject } from "../network/json.ts";

export type OpinionQuestion = {
  readonly discovered: Discovered;
  readonly clientId: string;
  readonly nonce: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly body: JsonObject;
  readonly tid: unknown;
};

const check = { id: "second-opinion", title: "Second opinion" };

/**
 * Asks oauth4webapi to process the same answer: an independent reading of RFC 6749 section 5.1 and OpenID Connect Core
 * section 3.1.3. Anything it refuses is a problem, even where the own checks found none.
 *
 * @param own the checks that were made before; it is asked only about what they let through
 */
export async function secondOpinion(
  question: OpinionQuestion,
  own: readonly MadeCheck[],
): Promise<MadeCheck> {
  if (own.some(({ outcome }) => outcome === "failed")) {
    return notMade(check, "oauth4webapi is asked only when nothing else speaks against the token.");
  }
  if (own.some(({ id, outcome }) => id === signatureChecks.signature.id && outcome === "not-made")) {
    return notMade(check, "oauth4webapi does not take tokens without a signature.");
  }
  const refusal = await refusalOf(question);
  return refusal === null
    ? passed(check, "A second library (oauth4webapi) comes to the same result.")
    : failed(check, "token-answer-refused", `oauth4webapi refuses the answer: ${refusal}.`);
}

/** What oauth4webapi says against the answer; null when it takes it. */
async function refusalOf(question: OpinionQuestion): Promise<string | null> {
  const { discovered, body, clientId, nonce } = question;
  const issuer = expectedIssuer(discovered.issuer, question.tid) ?? discovered.issuer;
  const server: oauth.AuthorizationServer = { issuer, ...algorithms(discovered.document) };
  const client: oauth.Client = {
    client_id: clientId,
    [oauth.clockSkew]: skew(question.now),
    [oauth.clockTolerance]: 60,
  };
  const response = Response.json({ token_type: "Bearer", ...body });
  try {
    if (nonce === null) await oauth.processGenericTokenEndpointResponse(server, client, response);
    else await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : "The answer breaks the protocol";
  }
}

function skew(now: number): number {
  return Math.round((now - Date.now()) / 1000);
}

function algorithms(document: JsonObject): { id_token_signing_alg_values_supported?: string[] } {
  const listed = document["id_token_signing_alg_values_supported"];
  if (!Array.isArray(listed)) return {};
  return { id_token_signing_alg_values_supported: listed.filter((alg) => typeof alg === "string") };
}
