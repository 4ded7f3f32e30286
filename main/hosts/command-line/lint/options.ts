import type { LintQuestion } from "../../../app/lint/lint-file.ts";
import { type Baseline, maximumBaselineBytes, readBaseline } from "../../../core/lint/baseline.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { inFile } from "../open-document.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("lint");

/** What a call of `lint` asks for. */
export type LintChoice = {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly jamfConnect: string | null;
  /** Files and folders of policies. */
  readonly policies: readonly string[];
  readonly baseline: string | null;
  readonly sarif: boolean;
  readonly fix: boolean;
  readonly dryRun: boolean;
};

/** Reads the call. Problem: `wrong-call`. */
export function readLintChoice({ positionals, options, json }: CommandCall): Result<LintChoice> {
  const flag = (name: string): boolean => options[name] === true;
  const given = options["policies"];
  const policies = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === "string");
  // `--policies A.json B.json` is one option and a positional to the parser; no profile is called so.
  const isPolicy = (path: string): boolean => policies.length > 0 && /\.json$/iu.test(path);
  const paths = positionals.filter((path) => !isPolicy(path));
  const version = textOf(options["jamf-connect"]);
  if (paths.length === 0) return fail(wrongCall("lint takes at least one file or folder.", usage));
  if (version !== null && !/^\d+(\.\d+){0,3}$/u.test(version))
    return fail(wrongCall("--jamf-connect takes a version such as 2.45.", usage));
  if (flag("dry-run") && !flag("fix")) return fail(wrongCall("--dry-run belongs to --fix.", usage));
  if (flag("sarif") && json) return fail(wrongCall("--sarif and --json are two formats: choose one.", usage));
  return succeed({
    paths,
    jamfConnect: version,
    policies: [...policies, ...positionals.filter(isPolicy)],
    baseline: textOf(options["baseline"]),
    sarif: flag("sarif"),
    fix: flag("fix"),
    dryRun: flag("dry-run"),
  });
}

/** Everything beside the profiles. Problems: those of the files, with their name. */
export async function readLintQuestion(
  { jamfConnect, policies, baseline }: LintChoice,
  terminal: Terminal,
): Promise<Result<LintQuestion>> {
  const known = baseline === null ? succeed(null) : await loadBaseline(baseline, terminal);
  if (!known.ok) return known;
  const today = new Date().toISOString().slice(0, 10);
  const question = { jamfConnect, today, baseline: known.value };
  if (policies.length === 0) return succeed({ ...question, tenant: null });
  const { loadEvaluationInput } = await import("../conditional-access/load-evaluation-input.ts");
  const tenant = await loadEvaluationInput({ policies, context: null, baselineScopes: "enforced" }, terminal);
  return tenant.ok ? succeed({ ...question, tenant: tenant.value }) : tenant;
}

async function loadBaseline(path: string, terminal: Terminal): Promise<Result<Baseline>> {
  const bytes = await terminal.readFile(path, maximumBaselineBytes);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  const json = parsed(bytes);
  if (!json.ok) return fail(inFile(notJson, path));
  const baseline = readBaseline(json.value);
  return baseline.ok ? baseline : fail(inFile(baseline.problem, path));
}

/** The reader's own message never comes out: it quotes what stands beside the fault. */
function parsed(bytes: Uint8Array): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return { ok: false };
  }
}

const notJson: Problem = {
  code: "baseline-invalid",
  title: "This baseline is not JSON.",
  detail: "A baseline is what an earlier lint --json printed.",
  fix: "Write it again: latchkey lint FILE… --json > baseline.json.",
};

function textOf(value: CommandCall["options"][string]): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
