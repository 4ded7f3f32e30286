import { type Result, succeed } from "../core/problem.ts";
import type { PersonAtRisk } from "../core/sign-ins/risk.ts";
import { type GraphPorts, getAll } from "./get-all.ts";

/**
 * The least that Graph documents for who is at risk and for what was detected of them; the tenant needs Entra ID P2 for the first, and
 * the person a role as Security Reader.
 */
export const riskScopes: readonly string[] = ["IdentityRiskyUser.Read.All", "IdentityRiskEvent.Read.All"];

const path =
  "v1.0/identityProtection/riskyUsers?$filter=(riskState eq 'atRisk' or riskState eq 'confirmedCompromised')&$top=500";

/**
 * Everybody whom Entra ID Protection holds for at risk now.
 * Source: https://learn.microsoft.com/graph/api/riskyuser-list
 *
 * @returns problems as `getAll`
 */
export async function readRiskyUsers(ports: GraphPorts): Promise<Result<readonly PersonAtRisk[]>> {
  const read = await getAll(ports, path, "IdentityRiskyUser.Read.All");
  return read.ok ? succeed(read.value.flatMap(personIn)) : read;
}

function personIn(found: unknown): readonly PersonAtRisk[] {
  if (typeof found !== "object" || found === null) return [];
  const { id, userPrincipalName, riskLevel, riskState, riskLastUpdatedDateTime } = found as Readonly<
    Record<string, unknown>
  >;
  if (typeof userPrincipalName !== "string" || userPrincipalName === "") return [];
  return [
    {
      id: typeof id === "string" && id !== "" ? id : null,
      user: userPrincipalName.toLowerCase(),
      level: typeof riskLevel === "string" ? riskLevel : null,
      isConfirmed: riskState === "confirmedCompromised",
      changedAt: typeof riskLastUpdatedDateTime === "string" ? riskLastUpdatedDateTime : null,
    },
  ];
}
