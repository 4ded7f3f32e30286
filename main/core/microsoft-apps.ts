/** Windows Azure Active Directory, the audience of baseline scopes since the enforcement of 2026 (also Azure AD Graph). */
export const WINDOWS_AZURE_AD = "00000002-0000-0000-c000-000000000000";
export const MICROSOFT_GRAPH = "00000003-0000-0000-c000-000000000000";
