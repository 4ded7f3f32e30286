import type { BaselineScopes } from "../../../core/conditional-access/index.ts";
import { maximumContextBytes } from "../../../core/conditional-access/limits.ts";
import type { Tested } from "../../../core/pair/predict.ts";
import type { Predicted } from "../../../core/pair/with-prediction.ts";
import { type Result, succeed } from "../../../core/problem.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { text } from "./options.ts";

/** Evaluates the policies of `--policies` for the settings under test; null where none are named. */
export async function predictFromFiles(
  paths: readonly string[],
  tested: Tested,
  call: CommandCall,
  terminal: Terminal,
): Promise<Result<Predicted | null>> {
  if (paths.length === 0) return succeed(null);
  const { predict } = await import("../../../core/pair/predict.ts");
  const { loadPolicies } = await import("../conditional-access/load-policies.ts");
  const loaded = await loadPolicies(paths, terminal);
  if (!loaded.ok) return loaded;
  const context = await loadContext(call, terminal);
  if (!context.ok) return context;
  const known = {
    policies: loaded.value.policies,
    facts: context.value.facts,
    baselineScopes: baseline(call),
    macs: context.value.macs,
    checkMinutes: context.value.checkMinutes,
    inputFindings: [...loaded.value.findings, ...context.value.findings],
  };
  return succeed(predict(tested, known));
}

async function loadContext(call: CommandCall, terminal: Terminal) {
  const { EMPTY_CONTEXT, readContext } = await import("../../../core/conditional-access/index.ts");
  const path = text(call, "context");
  if (path === null) return succeed(EMPTY_CONTEXT);
  const bytes = await terminal.readFile(path, maximumContextBytes);
  return bytes instanceof Uint8Array ? readContext(bytes, path) : ({ ok: false, problem: bytes } as const);
}

function baseline(call: CommandCall): BaselineScopes {
  const value = text(call, "baseline-scopes");
  if (value === null || value === "enforced") return "enforced";
  return value === "legacy" ? "legacy" : { placeholder: value.toLowerCase() };
}
