import type { TestSettings } from "../profile/test-settings.ts";
import { discoveryAddress } from "./discovery-address.ts";

/**
 * Whether a login with these settings is answered by Microsoft Entra ID. Conditional Access decides about no other. Settings
 * that lead nowhere yet go by the provider that they name.
 */
export function isAnsweredByEntra(settings: TestSettings): boolean {
  const question = { kind: "oidc", settings, authority: null, jamfConnectVersion: null } as const;
  const address = discoveryAddress(question);
  return address.ok ? address.value.entra !== null : settings.provider.value === "EntraID";
}
