import type { SignInRow } from "./row-query.ts";
import type { SignInClass } from "./sign-in-class.ts";

/**
 * Something for which Entra ID Protection holds a person for at risk. Ids are in small letters; both are null where it is about no
 * sign-in, such as leaked credentials.
 * Source: https://learn.microsoft.com/graph/api/resources/riskdetection
 */
export type RiskDetection = {
  readonly id: string;
  /** `riskEventType` of Graph. */
  readonly type: string;
  /** When what was detected happened, ISO 8601. */
  readonly at: string | null;
  readonly requestId: string | null;
  readonly correlationId: string | null;
};

/** What sign-ins are looked for by. */
export type SignInNames = {
  readonly requestIds: readonly string[];
  readonly correlationIds: readonly string[];
};

/** A row of the log that has such an id; ids in small letters. */
export type NamedRow = Pick<SignInRow, "id" | "requestId" | "correlationId" | "user" | "appId" | "class">;

/** What a detection is, as far as a log can tell. */
export type DetectionMeaning =
  /** A correct password that met MFA. By the correlation id it is one sign-in of several that belong together. */
  | { readonly kind: "check"; readonly by: "request-id" | "correlation-id" }
  | { readonly kind: "other-sign-in"; readonly class: SignInClass; readonly isOtherApp: boolean }
  | { readonly kind: "not-in-log" }
  | { readonly kind: "no-sign-in" };

export type MatchedDetection = { readonly detection: RiskDetection; readonly meaning: DetectionMeaning };

/** Whose detections they are, and which applications are asked about; none stands for all. */
export type MatchFor = { readonly user: string; readonly appIds: readonly string[] };

/** Everything that the rows of some detections are found by. */
export function namesIn(detections: readonly RiskDetection[]): SignInNames {
  const idsOf = (name: "requestId" | "correlationId") => [
    ...new Set(detections.flatMap((detection) => detection[name] ?? [])),
  ];
  return { requestIds: idsOf("requestId"), correlationIds: idsOf("correlationId") };
}

/**
 * What each detection is: the request that Entra names in it is looked for in the log, and where that is not there, the sign-ins with its
 * correlation id. It counts as a check only where every row that is found so is one.
 *
 * @param rows those of the log that {@link namesIn} finds, of whatever application and time
 * @returns each detection once, in their order
 */
export function matchDetections(
  detections: readonly RiskDetection[],
  rows: readonly NamedRow[],
  { user, appIds }: MatchFor,
): readonly MatchedDetection[] {
  const asked = new Set(appIds.map((id) => id.trim().toLowerCase()));
  const isOther = ({ appId }: NamedRow) => asked.size > 0 && (appId === null || !asked.has(appId));
  const byId = rowsBy(rows, "id");
  const byRequest = rowsBy(rows, "requestId");
  const byCorrelation = rowsBy(
    rows.filter((row) => row.user === user),
    "correlationId",
  );
  const meaningOf = ({ requestId, correlationId }: RiskDetection): DetectionMeaning => {
    if (requestId === null && correlationId === null) return { kind: "no-sign-in" };
    const named = requestId === null ? undefined : (byId.get(requestId) ?? byRequest.get(requestId));
    const found = named ?? (correlationId === null ? undefined : byCorrelation.get(correlationId));
    if (found === undefined) return { kind: "not-in-log" };
    const other = found.find((row) => row.class !== "password-correct-mfa" || isOther(row));
    if (other !== undefined) return { kind: "other-sign-in", class: other.class, isOtherApp: isOther(other) };
    return { kind: "check", by: named === undefined ? "correlation-id" : "request-id" };
  };
  const once = new Map(detections.map((detection) => [detection.id, detection]));
  return [...once.values()].map((detection) => ({ detection, meaning: meaningOf(detection) }));
}

function rowsBy(
  rows: readonly NamedRow[],
  name: "id" | "requestId" | "correlationId",
): ReadonlyMap<string, readonly NamedRow[]> {
  const found = new Map<string, NamedRow[]>();
  for (const row of rows) {
    const id = row[name];
    if (id === null) continue;
    const same = found.get(id);
    if (same === undefined) found.set(id, [row]);
    else same.push(row);
  }
  return found;
}
