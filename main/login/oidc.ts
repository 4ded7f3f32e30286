import type { LoginResult } from "../core/login-result.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { whySkipped } from "../core/verdict/why-skipped.ts";
import { practiceOf } from "./address.ts";
import { completeRun } from "./complete-run.ts";
import { discover } from "./discovery.ts";
import { finishLogin, type LoginRun } from "./finish-login.ts";
import { createWire } from "./network/wire.ts";
import { oidcPlan } from "./plans.ts";
import type { LoginContext, OidcInput } from "./ports.ts";
import { noticingAdoption } from "./practice-adoption.ts";
import { createRecorder } from "./recorder.ts";
import { emptyGathered } from "./result.ts";
import { authorizeStep } from "./steps/authorize.ts";
import { callbackStep } from "./steps/callback.ts";
import { exchangeStep } from "./steps/exchange.ts";
import { settingsStep } from "./steps/settings.ts";
import { signInStep } from "./steps/sign-in.ts";
import { secretsOf } from "./token-endpoint.ts";

/**
 * Runs the login of the login window: discovery, authorize, a person signing in, callback, code exchange, the checks.
 * Never throws; everything that can happen is part of the result.
 */
export async function runOidc(input: OidcInput, outside: LoginContext): Promise<LoginResult> {
  const gathered = emptyGathered();
  const context = noticingAdoption(outside, gathered);
  const startedAt = new Date(context.now()).toISOString();
  const recorder = createRecorder(context, oidcPlan(input.settings, context));
  recorder.hide(input.settings.clientSecret?.value ?? "");
  if (input.loginHint !== null) recorder.hideUserName(input.loginHint);
  const correlationId = crypto.randomUUID();
  return completeRun(
    {
      kind: "oidc",
      askedBy: { username: input.loginHint, via: input.via },
      settings: input.settings,
      startedAt,
      recorder,
      gathered,
      context,
      correlationId,
    },
    () => run({ input, context, recorder, gathered, correlationId }),
    (ending) => whySkipped("oidc", ending, recorder.steps().at(-1)?.title),
  );
}

async function run(login: LoginRun): Promise<Ending> {
  const { input, context, recorder, gathered, correlationId } = login;
  const { hide } = recorder;
  const redirectUri = input.settings.redirectUri.value;
  const ready = await recorder.step("settings", () => settingsStep("oidc", input.settings, context));
  if (!ready.go) return ready.ending;
  const { address, clientId } = ready.value;
  const found = await recorder.step("discovery", ({ record }) =>
    discover(createWire(context, record), address),
  );
  if (!found.go) return found.ending;
  const discovered = found.value;
  gathered.discovered = discovered;
  const authorized = await recorder.step("authorize", ({ record }) => {
    const wire = createWire(context, record);
    return authorizeStep({ wire, input, clientId, redirectUri, discovered, correlationId, context, hide });
  });
  if (!authorized.go) return authorized.ending;
  const asked = authorized.value;
  const signedIn = await recorder.step("sign-in", () =>
    signInStep(input.signIn, {
      authorizeUrl: asked.url,
      redirectUri,
      within: practiceOf(context),
      signal: context.signal,
    }),
  );
  if (!signedIn.go) return signedIn.ending;
  gathered.secondFactorSeen = signedIn.value.secondFactorSeen;
  gathered.sessionMayBeReused = signedIn.value.sessionMayBeReused;
  const accepted = await recorder.step("callback", () =>
    callbackStep({ address: signedIn.value.url, redirectUri, asked, discovered, clientId, hide }),
  );
  if (!accepted.go) return accepted.ending;
  const redeemed = await recorder.step("exchange", ({ record }) => {
    const wire = createWire(context, record);
    const common = { input, clientId, redirectUri, discovered, asked, context };
    return exchangeStep({ ...common, wire, accepted: accepted.value });
  });
  if (!redeemed.go) return redeemed.ending;
  hide(...secretsOf(redeemed.value));
  return finishLogin(login, { discovered, clientId, nonce: asked.nonce, body: redeemed.value });
}
