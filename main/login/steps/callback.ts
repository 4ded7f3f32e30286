import * as oauth from "oauth4webapi";
import { readCallback } from "../../core/oidc/callback-answer.ts";
import { readErrorText } from "../../core/verdict/entra-error.ts";
import type { Discovered } from "../discovery.ts";
import type { StepResult } from "../recorder.ts";
import type { Asked } from "./authorize.ts";

export type CallbackQuestion = {
  readonly address: string;
  readonly redirectUri: string;
  readonly asked: Asked;
  readonly discovered: Discovered;
  readonly clientId: string;
  readonly hide: (...values: readonly string[]) => void;
};

/** Parameters of a callback that oauth4webapi has accepted; only such ones can be exchanged. */
export type Accepted = { readonly parameters: URLSearchParams };

/** Characters of an address. Codes of Entra have up to 1,500, and no server takes much longer addresses. */
const longestAddress = 32_768;

/** Reads where the browser ended: state first, then issuer, then error or code. Fails closed. */
export async function callbackStep(question: CallbackQuestion): Promise<StepResult<Accepted>> {
  const { discovered, asked } = question;
  if (question.address.length > longestAddress) {
    return refuse(
      "callback-refused",
      `The address has ${question.address.length} characters. No login ends on one so long.`,
    );
  }
  hideCode(question);
  const issuerPromised = discovered.document["authorization_response_iss_parameter_supported"] === true;
  const answer = readCallback(question.address, {
    redirectUri: question.redirectUri,
    anyPort: false,
    state: asked.state,
    issuer: discovered.issuer,
    issuerPromised,
  });
  if (answer.kind === "refused") return refuse(answer.finding, answer.detail);
  if (answer.kind === "error") {
    const error = readErrorText(answer.description, answer.error, answer.suberror);
    return {
      status: "failed",
      ending: { kind: "provider-error", answer: error, at: "callback" },
      note: error.error.description || answer.error,
    };
  }
  try {
    const server = {
      issuer: discovered.issuer,
      authorization_response_iss_parameter_supported: issuerPromised,
    };
    const parameters = oauth.validateAuthResponse(
      server,
      { client_id: question.clientId },
      answer.parameters,
      asked.state,
    );
    return {
      status: "ok",
      value: { parameters },
      note: "State and issuer belong to this login; the answer has a code.",
    };
  } catch (error) {
    return refuse(
      "callback-refused",
      error instanceof Error ? error.message : "The answer breaks the protocol.",
    );
  }
}

/** The code is a secret even when the answer that carries it is refused. */
function hideCode({ address, hide }: CallbackQuestion): void {
  for (const match of address.matchAll(/[?&#]code=([^&#]+)/g)) {
    const code = match[1] ?? "";
    hide(code, new URLSearchParams(`code=${code}`).get("code") ?? "");
  }
}

function refuse(code: string, detail: string): StepResult<never> {
  const problem = {
    code,
    title: "The answer that came back does not belong to this login.",
    detail,
    fix: "Start the test again and finish it in one window. If it happens again, find out what changes the address.",
  };
  return { status: "failed", ending: { kind: "refused", at: "callback", problem }, note: detail };
}
