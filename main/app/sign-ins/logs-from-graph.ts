import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result } from "../../core/problem.ts";
import type { SourceFile } from "../../files/source-file.ts";
import type { GraphAsked, GraphConnection } from "../graph/graph-connection.ts";

/** Graph keeps a log for as many days, and for fewer without a licence. */
export const mostDays = 30;

export type LogsAsked = GraphAsked & {
  readonly days: number;
  /** Applications to ask about; none asks about all. Ids that are none are left out. */
  readonly appIds: readonly string[];
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
  { days, appIds, ...asked }: LogsAsked,
  now: number,
  told: (rows: number) => void = () => undefined,
): Promise<Result<SourceFile>> {
  if (appIds.length > 0 && !appIds.some(isGuid)) return fail(noAppId);
  const { readSignIns, signInScopes } = await import("../../graph/index.ts");
  const { rowsFile } = await import("../../sign-in-logs/index.ts");
  const since = new Date(now - days * dayMs);
  return rowsFile("Microsoft Graph", async (write) => {
    const read = await connection.use(
      asked,
      { scopes: signInScopes, purpose: "sign-ins" },
      (graph, _session, tell) =>
        readSignIns(graph, { appIds, since }, async (rows, { rows: all }) => {
          await write(rows);
          tell(all);
          told(all);
        }),
    );
    return read.ok && read.value === 0 ? fail(noRows(days, appIds)) : read;
  });
}

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
