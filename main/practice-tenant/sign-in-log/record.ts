import { randomUUID } from "node:crypto";
import { describeFailure } from "../errors/error-body.ts";
import { showsDevice } from "../policy/shows-device.ts";
import type { Practice } from "../server/practice.ts";
import { MICROSOFT_GRAPH, WINDOWS_AZURE_ACTIVE_DIRECTORY } from "../sign-in/well-known.ts";
import type { Tenant } from "../tenant/schema.ts";
import { appliedPolicies } from "./applied-policies.ts";
import { authenticationDetails } from "./authentication-details.ts";
import type { SignInRow } from "./row.ts";
import type { SignInEvent } from "./sign-in-event.ts";

/** Newest rows that are kept; Entra keeps 30 days. */
const MOST_ROWS = 10_000;

/** Adds the row that Entra would leave in its sign-in log. */
export function recordSignIn(practice: Practice, event: SignInEvent): void {
  const { signIns } = practice.memory;
  signIns.push(rowOf(event, practice.tenant()));
  if (signIns.length > MOST_ROWS) signIns.shift();
}

function rowOf(event: SignInEvent, tenant: Tenant): SignInRow {
  const { ids, user, client, decision, failure } = event;
  const wantsMfa =
    decision !== null && (event.mfaPassed || decision.demands.some((demand) => demand.demand === "mfa"));
  const resource = resourceOf(event, tenant);
  const policies = decision === null ? [] : appliedPolicies(decision, failure !== null);
  return {
    id: ids.traceId,
    createdDateTime: new Date(ids.time).toISOString(),
    userDisplayName: user?.displayName ?? "",
    userPrincipalName: user?.userPrincipalName ?? "",
    userId: user?.id ?? "00000000-0000-0000-0000-000000000000",
    userType: user?.userType === "Guest" ? "guest" : "member",
    appId: client.clientId,
    appDisplayName: client.app.displayName,
    ipAddress: tenant.network.ipAddress,
    clientAppUsed: "Mobile Apps and Desktop clients",
    userAgent: event.userAgent,
    correlationId: ids.correlationId,
    conditionalAccessStatus: statusOf(policies),
    appliedConditionalAccessPolicies: policies,
    isInteractive: eventType(event, tenant) === "interactiveUser",
    deviceDetail: deviceDetail(event, tenant),
    location: { city: "", state: "", countryOrRegion: tenant.network.country, geoCoordinates: {} },
    riskDetail: "none",
    riskLevelAggregated: tenant.signInRiskLevel,
    riskLevelDuringSignIn: tenant.signInRiskLevel,
    riskState: tenant.signInRiskLevel === "none" ? "none" : "atRisk",
    riskEventTypes: [],
    riskEventTypes_v2: [],
    ...resource,
    resourceTenantId: tenant.id,
    homeTenantId: tenant.id,
    servicePrincipalId: "",
    servicePrincipalName: null,
    status: statusDetail(event),
    authenticationDetails: authenticationDetails(event, wantsMfa),
    authenticationRequirement: wantsMfa ? "multiFactorAuthentication" : "singleFactorAuthentication",
    authenticationRequirementPolicies: requirementPolicies(event, wantsMfa),
    authenticationProtocol: protocols[event.kind],
    incomingTokenType: event.kind === "refresh" ? "refreshToken" : "none",
    conditionalAccessAudiences: decision === null ? [] : [decision.resource],
    signInEventTypes: [eventType(event, tenant)],
    clientCredentialType: "none",
    authenticationProcessingDetails: [
      { key: "Oauth Scope Info", value: JSON.stringify(event.target.scopes) },
    ],
    networkLocationDetails: [],
    tokenIssuerType: "AzureAD",
    crossTenantAccessType: user?.userType === "Guest" ? "b2bCollaboration" : "none",
    originalRequestId: ids.traceId,
    uniqueTokenIdentifier: randomUUID(),
    processingTimeInMilliseconds: 100,
  };
}

const protocols = {
  ropc: "ropc",
  "device-code": "deviceCode",
  interactive: "none",
  refresh: "none",
} as const;

/** Which of the two tables a row comes in. */
function eventType({ kind }: SignInEvent, tenant: Tenant): SignInRow["signInEventTypes"][number] {
  if (kind === "ropc") return tenant.passwordCheckRows;
  return kind === "refresh" ? "nonInteractiveUser" : "interactiveUser";
}

function statusOf(
  policies: SignInRow["appliedConditionalAccessPolicies"],
): SignInRow["conditionalAccessStatus"] {
  if (policies.some((policy) => policy.result === "failure")) return "failure";
  return policies.some((policy) => policy.result === "success") ? "success" : "notApplied";
}

function statusDetail({ failure }: SignInEvent): SignInRow["status"] {
  if (failure === null) return { errorCode: 0, failureReason: "Other.", additionalDetails: null };
  const reason = describeFailure(failure).replace(/^AADSTS\d+: /, "");
  const mfa = failure.code === 50076 || failure.code === 50074;
  return {
    errorCode: failure.code,
    failureReason: reason,
    additionalDetails: mfa ? "MFA required in Azure AD" : null,
  };
}

function resourceOf(
  { target }: SignInEvent,
  tenant: Tenant,
): Pick<SignInRow, "resourceDisplayName" | "resourceId"> {
  const app = tenant.applications.find((each) => each.appId === target.resourceAppId);
  const names: Readonly<Record<string, string>> = {
    [MICROSOFT_GRAPH]: "Microsoft Graph",
    [WINDOWS_AZURE_ACTIVE_DIRECTORY]: "Windows Azure Active Directory",
  };
  return {
    resourceDisplayName: app?.displayName ?? names[target.resourceAppId] ?? "",
    resourceId: target.resourceAppId,
  };
}

/** The log knows of the device what the sign-in showed of it. */
function deviceDetail(event: SignInEvent, tenant: Tenant): SignInRow["deviceDetail"] {
  const { userAgent } = event;
  const isShown = event.kind === "interactive" && showsDevice({ flow: "login-window", userAgent }, tenant);
  const device = isShown ? tenant.device : null;
  return {
    deviceId: "",
    displayName: "",
    operatingSystem: event.kind === "ropc" ? "" : "MacOs",
    browser: "",
    isCompliant: device?.isCompliant ?? false,
    isManaged: device?.isCompliant ?? false,
    trustType: device?.trustType ?? "",
  };
}

function requirementPolicies(
  event: SignInEvent,
  wantsMfa: boolean,
): SignInRow["authenticationRequirementPolicies"] {
  if (!wantsMfa || event.decision === null) return [];
  const { outside } = event.decision;
  if (outside === "perUserMfa") return [{ requirementProvider: "user", detail: "Per-user MFA" }];
  if (outside === "securityDefaults")
    return [{ requirementProvider: "authenticationStrengths", detail: "Security Defaults" }];
  return [{ requirementProvider: "multiConditionalAccess", detail: "Conditional Access" }];
}
