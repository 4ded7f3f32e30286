import { MICROSOFT_GRAPH, WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";

/** Address of the page that the baseline-scope rule rests on. */
export const BASELINE_SCOPES_SOURCE =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-enforcement-resource-exclusions";

/**
 * Scopes that count as baseline when asked for alone.
 * Source: {@link BASELINE_SCOPES_SOURCE}, "Low-privilege scopes included in enforcement".
 */
export const BASELINE_SCOPES: ReadonlySet<string> = new Set([
  "openid",
  "profile",
  "email",
  "offline_access",
  "user.read",
  "user.read.all",
  "user.readbasic.all",
  "people.read",
  "people.read.all",
  "groupmember.read.all",
  "member.read.hidden",
]);

/** The exemption before enforcement for native clients and single-page apps; on Microsoft Graph also `People.Read`. */
export const LEGACY_BASELINE_SCOPES: ReadonlySet<string> = new Set([
  "openid",
  "profile",
  "email",
  "offline_access",
  "user.read",
]);

/** Names of resources that admins meet in policies. */
export const RESOURCE_NAMES: ReadonlyMap<string, string> = new Map([
  [WINDOWS_AZURE_AD, "Windows Azure Active Directory"],
  [MICROSOFT_GRAPH, "Microsoft Graph"],
  ["00000002-0000-0ff1-ce00-000000000000", "Office 365 Exchange Online"],
  ["00000003-0000-0ff1-ce00-000000000000", "Office 365 SharePoint Online"],
  ["cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "Microsoft Teams Services"],
  ["797f4846-ba00-4fd7-ba43-dac1f8f63013", "Windows Azure Service Management API"],
]);

/** Members of the `Office365` suite that are named by their own id in policies (not the whole suite). */
export const OFFICE_365_IDS: ReadonlySet<string> = new Set([
  "00000002-0000-0ff1-ce00-000000000000",
  "00000003-0000-0ff1-ce00-000000000000",
  "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
]);

/** App ID URIs of Microsoft's own resources that a scope can start with, without a slash at the end. */
export const MICROSOFT_URIS: ReadonlyMap<string, string> = new Map([
  ["https://graph.microsoft.com", MICROSOFT_GRAPH],
  ["https://graph.microsoft.us", MICROSOFT_GRAPH],
  ["https://dod-graph.microsoft.us", MICROSOFT_GRAPH],
  ["https://microsoftgraph.chinacloudapi.cn", MICROSOFT_GRAPH],
  ["https://graph.windows.net", WINDOWS_AZURE_AD],
  ["https://outlook.office365.com", "00000002-0000-0ff1-ce00-000000000000"],
  ["https://outlook.office.com", "00000002-0000-0ff1-ce00-000000000000"],
  ["https://management.azure.com", "797f4846-ba00-4fd7-ba43-dac1f8f63013"],
]);
