import { withNeighbours } from "../../../app/policies/gather-policies.ts";
import type { LoadedPolicies } from "../../../app/policies/policy-files.ts";
import {
  type BaselineScopes,
  type Context,
  EMPTY_CONTEXT,
  readContext,
} from "../../../core/conditional-access/index.ts";
import { maximumContextBytes } from "../../../core/conditional-access/limits.ts";
import type { TenantEvaluationInput } from "../../../core/pair/predict.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { Terminal } from "../command.ts";
import { loadPolicies } from "./load-policies.ts";

/** What a call says about the tenant and the person. */
export type TenantChoice = {
  /** Files and folders of policies. */
  readonly policies: readonly string[];
  /** File with what is known of person, device and place; null for nothing. */
  readonly context: string | null;
  readonly baselineScopes: BaselineScopes;
};

/** Everything that a prediction rests on beside the profile. Problems: those of the files. */
export async function loadEvaluationInput(
  choice: TenantChoice,
  terminal: Terminal,
): Promise<Result<TenantEvaluationInput>> {
  const context = await loadContext(choice.context, terminal);
  if (!context.ok) return context;
  const loaded = await loadPolicies(choice.policies, terminal);
  if (!loaded.ok) return loaded;
  return succeed(inputOf(loaded.value, context.value, choice.baselineScopes));
}

/** Policies, what is known of a sign-in, and the tenant's setting, as a prediction takes them. */
export function inputOf(
  loaded: LoadedPolicies,
  { facts, macs, checkMinutes, findings }: Context,
  baselineScopes: BaselineScopes,
): TenantEvaluationInput {
  return {
    policies: loaded.policies,
    facts: withNeighbours(loaded, facts),
    baselineScopes,
    macs,
    checkMinutes,
    inputFindings: [...loaded.findings, ...findings],
  };
}

/** Reads the file of `--context`; without one nothing is known. Problems: those of the file, `wrong-context`. */
export async function loadContext(path: string | null, terminal: Terminal): Promise<Result<Context>> {
  if (path === null) return succeed(EMPTY_CONTEXT);
  const bytes = await terminal.readFile(path, maximumContextBytes);
  return bytes instanceof Uint8Array ? readContext(bytes, path) : fail(bytes);
}
