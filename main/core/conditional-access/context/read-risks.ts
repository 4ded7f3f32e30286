import { fail, type Result, succeed } from "../../problem.ts";
import { type Members, membersOf, textOf } from "../read/members.ts";
import type { InsiderRiskLevel, RiskLevel, SignInContext } from "../sign-in/sign-in-context.ts";
import { firstOf, oneOf } from "./values.ts";

const LEVELS: readonly RiskLevel[] = ["none", "low", "medium", "high"];
const INSIDER_LEVELS: readonly InsiderRiskLevel[] = ["none", "minor", "moderate", "elevated"];

export type RiskFacts = Pick<SignInContext, "signInRisk" | "userRisk" | "insiderRisk">;

/** Risk levels: `risk: {signIn, user, insider}`, or Graph's `signInRiskLevel`, `userRiskLevel`, `insiderRiskLevel`. */
export function readRisks(context: Members): Result<RiskFacts> {
  const risk = context.get("risk");
  const inside = membersOf(risk);
  const signIn = textOf(risk) ?? find(["signin", "signinrisk", "signinrisklevel"]);
  const user = find(["user", "userrisk", "userrisklevel"]);
  const insider = find(["insider", "insiderrisk", "insiderrisklevel"]);
  const facts: { -readonly [K in keyof RiskFacts]: RiskFacts[K] } = {};
  if (signIn !== undefined) {
    const level = oneOf(signIn, LEVELS, "risk.signIn");
    if (!level.ok) return fail(level.problem);
    facts.signInRisk = level.value;
  }
  if (user !== undefined) {
    const level = oneOf(user, LEVELS, "risk.user");
    if (!level.ok) return fail(level.problem);
    facts.userRisk = level.value;
  }
  if (insider !== undefined) {
    const level = oneOf(insider, INSIDER_LEVELS, "risk.insider");
    if (!level.ok) return fail(level.problem);
    facts.insiderRisk = level.value;
  }
  return succeed(facts);

  /** The short name inside `risk`, the long ones there or at the top; null says "not given". */
  function find(names: readonly string[]): unknown {
    const value = (inside === null ? undefined : firstOf(inside, names)) ?? firstOf(context, names.slice(1));
    return value ?? undefined;
  }
}
