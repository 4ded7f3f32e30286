import {
  MICROSOFT_GRAPH,
  WINDOWS_AZURE_AD as WINDOWS_AZURE_ACTIVE_DIRECTORY,
} from "../../core/microsoft-apps.ts";

export { MICROSOFT_GRAPH, WINDOWS_AZURE_ACTIVE_DIRECTORY };

const microsoftResources: Readonly<Record<string, string>> = {
  "https://graph.microsoft.com": MICROSOFT_GRAPH,
  "https://graph.microsoft.com/": MICROSOFT_GRAPH,
  [MICROSOFT_GRAPH]: MICROSOFT_GRAPH,
  "https://graph.windows.net": WINDOWS_AZURE_ACTIVE_DIRECTORY,
  "https://graph.windows.net/": WINDOWS_AZURE_ACTIVE_DIRECTORY,
  [WINDOWS_AZURE_ACTIVE_DIRECTORY]: WINDOWS_AZURE_ACTIVE_DIRECTORY,
};

/** The app id of a Microsoft resource named by address or id, or null. */
export function microsoftResource(identifier: string): string | null {
  return microsoftResources[identifier.toLowerCase()] ?? null;
}

/** Scopes of OpenID Connect itself; they name no resource. */
export const OIDC_SCOPES: ReadonlySet<string> = new Set(["openid", "profile", "email", "offline_access"]);
