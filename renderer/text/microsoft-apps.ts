/** Applications of Microsoft that every tenant has; a test compares them with those that policies are judged by. */
/** What basic scopes count as: a policy that leaves it out lets the basic sign-in of every app through. */
export const WINDOWS_AZURE_AD = "00000002-0000-0000-c000-000000000000";
export const MICROSOFT_GRAPH = "00000003-0000-0000-c000-000000000000";

/** Their names, by id and by the address that answers name them by. */
export const microsoftApps: Readonly<Record<string, string>> = {
  [WINDOWS_AZURE_AD]: "Windows Azure Active Directory",
  [MICROSOFT_GRAPH]: "Microsoft Graph",
  "https://graph.microsoft.com": "Microsoft Graph",
};
