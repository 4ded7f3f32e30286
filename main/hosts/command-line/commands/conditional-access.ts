import {
  type BaselineScopes,
  type Context,
  EMPTY_CONTEXT,
  explainConditionalAccess,
  readContext,
} from "../../../core/conditional-access/index.ts";
import { maximumContextBytes } from "../../../core/conditional-access/limits.ts";
import { type Problem, type Result, succeed } from "../../../core/problem.ts";
import type { Command, CommandCall, ExitCode, Terminal } from "../command.ts";
import { answerText } from "../conditional-access/answer-text.ts";
import { loadPolicies } from "../conditional-access/load-policies.ts";
import { loadSignIns } from "../conditional-access/load-sign-ins.ts";
import { wrongCall } from "../wrong-call.ts";

const usage =
  "conditional-access POLICIES… --profile FILE [--context FILE] [--baseline-scopes enforced|legacy|APPID]";
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/**
 * `conditional-access`: which policy hits the login, which hits the password check (design section 6). Exit code 1
 * with a finding of severity error.
 */
export const command: Command = {
  name: "conditional-access",
  usage,
  summary: "Say which Conditional Access policy hits the login and which the password check",
  options: {
    profile: {
      type: "string",
      value: "FILE",
      description: "Profile with the settings of both sign-ins; can be repeated",
      multiple: true,
    },
    context: {
      type: "string",
      value: "FILE",
      description: "What is known of person, device and place, as JSON",
    },
    "baseline-scopes": {
      type: "string",
      value: "enforced|legacy|APPID",
      description: "How Entra treats the basic scopes; enforced if left out",
    },
  },
  run,
};

async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const profiles = listOf(call.options["profile"]);
  if (call.positionals.length === 0) return wrongCall("Give at least one file or folder of policies.", usage);
  if (profiles.length === 0) return wrongCall("--profile is missing.", usage);
  const baselineScopes = readSetting(call.options["baseline-scopes"]);
  if (baselineScopes === null) {
    return wrongCall(
      "--baseline-scopes takes enforced, legacy, or the app id of the placeholder app.",
      usage,
    );
  }
  const context = await loadContext(call.options["context"], terminal);
  if (!context.ok) return context.problem;
  const signIns = await loadSignIns(profiles, terminal);
  if (!signIns.ok) return signIns.problem;
  const loaded = await loadPolicies(call.positionals, terminal);
  if (!loaded.ok) return loaded.problem;
  const answer = explainConditionalAccess({
    policies: loaded.value.policies,
    login: signIns.value.login,
    check: signIns.value.check,
    facts: context.value.facts,
    baselineScopes,
    macs: context.value.macs,
    checkMinutes: context.value.checkMinutes ?? signIns.value.checkMinutes,
    inputFindings: [...loaded.value.findings, ...context.value.findings, ...signIns.value.findings],
  });
  terminal.stdout(call.json ? `${JSON.stringify(answer)}\n` : answerText(answer));
  return answer.findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

function listOf(value: CommandCall["options"][string]): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string");
}

function readSetting(value: CommandCall["options"][string]): BaselineScopes | null {
  if (value === undefined) return "enforced";
  if (value === "enforced" || value === "legacy") return value;
  return typeof value === "string" && GUID.test(value) ? { placeholder: value.toLowerCase() } : null;
}

async function loadContext(
  value: CommandCall["options"][string],
  terminal: Terminal,
): Promise<Result<Context>> {
  if (typeof value !== "string") return succeed(EMPTY_CONTEXT);
  const bytes = await terminal.readFile(value, maximumContextBytes);
  return bytes instanceof Uint8Array ? readContext(bytes, value) : { ok: false, problem: bytes };
}
