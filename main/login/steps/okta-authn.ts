import { readOktaAnswer } from "../../core/ropg/okta-authn.ts";
import { NetworkError } from "../../network/fault.ts";
import { refusalOf } from "../allowed-destination.ts";
import { jsonObject } from "../network/json.ts";
import type { Answer, Wire } from "../network/wire.ts";
import type { LoginContext, RopgInput } from "../ports.ts";
import type { StepResult } from "../recorder.ts";
import { refusedDestination } from "../refused-destination.ts";
import { redirectedPassword } from "./password-request.ts";

/** Sends the password to Okta's Authentication API, once; the same rules for where it may go. */
export async function oktaRequestStep(
  wire: Wire,
  address: string,
  input: RopgInput,
  context: LoginContext,
): Promise<StepResult<Answer>> {
  const { value: provider } = input.settings.provider;
  const destination = { carries: "password", endpoint: address, discoveryUrl: address, provider } as const;
  const refused = await refusalOf(destination, context);
  if (refused !== null) return refusedDestination(refused, "request", "The password was not sent.");
  const answer = await wire.send(address, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ username: input.username, password: input.password }),
  });
  if (answer.status >= 300 && answer.status < 400) return redirectedPassword(answer.url.host);
  return { status: "ok", value: answer, note: `Status ${answer.status} from ${answer.url.host}.` };
}

/** Reads Okta's answer. An accepted password ends the run: there are no tokens to check. */
export async function oktaAnswerStep(answer: Answer): Promise<StepResult<null>> {
  const read = readOktaAnswer(jsonObject(answer));
  if (read === null)
    throw new NetworkError("not-json", answer.url.host, "The answer has neither a status nor an error code.");
  if (read.word === "success") return { status: "ok", value: null, note: "Okta accepted the password." };
  const error = { oauthError: read.word, description: read.description };
  return {
    status: "failed",
    ending: { kind: "provider-error", answer: { error, codes: [] }, at: "answer" },
    note: read.description,
    failed: "request",
  };
}
