import type { Flow } from "../sign-in/target.ts";
import type { Tenant } from "../tenant/schema.ts";

/** A request as far as it tells who could answer for the device. */
export type Asking = { readonly flow: Flow; readonly userAgent: string };

/**
 * Whether Entra learns of the tenant's device in a sign-in. The password check (ROPG) carries no device identity.
 * Where only browsers show the device, the login window, which is Electron's, and clients that are no browser do not.
 *
 * The plug-in that shows it: https://learn.microsoft.com/entra/identity-platform/apple-sso-plugin. That a login window
 * has no such plug-in is inferred from its being a macOS app extension of the logged-in user.
 */
export function showsDevice({ flow, userAgent }: Asking, tenant: Tenant): boolean {
  if (flow === "password-check") return false;
  return tenant.deviceShownBy === "every-sign-in" || isOrdinaryBrowser(userAgent);
}

/** Whether the login window of a Mac shows Entra the tenant's device. */
export function loginWindowShowsDevice(tenant: Tenant): boolean {
  return tenant.deviceShownBy === "every-sign-in";
}

/** Whether the user agent is a browser's, and not that of Electron's windows. */
export function isOrdinaryBrowser(userAgent: string): boolean {
  return /\bMozilla\//.test(userAgent) && !/\bElectron\//.test(userAgent);
}
