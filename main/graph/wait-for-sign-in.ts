import { isGuid } from "../core/guid.ts";
import { type Result, succeed } from "../core/problem.ts";
import { type GraphPorts, getAll } from "./get-all.ts";

/** What an answer of Entra names itself by. */
export type SignInIds = { readonly correlationId: string | null; readonly requestId: string | null };

/**
 * Seconds before each time that the log is asked; the test may be of yesterday. Microsoft says that rows mostly arrive within two minutes, and some after fifteen.
 * Source: https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-latencies
 */
const pauses = [0, 15, 30, 30, 60, 60, 120, 120, 180, 300] as const;

const eventTypes = ["interactiveUser", "nonInteractiveUser"] as const;

/**
 * The row of one sign-in, as soon as the log has it.
 *
 * @param tell told before each time that it is asked, from 1 on
 * @returns null where it has not arrived after a quarter of an hour, or where there is no id to look for; problems as `getAll`
 */
export async function waitForSignIn(
  ports: GraphPorts,
  ids: SignInIds,
  tell: (time: number, of: number) => void = () => undefined,
): Promise<Result<unknown>> {
  const wanted = wantedOf(ids);
  if (wanted === null) return succeed(null);
  for (const [index, seconds] of pauses.entries()) {
    if (seconds > 0) await ports.wait(seconds * 1000, ports.signal);
    tell(index + 1, pauses.length);
    for (const eventType of eventTypes) {
      const filter = `${wanted} and signInEventTypes/any(t: t eq '${eventType}')`;
      const path = `beta/auditLogs/signIns?$filter=${encodeURIComponent(filter)}&$top=10`;
      const found = await getAll(ports, path, "AuditLog.Read.All");
      if (!found.ok) return found;
      const row = found.value.find((each) => isThe(each, ids)) ?? found.value[0];
      if (row !== undefined) return succeed(row);
    }
  }
  return succeed(null);
}

/** The id of a row is the one of its request; several requests can share a correlation id. */
function wantedOf({ correlationId, requestId }: SignInIds): string | null {
  if (correlationId !== null && isGuid(correlationId)) return `correlationId eq '${correlationId}'`;
  return requestId !== null && isGuid(requestId) ? `id eq '${requestId}'` : null;
}

function isThe(row: unknown, { requestId }: SignInIds): boolean {
  return typeof row === "object" && row !== null && "id" in row && row.id === requestId;
}
