import { isGuid } from "../core/guid.ts";
import { type Result, succeed } from "../core/problem.ts";
import { eachPage, type GraphPorts } from "./get-all.ts";

/** The least that Graph documents for the log; the second shows which policies a row names. */
export const signInScopes: readonly string[] = ["AuditLog.Read.All", "Policy.Read.ConditionalAccess"];

export type SignInsAsked = {
  /** Application ids; what is no id is left out, and none at all asks for every application. */
  readonly appIds: readonly string[];
  readonly since: Date;
};

/** How far it is: which of both kinds, and how many rows of all that was read. */
export type SignInsRead = { readonly kind: "interactive" | "non-interactive"; readonly rows: number };

/** A page has a thousand rows, and Graph keeps a log for thirty days. */
const mostPages = 2000;

const kinds = [
  ["interactive", "interactiveUser"],
  ["non-interactive", "nonInteractiveUser"],
] as const;

/**
 * The sign-in log of a tenant, as `beta` writes it: v1.0 lacks the authentication details. Both kinds are asked for, because Graph
 * answers with interactive rows alone where nobody names the others, and Jamf Connect's checks are in either.
 * Source: https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta
 *
 * @param take gets the rows of a page as Graph writes them; the next page is asked for when it is done
 * @returns how many rows there were; problems as `eachPage`
 */
export async function readSignIns(
  ports: GraphPorts,
  asked: SignInsAsked,
  take: (rows: readonly unknown[], read: SignInsRead) => Promise<void>,
): Promise<Result<number>> {
  let all = 0;
  for (const [kind, eventType] of kinds) {
    const page = async (rows: readonly unknown[]) => {
      all += rows.length;
      await take(rows, { kind, rows: all });
    };
    const read = await eachPage(ports, pathOf(asked, eventType), "AuditLog.Read.All", page, mostPages);
    if (!read.ok) return read;
  }
  return succeed(all);
}

function pathOf({ appIds, since }: SignInsAsked, eventType: string): string {
  const ids = appIds.filter(isGuid).map((id) => `appId eq '${id.toLowerCase()}'`);
  const filter = [
    `createdDateTime ge ${since.toISOString().replace(/\.\d+Z$/u, "Z")}`,
    ...(ids.length === 0 ? [] : [`(${ids.join(" or ")})`]),
    `signInEventTypes/any(t: t eq '${eventType}')`,
  ].join(" and ");
  return `beta/auditLogs/signIns?$filter=${encodeURIComponent(filter)}&$top=1000`;
}
