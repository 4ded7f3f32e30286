import { eitherOf, type FieldSource, type FieldSources, type RowField } from "./fields.ts";

/** How the records of a JSON log are built. */
export type JsonShape = "graph" | "azure-monitor" | "log-analytics";

/** A row as Microsoft Graph (beta) and the portal's JSON download write it. */
const graphPaths: Readonly<Partial<Record<RowField, string>>> = {
  id: "id",
  at: "createdDateTime",
  code: "status.errorCode",
  user: "userPrincipalName",
  userId: "userId",
  userName: "userDisplayName",
  appId: "appId",
  app: "appDisplayName",
  resource: "resourceDisplayName",
  resourceId: "resourceId",
  ip: "ipAddress",
  city: "location.city",
  country: "location.countryOrRegion",
  client: "clientAppUsed",
  protocol: "authenticationProtocol",
  requirement: "authenticationRequirement",
  interactive: "isInteractive",
  caStatus: "conditionalAccessStatus",
  policies: "appliedConditionalAccessPolicies",
  steps: "authenticationDetails",
  processing: "authenticationProcessingDetails",
  audiences: "conditionalAccessAudiences",
  reason: "status.failureReason",
  additional: "status.additionalDetails",
  correlationId: "correlationId",
  requestId: "originalRequestId",
  os: "deviceDetail.operatingSystem",
  browser: "deviceDetail.browser",
  riskLevel: "riskLevelDuringSignIn",
  riskState: "riskState",
  tokenType: "incomingTokenType",
};

/** Members that an Azure Monitor record has beside its `properties`. */
const monitorBeside: Readonly<Partial<Record<RowField, string>>> = {
  at: "time",
  code: "resultType",
  outcome: "resultType",
  userName: "identity",
  ip: "callerIpAddress",
  country: "location",
  category: "category",
  reason: "resultDescription",
  correlationId: "correlationId",
};

/**
 * Columns of the tables SigninLogs and AADNonInteractiveUserSignInLogs. What Graph has as an object stands there as one or
 * as text, according to the table.
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs
 */
export const tableColumns: FieldSources = {
  id: [{ path: "Id" }],
  at: [
    { path: "TimeGenerated" },
    { path: "CreatedDateTime" },
    { path: "AuthenticationDetails", inner: "$[0].authenticationStepDateTime" },
  ],
  code: [{ path: "ResultType" }, { path: "Status", inner: "$.errorCode" }],
  outcome: [{ path: "ResultType" }],
  user: [{ path: "UserPrincipalName" }],
  userId: [{ path: "UserId" }],
  userName: [{ path: "UserDisplayName" }, { path: "Identity" }],
  appId: [{ path: "AppId" }],
  app: [{ path: "AppDisplayName" }],
  resource: [{ path: "ResourceDisplayName" }],
  resourceId: [{ path: "ResourceIdentity" }],
  ip: [{ path: "IPAddress" }],
  city: [{ path: "LocationDetails", inner: "$.city" }],
  country: [{ path: "LocationDetails", inner: "$.countryOrRegion" }, { path: "Location" }],
  client: [{ path: "ClientAppUsed" }],
  protocol: [{ path: "AuthenticationProtocol" }],
  requirement: [{ path: "AuthenticationRequirement" }],
  interactive: [{ path: "IsInteractive" }],
  category: [{ path: "Category" }, { path: "Type" }],
  caStatus: [{ path: "ConditionalAccessStatus" }],
  policies: [{ path: "ConditionalAccessPolicies" }, { path: "AppliedConditionalAccessPolicies" }],
  steps: [{ path: "AuthenticationDetails" }],
  processing: [{ path: "AuthenticationProcessingDetails" }],
  audiences: [{ path: "ConditionalAccessAudiences" }],
  reason: [{ path: "ResultDescription" }, { path: "Status", inner: "$.failureReason" }],
  additional: [{ path: "Status", inner: "$.additionalDetails" }],
  correlationId: [{ path: "CorrelationId" }],
  requestId: [{ path: "OriginalRequestId" }],
  os: [{ path: "DeviceDetail", inner: "$.operatingSystem" }],
  browser: [{ path: "DeviceDetail", inner: "$.browser" }],
  riskLevel: [{ path: "RiskLevelDuringSignIn" }],
  riskState: [{ path: "RiskState" }],
  tokenType: [{ path: "IncomingTokenType" }],
};

function under(prefix: string, paths: Readonly<Partial<Record<RowField, string>>>): FieldSources {
  return mapSources(paths, (path) => [{ path: `${prefix}${path}` }]);
}

function mapSources<T>(
  from: Readonly<Partial<Record<RowField, T>>>,
  to: (value: T) => readonly FieldSource[],
): FieldSources {
  return Object.fromEntries(
    Object.entries(from).map(([field, value]) => [field, to(value as T)]),
  ) as FieldSources;
}

/** Where the fields stand in records of one shape, as JSON paths; null asks in all of them, which is right and slow. */
export function jsonSources(shape: JsonShape | null): FieldSources {
  const table = mapSources(tableColumns as Readonly<Record<RowField, readonly FieldSource[]>>, (sources) =>
    sources.map((source) => ({ ...source, path: `$.${source.path}` })),
  );
  const graph = under("$.", graphPaths);
  const monitor = eitherOf(under("$.properties.", graphPaths), under("$.", monitorBeside));
  if (shape === "graph") return graph;
  if (shape === "azure-monitor") return monitor;
  if (shape === "log-analytics") return table;
  return eitherOf(graph, eitherOf(monitor, table));
}

/** The shape of a record by the members that only it has; null where none tells. */
export function shapeOf(record: Readonly<Record<string, unknown>>): JsonShape | null {
  if (typeof record["properties"] === "object" && record["properties"] !== null) return "azure-monitor";
  if ("TimeGenerated" in record || "ResultType" in record) return "log-analytics";
  if ("createdDateTime" in record && "status" in record) return "graph";
  return null;
}
