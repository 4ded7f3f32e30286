import type { SignInAnswer } from "../conditional-access/index.ts";
import type { LoginResult, PolicyName, SignInPrediction } from "../login-result.ts";
import { sentenceOfNamedBlock } from "../verdict/sentences.ts";
import { comparePrediction } from "./prediction.ts";

/** What policies predict beside a live result: one entry for each sign-in that was tested. */
export type Predicted = {
  readonly recipe: string | null;
  readonly signIns: readonly Pick<
    SignInAnswer,
    "id" | "resource" | "resourceName" | "verdict" | "policies" | "otherSettings"
  >[];
  /** Enabled policies that demand something and do not reach a sign-in, because of what it asks for. */
  readonly spared: Readonly<Record<SignInAnswer["id"], readonly PolicyName[]>>;
  /** `enforced`, `legacy`, or the app id of the placeholder. */
  readonly baselineScopes: string;
  /** Names of all policies that are loaded, by id in lower case. */
  readonly policyNames: ReadonlyMap<string, string>;
};

/** The prediction for one sign-in; null without policies, or where it was not tested. */
export function predictionFor(
  kind: LoginResult["kind"],
  predicted: Pick<Predicted, "signIns" | "spared"> | null,
): SignInPrediction | null {
  const id = kind === "oidc" ? "login-window" : "password-check";
  const found = predicted?.signIns.find((signIn) => signIn.id === id);
  if (found === undefined) return null;
  const { mfa, blocked, text } = found.verdict;
  const { policies, resource, resourceName } = found;
  const spared = predicted?.spared[id] ?? [];
  return { mfa, blocked, text, policies, spared, resource: { id: resource, name: resourceName } };
}

/**
 * A live result with what the policies say beside it: the prediction, a finding where the two differ, and the names of
 * the policies that the answer itself names by id.
 */
export function withPrediction(result: LoginResult, predicted: Predicted | null): LoginResult {
  const named = withNames(result, predicted);
  const prediction = predictionFor(result.kind, predicted);
  if (prediction === null) return named;
  return { ...named, prediction, findings: [...named.findings, ...comparePrediction(prediction, result)] };
}

function withNames(result: LoginResult, predicted: Predicted | null): LoginResult {
  const namedPolicies = (result.error?.policyIds ?? []).flatMap((id): readonly PolicyName[] => {
    const displayName = predicted?.policyNames.get(id.toLowerCase());
    return displayName === undefined ? [] : [{ id, displayName }];
  });
  if (namedPolicies.length === 0) return result;
  const named = { ...result, namedPolicies };
  return result.outcome === "blocked"
    ? { ...named, sentence: sentenceOfNamedBlock(namedPolicies, result) }
    : named;
}
