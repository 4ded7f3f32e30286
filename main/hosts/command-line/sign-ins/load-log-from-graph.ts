import { logsFromGraph } from "../../../app/sign-ins/logs-from-graph.ts";
import type { Result } from "../../../core/problem.ts";
import { grouped } from "../../../core/text/grouped.ts";
import type { SourceFile } from "../../../files/source-file.ts";
import type { Terminal } from "../command.ts";
import { graphConnection } from "../graph/connection.ts";
import type { LogChoice } from "./log-choice.ts";

/** Signs the person in, and reads the log of their tenant into a file that goes when it was read. How far it is stands on stderr. */
export async function loadLogFromGraph(
  { clientId, authority, days, ...way }: LogChoice,
  appIds: readonly string[],
  terminal: Terminal,
): Promise<Result<SourceFile>> {
  const connection = await graphConnection(way, terminal);
  const asked = { clientId, authority, how: way.how, remember: false, days, appIds };
  return logsFromGraph(connection, asked, Date.now(), (rows) =>
    terminal.stderr(`Read ${grouped(rows)} rows from Microsoft Graph\n`),
  );
}
