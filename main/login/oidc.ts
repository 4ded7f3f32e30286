import type { Ending } from "../core/verdict/ending.ts";
import type { LoginResult } from "../core/verdict/login-result.ts";
import { discover } from "./discovery.ts";
import { createWire } from "./network/wire.ts";
import { oidcPlan } from "./plans.ts";
import type { LoginContext, OidcInput } from "./ports.ts";
import { createRecorder, type Recorder } from "./recorder.ts";
import { buildResult, emptyGathered, type Gathered } from "./result.ts";
import { accountStep } from "./steps/account.ts";
import { authorizeStep } from "./steps/authorize.ts";
import { callbackStep } from "./steps/callback.ts";
import { exchangeStep } from "./steps/exchange.ts";
import { settingsStep } from "./steps/settings.ts";
import { signInStep } from "./steps/sign-in.ts";
import { secretsOf } from "./token-endpoint.ts";
import { checkTokens } from "./tokens/check.ts";

/**
 * Runs the login of the login window: discovery, authorize, a person signing in, callback, code exchange, the checks.
 * Never throws; everything that can happen is part of the result.
 */
export async function runOidc(input: OidcInput, context: LoginContext): Promise<LoginResult> {
  const startedAt = new Date(context.now()).toISOString();
  const recorder = createRecorder(context, oidcPlan);
  recorder.hide(input.settings.clientSecret?.value ?? "");
  if (input.loginHint !== null) recorder.hideUserName(input.loginHint);
  const gathered = emptyGathered();
  const ending = await run(input, context, recorder, gathered);
  recorder.skipRest("Not reached.");
  return buildResult({
    kind: "oidc",
    settings: input.settings,
    startedAt,
    recorder,
    gathered,
    ending,
    context,
  });
}

async function run(
  input: OidcInput,
  context: LoginContext,
  recorder: Recorder,
  gathered: Gathered,
): Promise<Ending> {
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
  const authorized = await recorder.step("authorize", ({ record }) =>
    authorizeStep({ wire: createWire(context, record), input, clientId, redirectUri, discovered, hide }),
  );
  if (!authorized.go) return authorized.ending;
  const asked = authorized.value;
  const signedIn = await recorder.step("sign-in", () =>
    signInStep(input.signIn, { authorizeUrl: asked.url, redirectUri, signal: context.signal }),
  );
  if (!signedIn.go) return signedIn.ending;
  gathered.secondFactorSeen = signedIn.value.secondFactorSeen;
  gathered.sessionMayBeReused = signedIn.value.sessionMayBeReused;
  const accepted = await recorder.step("callback", () =>
    callbackStep({ address: signedIn.value.url, redirectUri, asked, discovered, clientId, hide }),
  );
  if (!accepted.go) return accepted.ending;
  const redeemed = await recorder.step("exchange", ({ record }) =>
    exchangeStep({
      wire: createWire(context, record),
      input,
      clientId,
      redirectUri,
      discovered,
      asked,
      accepted: accepted.value,
      context,
    }),
  );
  if (!redeemed.go) return redeemed.ending;
  hide(...secretsOf(redeemed.value));
  return finish(input, context, recorder, gathered, {
    discovered,
    clientId,
    nonce: asked.nonce,
    body: redeemed.value,
  });
}

type Redeemed = Pick<Parameters<typeof checkTokens>[0], "discovered" | "clientId" | "nonce" | "body">;

async function finish(
  input: OidcInput,
  context: LoginContext,
  recorder: Recorder,
  gathered: Gathered,
  redeemed: Redeemed,
): Promise<Ending> {
  const checked = await recorder.step("tokens", ({ record }) =>
    checkTokens({
      ...redeemed,
      wire: createWire(context, record),
      now: context.now(),
      idTokenExpected: true,
    }),
  );
  if (!checked.go) return checked.ending;
  gathered.tokens = checked.value.tokens;
  const account = await recorder.step("account", () => accountStep(checked.value.idClaims, input.settings));
  if (account.go) gathered.account = account.value;
  return { kind: "tokens" };
}
