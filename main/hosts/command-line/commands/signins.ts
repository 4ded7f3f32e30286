import { isGuid } from "../../../core/guid.ts";
import { type Problem, type Result, succeed } from "../../../core/problem.ts";
import { kqlOf } from "../../../core/sign-ins/kql.ts";
import type { SignInReport } from "../../../core/sign-ins/report.ts";
import type { PeopleAtRisk } from "../../../core/sign-ins/risk.ts";
import { allRows, everySelected, type RowFilter } from "../../../core/sign-ins/row-query.ts";
import { readSince } from "../../../core/sign-ins/since.ts";
import type { SignInLog } from "../../../sign-in-logs/index.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { readLogChoice } from "../sign-ins/log-choice.ts";
import { reportText } from "../sign-ins/report-text.ts";
import { printSignIn, readWantedSignIn, type WantedSignIn } from "../sign-ins/wanted-sign-in.ts";
import { list, text } from "../test-run/options.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("signins");

/**
 * `signins`: what a sign-in log says once correct passwords are told from failures (design section 7). Exit code 2 where a
 * file could not be read; the others are still reported.
 */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const appIds = list(call, "app-id");
  const asCsv = call.options["csv"] === true;
  const given = text(call, "since");
  const since = given === null ? null : readSince(given);
  if (given !== null && since === null) {
    return wrongCall(
      "--since takes a date such as 2026-11-09, or a time such as 2026-11-09T08:00:00Z.",
      usage,
    );
  }
  const wanted = readWantedSignIn(call, usage);
  if (!wanted.ok) return wanted.problem;
  if (call.options["kql"] === true) return printKql(call, terminal, appIds, since);
  if (asCsv && call.json) return wrongCall("Give --json or --csv, not both.", usage);
  const filter = { ...allRows, appIds, since };
  const graph = readLogChoice(call, usage);
  if (!graph.ok) return graph.problem;
  if (graph.value === null) {
    return call.positionals.length === 0
      ? wrongCall("Give at least one log, a file or a folder.", usage)
      : readLogs(call.positionals, call, terminal, filter, wanted.value);
  }
  const { loadLogFromGraph } = await import("../sign-ins/load-log-from-graph.ts");
  const source = await loadLogFromGraph(graph.value, appIds, wanted.value, terminal);
  if (!source.ok) return source.problem;
  const { file, atRisk } = source.value;
  const risk = atRisk?.ok === true ? atRisk.value : null;
  const problem = atRisk?.ok === false ? atRisk.problem : (risk?.unread ?? null);
  if (problem !== null) terminal.stderr(problemLine(problem));
  return file.atPath((path) => readLogs([path], call, terminal, filter, wanted.value, risk));
}

function printKql(
  call: CommandCall,
  terminal: Terminal,
  appIds: readonly string[],
  since: number | null,
): ExitCode | Problem {
  if (call.positionals.length > 0) return wrongCall("--kql prints a query and reads no log.", usage);
  if (call.options["client-id"] !== undefined)
    return wrongCall("--kql prints a query, and --client-id reads a log.", usage);
  if (call.options["csv"] === true) return wrongCall("--kql prints a query, and --csv rows of a log.", usage);
  const wrong = appIds.find((id) => !isGuid(id));
  if (wrong !== undefined) {
    return wrongCall(
      `--app-id ${oneLine(wrong).slice(0, 60)} is no application id as 0a0a0a0a-1111-4222-8333-444455556666, and the query would leave it out.`,
      usage,
    );
  }
  const kql = kqlOf(appIds, since);
  terminal.stdout(call.json ? `${JSON.stringify({ kql })}\n` : kql);
  return 0;
}

async function readLogs(
  paths: readonly string[],
  { json, options }: CommandCall,
  terminal: Terminal,
  filter: RowFilter,
  wanted: WantedSignIn | null,
  risk: PeopleAtRisk | null = null,
): Promise<ExitCode | Problem> {
  const { loadLogs } = await import("../../../app/sign-ins/load-logs.ts");
  const loaded = await loadLogs(paths, ({ name, file, files }) => {
    if (files > 1) terminal.stderr(`Reading ${file} of ${files}: ${oneLine(name)}\n`);
  });
  if (!loaded.ok) return loaded.problem;
  const { log, files, problems } = loaded.value;
  try {
    const [first] = problems;
    if (files === 0 && first !== undefined && problems.length === 1) return first;
    for (const problem of problems) {
      terminal.stderr(problemLine(problem));
    }
    if (files === 0) return 2;
    if (wanted !== null) {
      const printed = await printSignIn(log, wanted, filter, json, terminal);
      return printed === 0 && problems.length > 0 ? 2 : printed;
    }
    const answered =
      options["csv"] === true
        ? await log.csv({ ...everySelected, filter }, async (piece) => {
            terminal.stdout(piece);
            await terminal.drained?.();
          })
        : await reported(log, filter, risk);
    if (!answered.ok) return answered.problem;
    if (answered.value !== null) print(answered.value, json, terminal);
    return problems.length > 0 ? 2 : 0;
  } finally {
    await log.close();
  }
}

async function reported(
  log: SignInLog,
  filter: RowFilter,
  risk: PeopleAtRisk | null,
): Promise<Result<SignInReport>> {
  const found = await log.report(filter, null);
  if (!found.ok) return found;
  if (risk === null) return succeed(found.value.report);
  const { withRisk } = await import("../../../app/sign-ins/with-risk.ts");
  return withRisk(log, filter, found.value.report, risk);
}

function problemLine({ title, detail, fix }: Problem): string {
  return `latchkey: ${oneLine(`${title} ${detail} ${fix}`)}\n`;
}

function print(report: SignInReport, json: boolean, terminal: Terminal): void {
  terminal.stdout(json ? `${JSON.stringify(report)}\n` : reportText(report));
}
