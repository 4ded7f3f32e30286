import { isGuid } from "../core/guid.ts";
import { type Result, succeed } from "../core/problem.ts";
import type { RiskDetection } from "../core/sign-ins/risk-detections.ts";
import { type GraphPorts, getAll } from "./get-all.ts";

/** The least that Graph documents for it; the tenant needs Entra ID P1 or P2, and the person a role as Security Reader. */
const scope = "IdentityRiskEvent.Read.All";

/** Of so many people in one request: the address stays short, and Graph is asked seldom. */
const together = 10;

/** What somebody has settled does not raise a risk any more. */
const settled: ReadonlySet<unknown> = new Set(["confirmedSafe", "remediated", "dismissed"]);

/**
 * What Entra ID Protection has detected of some people and nobody has settled, of whatever time: what is older than a log may hold
 * somebody at risk as well. Who has none has an empty list.
 * Sources: https://learn.microsoft.com/graph/api/riskdetection-list, https://learn.microsoft.com/graph/api/resources/riskdetection
 *
 * @param ids object ids; others are left out
 * @returns by object id as it was given; problems as `getAll`
 */
export async function readRiskDetections(
  ports: GraphPorts,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, readonly RiskDetection[]>>> {
  const asked = ids.filter(isGuid);
  const found = new Map<string, RiskDetection[]>(asked.map((id) => [id, []]));
  const byUser = new Map(asked.map((id) => [id.toLowerCase(), found.get(id)]));
  for (let from = 0; from < asked.length; from += together) {
    const read = await getAll(ports, pathOf(asked.slice(from, from + together)), scope);
    if (!read.ok) return read;
    read.value.forEach((object, index) => {
      const members = new Map(Object.entries(typeof object === "object" && object !== null ? object : {}));
      if (settled.has(members.get("riskState"))) return;
      const of = byUser.get(text(members.get("userId"))?.toLowerCase() ?? "");
      of?.push(detectionIn(members, `${from}-${index}`));
    });
  }
  return succeed(found);
}

function pathOf(ids: readonly string[]): string {
  const filter = `(${ids.map((id) => `userId eq '${id}'`).join(" or ")})`;
  return `v1.0/identityProtection/riskDetections?$filter=${encodeURIComponent(filter)}&$top=500`;
}

/** @param place stands for an id where there is none: a detection that is left out would be one less to explain */
function detectionIn(members: ReadonlyMap<string, unknown>, place: string): RiskDetection {
  return {
    id: text(members.get("id")) ?? place,
    type: text(members.get("riskEventType")) ?? "",
    at: text(members.get("activityDateTime")) ?? text(members.get("detectedDateTime")),
    requestId: text(members.get("requestId"))?.toLowerCase() ?? null,
    correlationId: text(members.get("correlationId"))?.toLowerCase() ?? null,
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
