import * as oauth from "oauth4webapi";
import { passwordParameters } from "../../core/ropg/request.ts";
import { NetworkError } from "../../network/fault.ts";
import { refusalOf } from "../allowed-destination.ts";
import type { Discovered } from "../discovery.ts";
import type { Answer, Wire } from "../network/wire.ts";
import type { LoginContext, RopgInput } from "../ports.ts";
import type { StepResult } from "../recorder.ts";
import { refusedDestination } from "../refused-destination.ts";
import { clientAuth, requestOptions, serverOf } from "../token-endpoint.ts";

export type PasswordQuestion = {
  readonly wire: Wire;
  readonly input: RopgInput;
  readonly clientId: string;
  readonly discovered: Discovered;
  readonly context: LoginContext;
  /** Sent to Entra only. */
  readonly correlationId: string;
};

/** Sends the password once, to the one place where it may go, and follows no redirection with it. */
export async function passwordRequestStep(question: PasswordQuestion): Promise<StepResult<Answer>> {
  const { wire, discovered, input } = question;
  const refused = await refusal(question);
  if (refused !== null) return refused;
  const clientSecret = input.settings.clientSecret?.value ?? null;
  const sent = await sendOnce(() =>
    oauth.genericTokenEndpointRequest(
      serverOf(discovered),
      { client_id: question.clientId },
      clientAuth({ clientId: question.clientId, clientSecret }),
      "password",
      passwordParameters({
        username: input.username,
        password: input.password,
        scopes: input.settings.scopes.value,
        entra: discovered.address.entra,
      }),
      requestOptions(wire, discovered, question.correlationId),
    ),
  );
  if (sent !== null) return sent;
  const answer = wire.last();
  if (answer === null)
    throw new NetworkError("empty", new URL(discovered.tokenEndpoint).host, "No answer was recorded.");
  if (answer.status >= 300 && answer.status < 400) return redirectedPassword(answer.url.host);
  const ours =
    discovered.address.entra === null
      ? ""
      : " The header client-request-id is Latchkey's: it names the row in the sign-in log.";
  return { status: "ok", value: answer, note: `Status ${answer.status} from ${answer.url.host}.${ours}` };
}

/** A host's fetch that cannot hand a redirection over refuses it with an error; that is a redirected password too. */
async function sendOnce(send: () => Promise<unknown>): Promise<StepResult<never> | null> {
  try {
    await send();
    return null;
  } catch (error) {
    const fault = error instanceof Error && error.cause instanceof NetworkError ? error.cause : error;
    if (fault instanceof NetworkError && fault.fault === "redirected") return redirectedPassword(fault.host);
    throw error;
  }
}

async function refusal({ discovered, input, context }: PasswordQuestion): Promise<StepResult<never> | null> {
  const destination = {
    carries: "password",
    endpoint: discovered.tokenEndpoint,
    discoveryUrl: discovered.address.url,
    provider: input.settings.provider.value,
  } as const;
  const refused = await refusalOf(destination, context);
  return refused === null ? null : refusedDestination(refused, "request", "The password was not sent.");
}

/** The ending of a run whose password was answered with a redirection. Nothing follows it. */
export function redirectedPassword(host: string): StepResult<never> {
  const problem = {
    code: "password-redirected",
    title: "The token endpoint redirects the password request.",
    detail: `${host} names another address for it. Latchkey did not follow.`,
    fix: "Find out why the token endpoint redirects. A client that follows sends the password to the other address.",
  };
  return { status: "failed", ending: { kind: "refused", at: "redirect", problem }, note: problem.detail };
}
