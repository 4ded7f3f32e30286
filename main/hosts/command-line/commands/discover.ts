import { checkSettings } from "../../../app/runs/check-settings.ts";
import type { Finding } from "../../../core/finding.ts";
import { type Problem, type Result, succeed } from "../../../core/problem.ts";
import { testSettings } from "../../../core/profile/index.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { firstStep, stopSentences } from "../finding-line.ts";
import { openDocument } from "../open-document.ts";
import { loginContext } from "../test-run/context.ts";
import { readNetworkChoice } from "../test-run/options.ts";
import { oneLine } from "../text.ts";

const usage = usageOf("discover");

/** One half of the answer of `discover`. */
type Half = {
  readonly url: string | null;
  readonly ok: boolean;
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly findings: readonly Finding[];
};

/** `discover`: reads the discovery documents of both logins and checks them. No password is involved. */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const choice = readNetworkChoice(call, usage);
  if (!choice.ok) return choice.problem;
  const opened = await openDocument(choice.value.profile, terminal);
  if (!opened.ok) return opened.problem;
  const { document } = opened.value;
  const login = testSettings(document, "login", "sign-in");
  const chosen = checkSettings(document, null);
  const check = chosen.ok ? succeed(chosen.value.settings) : chosen;
  if (!login.ok && !check.ok) return login.problem;
  const context = await loginContext(choice.value, terminal, new AbortController().signal, false);
  const { probe } = await import("../../../login/probe.ts");
  const half = (kind: "oidc" | "ropg", settings: Result<TestSettings>): Promise<Half> | Half =>
    settings.ok ? probe(kind, settings.value, context) : missing(settings.problem);
  const answer = { oidc: await half("oidc", login), ropg: await half("ropg", check) };
  terminal.stdout(call.json ? `${JSON.stringify(answer)}\n` : text(answer));
  const asked = [login.ok ? answer.oidc : null, check.ok ? answer.ropg : null].filter((one) => one !== null);
  if (asked.every((one) => one.ok)) return 0;
  for (const line of new Set(asked.flatMap(lines))) terminal.stderr(line);
  return asked.some((one) => one.document !== null) ? 1 : 2;
}

function missing(problem: Problem): Half {
  const { code, title, detail, fix } = problem;
  const finding: Finding = {
    rule: code,
    severity: "info",
    certainty: "documented",
    title,
    detail,
    where: {},
    fix: { label: "What to do", steps: [fix] },
  };
  return { url: null, ok: false, document: null, findings: [finding] };
}

function text(answer: { readonly oidc: Half; readonly ropg: Half }): string {
  const rows = [
    ["Login", answer.oidc],
    ["Password check", answer.ropg],
  ] as const;
  return rows
    .flatMap(([name, half]) => [
      `${name}: ${half.ok ? "the discovery document is usable" : "no usable discovery document"}. ${half.url ?? ""}`,
      ...half.findings.map((finding) => `  ${finding.severity}: ${finding.title} ${finding.detail}`),
    ])
    .map((row) => `${row.startsWith("  ") ? "  " : ""}${oneLine(row)}\n`)
    .join("");
}

/** What is wrong with one document, a line for each finding. Both logins often share the document, and so the lines. */
function lines({ url, findings }: Half): readonly string[] {
  return findings.map((finding) =>
    stopSentences([`${url === null ? "" : `${url}: `}${finding.title}`, finding.detail, firstStep(finding)]),
  );
}
