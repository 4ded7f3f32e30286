import type {
  BaselineScopes,
  ConditionalAccessAnswer,
  SignInAnswer,
} from "../../../core/conditional-access/index.ts";
import type { Finding } from "../../../core/finding.ts";
import { type Result, succeed } from "../../../core/problem.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";
import type { LoginResult } from "../../../core/verdict/login-result.ts";
import { comparePrediction } from "../../../core/verdict/paired/prediction.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { text } from "./options.ts";

/** What policies predict beside a live result: one entry for each sign-in that was tested. */
export type Predicted = {
  readonly recipe: string | null;
  readonly signIns: readonly Pick<
    SignInAnswer,
    "id" | "resource" | "resourceName" | "verdict" | "policies"
  >[];
};

export type Tested = { readonly login: TestSettings | null; readonly check: TestSettings | null };

/** Evaluates the policies of `--policies` for the settings under test; null where none are named. */
export async function predict(
  paths: readonly string[],
  tested: Tested,
  call: CommandCall,
  terminal: Terminal,
): Promise<Result<Predicted | null>> {
  if (paths.length === 0) return succeed(null);
  const conditional = await import("../../../core/conditional-access/index.ts");
  const { loadPolicies } = await import("../conditional-access/load-policies.ts");
  const loaded = await loadPolicies(paths, terminal);
  if (!loaded.ok) return loaded;
  const context = await loadContext(call, terminal);
  if (!context.ok) return context;
  const answer = conditional.explainConditionalAccess({
    policies: loaded.value.policies,
    login: tested.login === null ? null : conditional.loginWindowSignIn(tested.login),
    check: tested.check === null ? null : conditional.passwordCheckSignIn(tested.check),
    facts: context.value.facts,
    baselineScopes: baseline(call),
    macs: context.value.macs,
    checkMinutes: context.value.checkMinutes,
    inputFindings: [...loaded.value.findings, ...context.value.findings],
  });
  return succeed(shorten(answer));
}

/** A live result with the prediction beside it; a difference becomes a finding. */
export function withPrediction(result: LoginResult, predicted: Predicted | null): LoginResult {
  const id = result.kind === "oidc" ? "login-window" : "password-check";
  const found = predicted?.signIns.find((signIn) => signIn.id === id);
  if (found === undefined) return result;
  const findings: readonly Finding[] = comparePrediction(found.verdict, result);
  const { mfa, blocked, text: sentence } = found.verdict;
  const prediction = { mfa, blocked, text: sentence, policies: found.policies };
  return { ...result, prediction, findings: [...result.findings, ...findings] };
}

function shorten({ recipe, signIns }: ConditionalAccessAnswer): Predicted {
  return {
    recipe,
    signIns: signIns.map(({ id, resource, resourceName, verdict, policies }) => ({
      id,
      resource,
      resourceName,
      verdict,
      policies: policies.filter((policy) => policy.applies !== "no"),
    })),
  };
}

async function loadContext(call: CommandCall, terminal: Terminal) {
  const { EMPTY_CONTEXT, readContext } = await import("../../../core/conditional-access/index.ts");
  const path = text(call, "context");
  if (path === null) return succeed(EMPTY_CONTEXT);
  const bytes = await terminal.readFile(path);
  return bytes instanceof Uint8Array ? readContext(bytes, path) : ({ ok: false, problem: bytes } as const);
}

function baseline(call: CommandCall): BaselineScopes {
  const value = text(call, "baseline-scopes");
  if (value === null || value === "enforced") return "enforced";
  return value === "legacy" ? "legacy" : { placeholder: value.toLowerCase() };
}
