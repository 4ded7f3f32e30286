import type { IdentityField } from "../../../preload/contract.ts";
import type { IdentityFieldId } from "../../core/profile/identity-fields.ts";
import { usualRedirectUri } from "../../core/providers/jamf-redirect.ts";

type FieldText = Pick<IdentityField, "title" | "help" | "kind" | "choices"> & {
  readonly fallback: string | null;
};

const providers = [
  { value: "EntraID", title: "Microsoft Entra ID" },
  { value: "Azure", title: "Microsoft Entra ID (older value, Azure)" },
  { value: "Okta", title: "Okta Classic" },
  { value: "OktaIdentityEngine", title: "Okta Identity Engine" },
  { value: "Okta-OIDC", title: "Okta OpenID Connect" },
  { value: "GoogleID", title: "Google" },
  { value: "PingFederate", title: "PingFederate or PingOne" },
  { value: "OneLogin", title: "OneLogin" },
  { value: "IBMCI", title: "IBM Security Verify" },
  { value: "Custom", title: "Another OpenID Connect provider" },
] as const;

/** How the editor names and explains each identity field. */
export const fieldText: Readonly<Record<IdentityFieldId, FieldText>> = {
  provider: {
    title: "Provider",
    help: "The service that holds the accounts.",
    kind: "choice",
    choices: providers,
    fallback: null,
  },
  tenant: {
    title: "Tenant",
    help: "Directory (tenant) ID, from the overview page of Entra ID.",
    kind: "text",
    choices: [],
    fallback: null,
  },
  "login-app": {
    title: "Login app",
    help: "Application (client) ID that the login window signs in with.",
    kind: "text",
    choices: [],
    fallback: null,
  },
  "check-app": {
    title: "Check app",
    help: "Application (client) ID that the silent password check signs in with. Usually the login app. It must allow public client flows.",
    kind: "text",
    choices: [],
    fallback: null,
  },
  "redirect-uri": {
    title: "Redirect URI",
    help: "Where the provider sends the browser back. It must be registered under Mobile and desktop applications.",
    kind: "text",
    choices: [],
    fallback: usualRedirectUri,
  },
  "login-scopes": {
    title: "Login asks for",
    help: "Scopes of the login window. They decide which Conditional Access policies look at the login.",
    kind: "tokens",
    choices: [],
    fallback: "openid profile email",
  },
  "check-scopes": {
    title: "Check asks for",
    help: "Scopes of the password check. They decide which Conditional Access policies look at the check.",
    kind: "tokens",
    choices: [],
    fallback: "openid profile email",
  },
  "success-codes": {
    title: "Success codes",
    help: "Error codes that Jamf Connect takes as a correct password, beside those it knows.",
    kind: "tokens",
    choices: [],
    fallback: null,
  },
  "discovery-url": {
    title: "Discovery",
    help: "Address where the provider describes itself. Entra ID and Okta need none.",
    kind: "text",
    choices: [],
    fallback: null,
  },
  "okta-domain": {
    title: "Okta domain",
    help: "Host of the Okta organization, without https.",
    kind: "text",
    choices: [],
    fallback: null,
  },
  "change-password-url": {
    title: "New password",
    help: "Page where people change their password.",
    kind: "text",
    choices: [],
    fallback: null,
  },
  "check-secret": {
    title: "Check secret",
    help: "Secret of a confidential app, for the password check. An app that allows public client flows has none.",
    kind: "secret",
    choices: [],
    fallback: null,
  },
  license: {
    title: "License",
    help: "The license file of Jamf Connect, from Jamf Account. Its key is never shown.",
    kind: "license",
    choices: [],
    fallback: null,
  },
};
