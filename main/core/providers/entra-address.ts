import type { Provider } from "../provider.ts";
import { isThisMachine } from "./hosts.ts";
import { isProviderHost } from "./providers.ts";

/**
 * Whether an address that a profile names belongs to Microsoft Entra ID. The name of the provider alone does not say so: in a
 * hybrid setup a profile for EntraID sends its password check to AD FS, which knows neither Entra's `resource` nor its headers
 * (https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS).
 *
 * On this machine something that stands in for Entra may answer, the practice tenant for example, unless its path is AD FS's.
 */
export function isEntraAddress(provider: Provider, url: URL): boolean {
  if (isProviderHost("EntraID", url.hostname)) return true;
  return provider === "EntraID" && isThisMachine(url.hostname) && !/^\/adfs(?:\/|$)/i.test(url.pathname);
}
