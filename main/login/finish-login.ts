import { withoutUserInfo } from "../core/oidc/userinfo.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { factorOf } from "../core/verdict/factor.ts";
import { createWire } from "./network/wire.ts";
import type { LoginContext, OidcInput } from "./ports.ts";
import type { Advance, Recorder } from "./recorder.ts";
import { factorEvidence, type Gathered } from "./result.ts";
import { accountStep } from "./steps/account.ts";
import { signInLogStep } from "./steps/sign-in-log.ts";
import { type UserInfo, userInfoStep } from "./steps/userinfo.ts";
import { type CheckedTokens, checkTokens, type TokenQuestion } from "./tokens/check.ts";

/** One login while it runs. */
export type LoginRun = {
  readonly input: OidcInput;
  readonly context: LoginContext;
  readonly recorder: Recorder;
  readonly gathered: Gathered;
  /** Ours; Entra writes it into its sign-in log. */
  readonly correlationId: string;
};

/** What the code was exchanged for. */
export type Redeemed = Pick<TokenQuestion, "discovered" | "clientId" | "nonce" | "body">;

/** The second half of a login: token checks, userinfo where the profile wants it, the account, the sign-in log. */
export async function finishLogin(login: LoginRun, redeemed: Redeemed): Promise<Ending> {
  const { input, context, recorder, gathered } = login;
  const checked = await recorder.step("tokens", ({ record }) => {
    const wire = createWire(context, record);
    return checkTokens({ ...redeemed, wire, now: context.now(), idTokenExpected: true });
  });
  if (!checked.go) return checked.ending;
  gathered.tokens = checked.value.tokens;
  const claims = await claimsOf(login, redeemed, checked.value);
  if (!claims.go) return claims.ending;
  gathered.userInfoMissing = claims.value?.missing ?? null;
  const account = await recorder.step("account", () => accountStep(claims.value, input.settings));
  if (account.go) gathered.account = account.value;
  await lookIntoLog(login);
  return { kind: "tokens" };
}

/** The claims of the ID token, with those of the userinfo endpoint where `UseUserInfo` asks for them. */
async function claimsOf(
  { input, context, recorder }: LoginRun,
  { discovered, body }: Redeemed,
  { idClaims, tokens }: CheckedTokens,
): Promise<Advance<UserInfo | null>> {
  if (idClaims === null) return { go: true, value: null };
  const { settings } = input;
  if (settings.useUserInfo?.value !== true)
    return { go: true, value: { ...withoutUserInfo(idClaims), missing: null } };
  const accessToken = body["access_token"];
  return recorder.step("userinfo", ({ record }) => {
    const wire = createWire(context, record);
    return userInfoStep({ wire, settings, discovered, context, accessToken, idClaims, tokens });
  });
}

/** Asks the sign-in log, where somebody can, and only where nothing else says which factors were used. */
async function lookIntoLog({ context, recorder, gathered, correlationId }: LoginRun): Promise<void> {
  const { findSignIn } = context;
  const evidence = { ...factorEvidence("oidc", { kind: "tokens" }, gathered), code: null };
  const open = factorOf(evidence).factor === "unknown";
  if (findSignIn === undefined || !open || gathered.discovered?.address.entra === null) return;
  const row = await recorder.step("sign-in-log", () => signInLogStep(findSignIn, correlationId));
  if (row.go) gathered.signInRow = row.value;
}
