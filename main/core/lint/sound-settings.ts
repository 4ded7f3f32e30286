import { usualRedirectUri } from "../providers/jamf-redirect.ts";
import type { ExampleSettings } from "./rule.ts";

/** Ids for examples; they belong to nobody. */
export const exampleClient = "9fcc52c7-ee36-4889-8517-2a1d5c0f3b77";
export const exampleTenant = "c27d1b33-59b3-4ab2-a5c9-23cf80a4d6f1";

/** Settings of a login window with Entra ID in which no rule finds anything. */
export const soundLogin: ExampleSettings = {
  OIDCProvider: "EntraID",
  OIDCTenant: exampleTenant,
  OIDCClientID: exampleClient,
  OIDCROPGID: exampleClient,
  OIDCRedirectURI: usualRedirectUri,
  OIDCScopes: "openid+profile+email",
  OIDCNewPassword: false,
};

/** The settings of the menu bar / Self Service+ that go with them. */
export const soundMenuBar: ExampleSettings = {
  IdPSettings: { Provider: "EntraID", TenantID: exampleTenant, ROPGID: exampleClient },
};
