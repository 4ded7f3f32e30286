import type { LoginResult } from "../core/login-result.ts";
import { withoutUserInfo } from "../core/oidc/userinfo.ts";
import { providerFacts } from "../core/providers/providers.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { whySkipped } from "../core/verdict/why-skipped.ts";
import { completeRun } from "./complete-run.ts";
import { type Discovered, discover } from "./discovery.ts";
import { createWire } from "./network/wire.ts";
import { runOktaCheck } from "./okta.ts";
import { ropgPlan } from "./plans.ts";
import type { LoginContext, RopgInput } from "./ports.ts";
import { noticingAdoption } from "./practice-adoption.ts";
import { createRecorder, type Recorder } from "./recorder.ts";
import { emptyGathered, type Gathered } from "./result.ts";
import { accountStep } from "./steps/account.ts";
import { passwordRequestStep } from "./steps/password-request.ts";
import { settingsStep } from "./steps/settings.ts";
import { readTokenAnswer, secretsOf } from "./token-endpoint.ts";
import { checkTokens } from "./tokens/check.ts";

/**
 * Runs the password check that the menu bar / Self Service+ (or the login window) runs: discovery, one password request,
 * the checks. Never throws and never retries; everything that can happen is part of the result.
 */
export async function runRopg(input: RopgInput, outside: LoginContext): Promise<LoginResult> {
  const gathered = emptyGathered();
  const context = noticingAdoption(outside, gathered);
  const startedAt = new Date(context.now()).toISOString();
  const recorder = createRecorder(context, ropgPlan);
  recorder.hide(input.password, input.settings.clientSecret?.value ?? "");
  recorder.hideUserName(input.username);
  const correlationId = crypto.randomUUID();
  const okta = providerFacts(input.settings.provider.value).passwordCheck === "okta-authn";
  return completeRun(
    {
      kind: "ropg",
      askedBy: { username: input.username, via: "direct" },
      settings: input.settings,
      startedAt,
      recorder,
      gathered,
      context,
      correlationId,
    },
    () =>
      okta ? runOktaCheck(input, context, recorder) : run(input, context, recorder, gathered, correlationId),
    (ending) =>
      okta && ending.kind === "tokens"
        ? "This check gives no tokens."
        : whySkipped("ropg", ending, recorder.steps().at(-1)?.title),
  );
}

async function run(
  input: RopgInput,
  context: LoginContext,
  recorder: Recorder,
  gathered: Gathered,
  correlationId: string,
): Promise<Ending> {
  const ready = await recorder.step("settings", () => settingsStep("ropg", input.settings, context));
  if (!ready.go) return ready.ending;
  const { address, clientId } = ready.value;
  const found = await recorder.step<Discovered>("discovery", ({ record }) =>
    discover(createWire(context, record), address),
  );
  if (!found.go) return found.ending;
  gathered.discovered = found.value;
  const discovered = found.value;
  const asked = await recorder.step("request", ({ record }) =>
    passwordRequestStep({
      wire: createWire(context, record),
      input,
      clientId,
      discovered,
      context,
      correlationId,
    }),
  );
  if (!asked.go) return asked.ending;
  gathered.date = asked.value.headers.get("date");
  const body = await recorder.step("answer", async () => {
    const read = readTokenAnswer(asked.value, "request");
    return "ending" in read ? { ...read, failed: "request" } : read;
  });
  if (!body.go) return body.ending;
  recorder.hide(...secretsOf(body.value));
  const idTokenExpected = input.settings.scopes.value.includes("openid");
  const checked = await recorder.step("tokens", ({ record }) => {
    const wire = createWire(context, record);
    return checkTokens({
      wire,
      discovered,
      clientId,
      nonce: null,
      now: context.now(),
      body: body.value,
      idTokenExpected,
    });
  });
  if (!checked.go) return checked.ending;
  const { idClaims } = checked.value;
  gathered.tokens = checked.value.tokens;
  const account = await recorder.step("account", () =>
    accountStep(idClaims === null ? null : withoutUserInfo(idClaims), input.settings),
  );
  if (account.go) gathered.account = account.value;
  return { kind: "tokens" };
}
