import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { PeopleAtRisk } from "../../core/sign-ins/risk.ts";
import type { SourceFile } from "../../files/source-file.ts";
import type { GraphAsked, GraphConnection } from "../graph/graph-connection.ts";

/** Graph keeps a log for as many days, and for fewer without a licence. */
export const mostDays = 30;

export type LogsAsked = GraphAsked & {
  readonly days: number;
  /** Applications to ask about; none asks about all. Ids that are none are left out. */
  readonly appIds: readonly string[];
  /** Whether Entra ID Protection is asked, too, who is at risk: one more permission, and a licence of its own. */
  readonly risk: boolean;
};

/** The log as a file, and who is at risk by which detections, or why that could not be read; null where nobody asked. */
export type LogFromGraph = {
  readonly file: SourceFile;
  readonly atRisk: Result<PeopleAtRisk> | null;
};

const dayMs = 86_400_000;

/**
 * Reads the last days of a tenant's sign-in log from Microsoft Graph, page by page into a file that only its owner can read; a log reads
 * that as any other, and it goes when it was read.
 *
 * @param told how many rows are there
 * @returns problems: those of Graph, `no-app-id` where applications are named and none by its id, `graph-no-sign-ins`
 */
export async function logsFromGraph(
  connection: GraphConnection,
  { days, appIds, risk, ...asked }: LogsAsked,
  now: number,
  told: (rows: number) => void = () => undefined,
): Promise<Result<LogFromGraph>> {
  if (appIds.length > 0 && !appIds.some(isGuid)) return fail(noAppId);
  const { readSignIns, riskScopes, signInScopes } = await import("../../graph/index.ts");
  const { rowsFile } = await import("../../sign-in-logs/index.ts");
  const since = new Date(now - days * dayMs);
  const need = { scopes: [...signInScopes, ...(risk ? riskScopes : [])], purpose: "sign-ins" } as const;
  const { checkedUser, readRisk } = await import("./read-risk.ts");
  const checked = new Set<string>();
  let atRisk: LogFromGraph["atRisk"] = null;
  const file = await rowsFile("Microsoft Graph", async (write) => {
    const read = await connection.use(asked, need, async (graph, _session, tell) => {
      const rows = await readSignIns(graph, { appIds, since }, async (page, { rows: all }) => {
        await write(page);
        for (const row of page) {
          const user = risk ? checkedUser(row) : null;
          if (user !== null) checked.add(user);
        }
        tell({ rows: all });
        told(all);
      });
      // The log is there whether or not the tenant has a licence for the other.
      if (risk && rows.ok) atRisk = await readRisk(graph, checked);
      return rows;
    });
    return read.ok && read.value === 0 ? fail(noRows(days, appIds)) : read;
  });
  return file.ok ? succeed({ file: file.value, atRisk }) : file;
}

/** What names a sign-in: an answer of Entra brings both, a row of the log too. */
export type SignInAsked = GraphAsked & {
  readonly correlationId: string | null;
  readonly requestId: string | null;
};

/**
 * Waits for the row of one sign-in, such as a test that was just run, and hands it over as a log of that row. A log has most rows after
 * two minutes, and some after a quarter of an hour.
 *
 * @param told how often the log was asked, of how many times
 * @returns problems: those of Graph, `no-sign-in-id`, `sign-in-not-in-log`
 */
export async function signInFromGraph(
  connection: GraphConnection,
  { correlationId, requestId, ...asked }: SignInAsked,
  told: (time: number, of: number) => void = () => undefined,
): Promise<Result<SourceFile>> {
  if (![correlationId, requestId].some((id) => id !== null && isGuid(id))) return fail(noId);
  const { waitForSignIn, signInScopes } = await import("../../graph/index.ts");
  const { rowsFile } = await import("../../sign-in-logs/index.ts");
  const need = { scopes: signInScopes, purpose: "sign-ins" } as const;
  return rowsFile("Microsoft Graph", async (write) => {
    const found = await connection.use(asked, need, (graph, _session, tell) =>
      waitForSignIn(graph, { correlationId, requestId }, (time, of) => {
        tell({ tries: { time, of } });
        told(time, of);
      }),
    );
    if (!found.ok) return found;
    if (found.value === null) return fail(notInLog);
    await write([found.value]);
    return found;
  });
}

const noId: Problem = {
  code: "no-sign-in-id",
  title: "A sign-in is found by its request id or its correlation id.",
  detail: "Neither is an id such as 0b0b0b0b-1111-4222-8333-444455556666.",
  fix: "Take the id from the answer of Entra, or from the result of the test.",
};

const notInLog: Problem = {
  code: "sign-in-not-in-log",
  title: "The log does not have this sign-in, or not yet.",
  detail:
    "It was asked ten times in a quarter of an hour, for interactive sign-ins and others. Most rows arrive within two minutes.",
  fix: "Check that the test went to this tenant. Ask again later, or look in the Entra admin center by its correlation ID.",
};

const noAppId: Problem = {
  code: "no-app-id",
  title: "The applications are not named by their ids.",
  detail:
    "Microsoft Graph is asked for the sign-ins of applications by their ids, such as 0a0a0a0a-1111-4222-8333-444455556666.",
  fix: "Correct OIDCClientID and OIDCROPGID of the profile, or read without a profile.",
};

function noRows(days: number, appIds: readonly string[]): Problem {
  const apps = appIds.length === 0 ? "any application" : appIds.join(", ");
  return {
    code: "graph-no-sign-ins",
    title: "Microsoft Graph has no such sign-ins.",
    detail: `It was asked for ${days === 1 ? "the last day" : `the last ${days} days`} of ${apps}, interactive and not. New sign-ins mostly arrive within two minutes, and some after fifteen.`,
    fix: "Wait a little, or ask for more days. Check the ids of the applications.",
  };
}
