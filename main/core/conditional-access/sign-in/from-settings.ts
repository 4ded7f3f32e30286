import type { TestSettings } from "../../profile/test-settings.ts";
import type { SignIn } from "./sign-in.ts";

/**
 * The login at the login window as policies see it: the authorization code flow in a web view on macOS. How Entra
 * classes that web view is not documented, so it may count as a browser or as a desktop client.
 */
export function loginWindowSignIn(settings: TestSettings): SignIn {
  return {
    id: "login-window",
    clientId: settings.clientId?.value.toLowerCase() ?? null,
    confidential: settings.clientSecret !== null,
    grant: "interactive",
    scopes: settings.scopes.value,
    resource: null,
    clientAppTypes: ["browser", "mobileappsanddesktopclients"],
    platforms: ["macos"],
    showsDevice: true,
  };
}

/**
 * The password check of the menu bar / Self Service+ (ROPC). Sign-in logs class it as a desktop client; its user
 * agent may show Entra no platform at all; it carries no device identity.
 */
export function passwordCheckSignIn(settings: TestSettings): SignIn {
  return {
    ...loginWindowSignIn(settings),
    id: "password-check",
    grant: "password",
    clientAppTypes: ["mobileappsanddesktopclients"],
    platforms: ["macos", null],
    showsDevice: false,
  };
}
