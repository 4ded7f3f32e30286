import type { LoginResult } from "../login-result.ts";

/** What the policies predict for a sign-in, in one or two words. */
export function predictionWord({ prediction }: LoginResult): string {
  if (prediction === undefined) return notPredicted;
  const { mfa, blocked } = prediction;
  if (blocked === "yes") return "blocked";
  if (mfa === "yes") return blocked === "no" ? "MFA" : "MFA, perhaps blocked";
  return mfa === "no" && blocked === "no" ? "no MFA" : "depends";
}

/**
 * The policies that were predicted to apply, as one text that is equal for equal ones.
 *
 * @param namesCompare false when one of two runs was masked: labels equal nothing, so policies are only counted
 */
export function predictedPolicies(namesCompare: boolean): (result: LoginResult) => string {
  return ({ prediction }) => {
    if (prediction === undefined) return notPredicted;
    const names = prediction.policies.map(({ displayName }) => displayName);
    return namesCompare ? list(names) : amount(names.length);
  };
}

/** The policies that an answer names by their ids, with their names where a prediction of either run knows them. */
export function namedPolicies(
  before: LoginResult,
  after: LoginResult,
  namesCompare: boolean,
): (result: LoginResult) => string {
  const names = new Map(
    [before, after].flatMap(({ prediction }) =>
      (prediction?.policies ?? []).map(({ id, displayName }) => [id, displayName] as const),
    ),
  );
  return ({ error }) => {
    const ids = error?.policyIds ?? [];
    return namesCompare ? list(ids.map((id) => names.get(id) ?? id)) : amount(ids.length);
  };
}

const notPredicted = "not predicted";

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.toSorted().join(", ");
}

function amount(count: number): string {
  if (count === 0) return "none";
  return count === 1 ? "1 policy" : `${count} policies`;
}
