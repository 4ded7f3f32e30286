import type { ClientAppType } from "./client-app-type.ts";
import type { Platform } from "./sign-in-context.ts";

/** One sign-in as policies see it. Where nobody knows which of several values Entra sees, all are listed. */
export type SignIn = {
  readonly id: "login-window" | "password-check";
  /** Application (client) id, lower-cased; null when the profile has none. */
  readonly clientId: string | null;
  /** True when the client proves itself with a secret; then it is a resource too when it asks for an ID token. */
  readonly confidential: boolean;
  readonly grant: "password" | "interactive" | "device-code";
  /** Scopes as asked for, one each. */
  readonly scopes: readonly string[];
  /** `resource` of the v1 endpoint; null on v2, where the scopes name it. */
  readonly resource: string | null;
  readonly clientAppTypes: readonly ClientAppType[];
  /** Platforms that Entra may read from the user agent; null stands for "none". */
  readonly platforms: readonly (Platform | null)[];
  /** False: the request cannot carry a device identity, so that the device counts as unregistered. */
  readonly showsDevice: boolean;
};

/** How the tenant treats sign-ins that ask only for baseline scopes ("Baseline scopes settings"). */
export type BaselineScopes = "enforced" | "legacy" | { readonly placeholder: string };
