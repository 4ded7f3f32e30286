import { fail } from "../core/problem.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { oktaAddressFor } from "./address.ts";
import { createWire } from "./network/wire.ts";
import type { LoginContext, RopgInput } from "./ports.ts";
import type { Recorder } from "./recorder.ts";
import { oktaAnswerStep, oktaRequestStep } from "./steps/okta-authn.ts";

/** The password check of classic Okta: one request to its Authentication API, no discovery and no tokens. */
export async function runOktaCheck(
  input: RopgInput,
  context: LoginContext,
  recorder: Recorder,
): Promise<Ending> {
  const address = await recorder.step("settings", async () => {
    const found = oktaAddressFor(input.settings, context);
    if (found.ok)
      return { status: "ok", value: found.value, note: `Okta's Authentication API at ${found.value}.` };
    return {
      status: "failed",
      ending: { kind: "settings", problem: fail(found.problem).problem },
      note: found.problem.detail,
    };
  });
  if (!address.go) return address.ending;
  await recorder.step("discovery", async () => ({
    status: "skipped",
    value: null,
    note: "Okta's Authentication API has no discovery document.",
  }));
  const asked = await recorder.step("request", ({ record }) =>
    oktaRequestStep(createWire(context, record), address.value, input, context),
  );
  if (!asked.go) return asked.ending;
  const answer = await recorder.step("answer", () => oktaAnswerStep(asked.value));
  return answer.go ? { kind: "tokens" } : answer.ending;
}
