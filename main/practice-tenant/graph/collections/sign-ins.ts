import type { SignInRow } from "../../sign-in-log/row.ts";
import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";

/** Members that v1.0 has; everything that tells a right password from a wrong one is beta only. */
const inV1: readonly (keyof SignInRow)[] = [
  "id",
  "createdDateTime",
  "userDisplayName",
  "userPrincipalName",
  "userId",
  "appId",
  "appDisplayName",
  "ipAddress",
  "clientAppUsed",
  "correlationId",
  "conditionalAccessStatus",
  "isInteractive",
  "riskDetail",
  "riskLevelAggregated",
  "riskLevelDuringSignIn",
  "riskState",
  "riskEventTypes",
  "riskEventTypes_v2",
  "resourceDisplayName",
  "resourceId",
  "status",
  "deviceDetail",
  "location",
  "appliedConditionalAccessPolicies",
];

/**
 * The sign-in log, newest first. v1.0 is thin and holds interactive events only; beta has the others too, and shows them to who asks for
 * them by `signInEventTypes` (https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta).
 */
export const signIns: Collection = {
  path: "auditLogs/signIns",
  largestPage: 1000,
  needsPremium: true,
  permissions: { read: ["AuditLog.Read.All"], write: [] },
  list: (practice, version) => {
    const rows = practice.memory.signIns.toReversed();
    if (version === "beta") return rows;
    return rows.filter((row) => row.isInteractive).map(thin);
  },
  shownBy: (filter) =>
    filter !== null && /\bsignInEventTypes\b/iu.test(filter)
      ? () => true
      : (row) => row["isInteractive"] === true,
};

function thin(row: SignInRow): GraphObject {
  return Object.fromEntries(inV1.map((name) => [name, row[name]]));
}
