import { isGuid } from "../../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import { everySelected, type RowFilter, type SignInDetail } from "../../../core/sign-ins/row-query.ts";
import type { SignInLog } from "../../../sign-in-logs/index.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { text } from "../test-run/options.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

/** One sign-in of a log, by what Entra names it; one of the two is given. */
export type WantedSignIn = { readonly correlationId: string | null; readonly requestId: string | null };

/** Reads `--correlation-id` and `--request-id`; null without them. Problem: `wrong-call`. */
export function readWantedSignIn(call: CommandCall, usage: string): Result<WantedSignIn | null> {
  const correlationId = text(call, "correlation-id");
  const requestId = text(call, "request-id");
  if (correlationId === null && requestId === null) return succeed(null);
  if (correlationId !== null && requestId !== null)
    return fail(wrongCall("Give --correlation-id or --request-id, not both.", usage));
  if (!isGuid(correlationId ?? requestId ?? ""))
    return fail(
      wrongCall("A sign-in is named by an id such as 0b0b0b0b-1111-4222-8333-444455556666.", usage),
    );
  if (call.options["csv"] === true || call.options["kql"] === true)
    return fail(wrongCall("--csv and --kql are about a whole log; leave out the id of a sign-in.", usage));
  return succeed({ correlationId, requestId });
}

/** A sign-in and its retries share a correlation id; there are never many. */
const most = 50;

/** Prints the rows of one sign-in, the newest first. Exit code 1 where the log has none. */
export async function printSignIn(
  log: SignInLog,
  { correlationId, requestId }: WantedSignIn,
  filter: RowFilter,
  json: boolean,
  terminal: Terminal,
): Promise<ExitCode | Problem> {
  const search = correlationId ?? requestId ?? "";
  const page = await log.rows({
    ...{ ...everySelected, filter, search, sort: "at", descending: true },
    ...{ offset: 0, limit: most },
  });
  if (!page.ok) return page.problem;
  const found: SignInDetail[] = [];
  for (const { row } of page.value.rows) {
    const detail = await log.row(row);
    if (!detail.ok) return detail.problem;
    if (detail.value !== null) found.push(detail.value);
  }
  if (json) terminal.stdout(`${JSON.stringify({ total: page.value.total, rows: found })}\n`);
  else terminal.stdout(found.length === 0 ? noRow : `${found.map(signInText).join("\n")}\n`);
  return found.length === 0 ? 1 : 0;
}

const noRow =
  "The log has no row of this sign-in. Rows mostly arrive within two minutes, and some after fifteen.\n";

/** One sign-in as lines to read; what the row does not say is left out. */
function signInText({ row, policies, steps, scopes }: SignInDetail): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Time", row.at],
    ["Class", row.class],
    ["Code", String(row.code)],
    ["Reason", row.reason],
    ["User", row.user ?? row.userName],
    ["Application", row.app ?? row.appId],
    ["Resource", row.resource],
    ["Requirement", row.requirement],
    ["Protocol", row.protocol],
    [
      "Policies",
      policies.map(({ name, result }) => `${name}${result === null ? "" : ` (${result})`}`).join(", "),
    ],
    ["Steps", steps.map(({ method, detail, result }) => detail ?? result ?? method ?? "").join(", ")],
    ["Scopes", scopes],
    ["Address", row.ip],
    ["Request id", row.id],
    ["Correlation id", row.correlationId],
  ];
  return facts
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name.padEnd(16)}${oneLine(value ?? "")}\n`)
    .join("");
}
