import type { Blank, BlankForm, BlankId } from "./template.ts";

const asking = (id: BlankId, form: BlankForm, title: string, hint: string): Blank => ({
  id,
  form,
  title,
  hint,
  without: null,
});

export const tenant = asking("tenant", "tenant", "Tenant", "Tenant ID or domain name");
export const entraApp = asking("client-id", "guid", "Jamf Connect app", "Application (client) ID");
export const loginApi = asking(
  "login-api",
  "api-app",
  "API app for the login",
  "api://…/jamfconnect, or its ID",
);
export const checkApi = asking("check-api", "api-app", "API app for the check", "api://…/check, or its ID");
export const app = asking("client-id", "text", "Jamf Connect app", "Client ID");
export const secret = asking("client-secret", "secret", "Client secret", "From the client in Google Cloud");
export const discovery = asking(
  "discovery-url",
  "url",
  "Discovery address",
  "https://…/.well-known/openid-configuration",
);
export const adfsDiscovery = asking(
  "check-discovery-url",
  "url",
  "Discovery address of AD FS",
  "https://adfs.example.com/adfs/.well-known/openid-configuration",
);
export const adfsApp = asking(
  "check-client-id",
  "text",
  "App in AD FS",
  "Client ID of the native application",
);
export const oktaHost = asking("host", "host", "Okta domain", "yourcompany.okta.com");
export const account = asking("tenant", "text", "Account", "The part before the provider's own domain");

/** The same app checks passwords, unless another one is named. */
export const checkApp: Blank = {
  ...asking("check-client-id", "text", "App for the check", "Client ID, where it is another app"),
  without: "The Jamf Connect app checks passwords, too.",
};
export const scopes: Blank = {
  ...asking("scopes", "scopes", "Scopes", "openid profile email"),
  without: "openid, profile and email are asked for.",
};
