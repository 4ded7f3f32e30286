import * as oauth from "oauth4webapi";
import { NetworkError } from "../../network/fault.ts";
import { refusalOf } from "../allowed-destination.ts";
import type { Discovered } from "../discovery.ts";
import type { JsonObject } from "../network/json.ts";
import type { Wire } from "../network/wire.ts";
import type { LoginContext, OidcInput } from "../ports.ts";
import type { StepResult } from "../recorder.ts";
import { refusedDestination } from "../refused-destination.ts";
import { clientAuth, readTokenAnswer, requestOptions, serverOf } from "../token-endpoint.ts";
import type { Asked } from "./authorize.ts";
import type { Accepted } from "./callback.ts";

export type ExchangeQuestion = {
  readonly wire: Wire;
  readonly input: OidcInput;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly discovered: Discovered;
  readonly asked: Asked;
  readonly accepted: Accepted;
  readonly context: LoginContext;
};

/** Redeems the code, once, at the token endpoint. The code and a client secret are guarded like a password. */
export async function exchangeStep(question: ExchangeQuestion): Promise<StepResult<JsonObject>> {
  const { wire, discovered, input } = question;
  const destination = {
    carries: "code of the login",
    endpoint: discovered.tokenEndpoint,
    discoveryUrl: discovered.address.url,
    provider: input.settings.provider.value,
  } as const;
  const refused = await refusalOf(destination, question.context);
  if (refused !== null) {
    return refusedDestination(refused, "exchange", "The code was not sent.");
  }
  const clientSecret = input.settings.clientSecret?.value ?? null;
  await oauth.authorizationCodeGrantRequest(
    serverOf(discovered),
    { client_id: question.clientId },
    clientAuth({ clientId: question.clientId, clientSecret }),
    question.accepted.parameters,
    question.redirectUri,
    question.asked.codeVerifier,
    requestOptions(wire, discovered, question.asked.correlationId),
  );
  const answer = wire.last();
  if (answer === null)
    throw new NetworkError("empty", new URL(discovered.tokenEndpoint).host, "No answer was recorded.");
  return readTokenAnswer(answer, "exchange");
}
