import { evaluateSignIn, underOtherSetting } from "../evaluate-sign-in.ts";
import { findingsAbout } from "../findings/findings.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import { failsByPolicy } from "../verdict/verdict.ts";
import type { ConditionalAccessAnswer, SignInAnswer } from "./answer.ts";
import { costOf } from "./cost.ts";
import { describeSignIn, settingName } from "./describe.ts";
import type { Evaluated, ExplainInput } from "./input.ts";
import { recipeOf } from "./recipe.ts";

/**
 * What Conditional Access does to Jamf Connect's two sign-ins: per policy and together, under the tenant's
 * baseline-scope setting and the other ones, with the recipe, the cost and what to change. A pure function: try a
 * change by passing changed policies, scopes, setting or facts.
 */
export function explainConditionalAccess(input: ExplainInput): ConditionalAccessAnswer {
  const login = evaluateBoth(input.login, input);
  const check = evaluateBoth(input.check, input);
  const isRefused = [login, check].some((each) => each !== null && each.now.refusal !== null);
  const recipe =
    login === null || check === null || isRefused ? null : recipeOf(login.now, check.now, input.facts);
  // A request that is refused by its form leaves no row in the sign-in log.
  const cost =
    check === null || check.now.refusal !== null
      ? null
      : costOf(failsByPolicy(check.now.verdict), input.checkMinutes, input.macs);
  return {
    signIns: [login, check].filter((each) => each !== null).map((each) => toAnswer(each, input)),
    recipe,
    findings: findingsAbout({ ...input, login, check, recipe, cost }),
    baselineScopes: settingName(input.baselineScopes),
    cost,
  };
}

function toAnswer(evaluated: Evaluated, input: ExplainInput): SignInAnswer {
  return describeSignIn(evaluated.now, evaluated.others, input.facts);
}

function evaluateBoth(signIn: SignIn | null, input: ExplainInput): Evaluated | null {
  if (signIn === null) return null;
  const { policies, facts, baselineScopes } = input;
  const now = evaluateSignIn(policies, signIn, facts, { baselineScopes });
  const settings = (["enforced", "legacy"] as const).filter((setting) => setting !== baselineScopes);
  const others = settings.map((setting) => underOtherSetting(now, facts, setting));
  const isBaseline = [now, ...others].some((each) =>
    each.resources.flat().some((one) => one.kind === "baseline"),
  );
  return { now, others: isBaseline ? others : [] };
}
