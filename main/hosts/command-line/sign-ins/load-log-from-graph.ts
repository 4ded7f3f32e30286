import { type LogFromGraph, logsFromGraph, signInFromGraph } from "../../../app/sign-ins/logs-from-graph.ts";
import { type Result, succeed } from "../../../core/problem.ts";
import { grouped } from "../../../core/text/grouped.ts";
import type { Terminal } from "../command.ts";
import { graphConnection } from "../graph/connection.ts";
import type { LogChoice } from "./log-choice.ts";
import type { WantedSignIn } from "./wanted-sign-in.ts";

/** Signs the person in, and reads the log of their tenant into a file that goes when it was read. How far it is stands on stderr. */
export async function loadLogFromGraph(
  { clientId, authority, days, risk, ...way }: LogChoice,
  appIds: readonly string[],
  wanted: WantedSignIn | null,
  terminal: Terminal,
): Promise<Result<LogFromGraph>> {
  const connection = await graphConnection(way, terminal);
  const asked = { clientId, authority, how: way.how, remember: false };
  if (wanted !== null) {
    const file = await signInFromGraph(connection, { ...asked, ...wanted }, (time, of) =>
      terminal.stderr(`Asking for the sign-in, ${time} of ${of} times\n`),
    );
    return file.ok ? succeed({ file: file.value, atRisk: null }) : file;
  }
  return logsFromGraph(connection, { ...asked, days, appIds, risk }, Date.now(), (rows) =>
    terminal.stderr(`Read ${grouped(rows)} rows from Microsoft Graph\n`),
  );
}
