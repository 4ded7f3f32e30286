import type { NamedRow, SignInClass, SignInNames } from "../core/sign-ins/index.ts";
import { type Database, quoted } from "./database.ts";

/** The rows that have any of these ids, of whatever application and time. */
export async function namedRows(
  database: Database,
  { requestIds, correlationIds }: SignInNames,
): Promise<readonly NamedRow[]> {
  const conditions = [
    isOneOf("lower(id)", requestIds),
    isOneOf("lower(requestId)", requestIds),
    isOneOf("lower(correlationId)", correlationIds),
  ].filter((condition) => condition !== null);
  if (conditions.length === 0) return [];
  const found = await database.rows(
    `SELECT lower(id), lower(requestId), lower(correlationId), "user", appId, class FROM good WHERE ${conditions.join(" OR ")}`,
  );
  return found.map(([id, requestId, correlationId, user, appId, signInClass]) => ({
    id: textOf(id),
    requestId: textOf(requestId),
    correlationId: textOf(correlationId),
    user: textOf(user),
    appId: textOf(appId),
    class: signInClass as SignInClass,
  }));
}

function isOneOf(expression: string, ids: readonly string[]): string | null {
  return ids.length === 0
    ? null
    : `${expression} IN (${ids.map((id) => quoted(id.toLowerCase())).join(", ")})`;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
