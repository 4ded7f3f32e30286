import { createHash } from "node:crypto";
import type { Practice } from "../../server/practice.ts";
import type { SignInRow } from "../../sign-in-log/row.ts";
import type { TenantUser } from "../../tenant/user.ts";
import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";

/**
 * What was detected of the people at risk: each of their correct passwords that met MFA, by its request id, and what the tenant file says
 * beside. That such a sign-in is detected is this tenant's own rule: Jamf says that it can be, Microsoft does not say when.
 * https://learn.microsoft.com/graph/api/resources/riskdetection
 */
export const riskDetections: Collection = {
  path: "identityProtection/riskDetections",
  largestPage: 500,
  needsPremium: true,
  permissions: { read: ["IdentityRiskEvent.Read.All"], write: [] },
  list: (practice) =>
    practice
      .tenant()
      .users.filter((user) => user.riskLevel !== "none")
      .flatMap((user) => [
        ...practice.memory.signIns
          .filter((row) => row.userId === user.id && isCheck(row))
          .map((row) => ofSignIn(user, row)),
        ...user.riskDetections.map((type) => ofUser(practice, user, type)),
      ]),
};

/** 50076 and 50074. */
function isCheck({ status }: SignInRow): boolean {
  return status.additionalDetails === "MFA required in Azure AD";
}

function ofSignIn(user: TenantUser, row: SignInRow): GraphObject {
  return {
    ...common(user, row.id, row.createdDateTime),
    requestId: row.id,
    correlationId: row.correlationId,
    riskEventType: "unfamiliarFeatures",
    detectionTimingType: "realtime",
    activity: "signin",
    ipAddress: row.ipAddress,
    location: row.location,
    additionalInfo: JSON.stringify([{ Key: "userAgent", Value: row.userAgent }]),
  };
}

/** Found outside of any sign-in. */
function ofUser(practice: Practice, user: TenantUser, type: string): GraphObject {
  return {
    // When is not in a tenant file: when the tenant started.
    ...common(user, `${user.id} ${type}`, new Date(practice.memory.startedAt).toISOString()),
    requestId: null,
    correlationId: null,
    riskEventType: type,
    detectionTimingType: "offline",
    activity: "user",
    ipAddress: null,
    location: null,
    additionalInfo: null,
  };
}

function common(user: TenantUser, of: string, at: string): GraphObject {
  return {
    id: createHash("sha256").update(of).digest("hex"),
    riskState: "atRisk",
    riskLevel: user.riskLevel,
    riskDetail: "none",
    source: "IdentityProtection",
    tokenIssuerType: "AzureAD",
    activityDateTime: at,
    detectedDateTime: at,
    lastUpdatedDateTime: at,
    userId: user.id,
    userDisplayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
  };
}
