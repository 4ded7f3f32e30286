import { type Result, succeed } from "../../core/problem.ts";
import { classOf } from "../../core/sign-ins/index.ts";
import { mostAtRisk, type PeopleAtRisk, type PersonAtRisk } from "../../core/sign-ins/risk.ts";
import type { GraphPorts } from "../../graph/index.ts";

/**
 * Who is at risk, those first who have correct passwords in the log that met MFA, and what was detected of the first of those. To know
 * the people needs less than to know their detections, so that they count where the other is refused.
 *
 * @param checked people with such rows, in small letters
 * @returns problems of Graph, of the people
 */
export async function readRisk(
  ports: GraphPorts,
  checked: ReadonlySet<string>,
): Promise<Result<PeopleAtRisk>> {
  const { readRiskDetections, readRiskyUsers } = await import("../../graph/index.ts");
  const graph: GraphPorts = { ...ports, purpose: "risk" };
  const read = await readRiskyUsers(graph);
  if (!read.ok) return read;
  const isChecked = ({ user }: PersonAtRisk) => checked.has(user);
  const first = read.value.filter(isChecked);
  const people = [...first, ...read.value.filter((person) => !isChecked(person))];
  const ids = first.slice(0, mostAtRisk).flatMap(({ id }) => id ?? []);
  const found = await readRiskDetections(graph, ids);
  return succeed(
    found.ok
      ? { people, detections: found.value, unread: null }
      : { people, detections: new Map(), unread: found.problem },
  );
}

/**
 * The person of a row of Graph that is a correct password that met MFA.
 *
 * @returns in small letters; null where it is none, or nobody's
 */
export function checkedUser(row: unknown): string | null {
  if (typeof row !== "object" || row === null) return null;
  const { userPrincipalName, status } = row as Readonly<Record<string, unknown>>;
  if (typeof userPrincipalName !== "string" || typeof status !== "object" || status === null) return null;
  const code: unknown = new Map<string, unknown>(Object.entries(status)).get("errorCode");
  return typeof code === "number" && classOf(code) === "password-correct-mfa"
    ? userPrincipalName.toLowerCase()
    : null;
}
