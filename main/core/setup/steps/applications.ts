import { MICROSOFT_GRAPH } from "../../microsoft-apps.ts";
import { setupNote, setupTag } from "../mark.ts";
import type { SetupStep } from "../setup-plan.ts";
import { holds, is, isSaved, listWhere } from "./odata.ts";
import { roles } from "./roles.ts";

const applications = "/v1.0/applications";
const principals = "/v1.0/servicePrincipals";

/** Entra lists a service principal under Enterprise applications by this tag, and the portal gives it to every one it makes. */
const listedTag = "WindowsAzureActiveDirectoryIntegratedApp";

/** The one scope of an API app. Its id has to differ within one app only. */
export const apiScope = { id: "6a616d66-0000-4000-8000-000000000001", value: "jamfconnect" } as const;

/** Which app it is: what its ids are saved as. */
export type AppKey = "client" | "loginApi" | "checkApi" | "placeholder";

/** How an app that a set-up made is found: by name and mark. */
export function markedApp(displayName: string): string {
  return listWhere(applications, is("displayName", displayName), holds("tags", setupTag));
}

/** An app that grants nothing: it only stands for what a sign-in asks for. */
export function apiAppSteps(
  key: AppKey,
  id: string,
  what: string,
  displayName: string,
): readonly SetupStep[] {
  const scope = {
    ...apiScope,
    type: "Admin",
    isEnabled: true,
    adminConsentDisplayName: "Jamf Connect sign-in",
    adminConsentDescription: "Lets Jamf Connect sign a person in. It grants nothing else.",
  };
  const api = { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope] };
  const nothing = { redirectUris: [] };
  return [
    {
      id,
      title: `Register ${what}`,
      role: roles.apps,
      lookUp: { method: "GET", url: markedApp(displayName) },
      create: {
        method: "POST",
        url: applications,
        body: { ...registration(displayName), isFallbackPublicClient: false, api },
      },
      update: {
        method: "PATCH",
        url: `${applications}/{${key}ObjectId}`,
        body: { isFallbackPublicClient: false, publicClient: nothing, web: nothing, spa: nothing, api },
      },
      saves: savesOf(key),
      ...byScript,
    },
    addressStep(key, id, what),
    principalStep(key, id, what),
  ];
}

/** The public client that both sign-ins of Jamf Connect come from. `apis` are the apps whose scope it asks for. */
export function clientSteps(displayName: string, apis: readonly AppKey[]): readonly SetupStep[] {
  const settings = {
    isFallbackPublicClient: true,
    publicClient: { redirectUris: ["https://127.0.0.1/jamfconnect"] },
    requiredResourceAccess: [
      { resourceAppId: MICROSOFT_GRAPH, resourceAccess: graphScopes },
      ...apis.map((key) => ({
        resourceAppId: `{${key}AppId}`,
        resourceAccess: [{ id: apiScope.id, type: "Scope" }],
      })),
    ],
  };
  return [
    {
      id: "client-app",
      title: "Register the client app of both sign-ins",
      role: roles.apps,
      lookUp: { method: "GET", url: markedApp(displayName) },
      create: {
        method: "POST",
        url: applications,
        body: { ...registration(displayName), ...settings, appRoles },
      },
      update: { method: "PATCH", url: `${applications}/{clientObjectId}`, body: settings },
      saves: savesOf("client"),
      ...byScript,
    },
    principalStep("client", "client-app", "the client app"),
  ];
}

function registration(displayName: string) {
  return { displayName, signInAudience: "AzureADMyOrg", notes: setupNote, tags: [setupTag] };
}

function savesOf(key: AppKey): Readonly<Record<string, string>> {
  return { [`${key}AppId`]: "appId", [`${key}ObjectId`]: "id" };
}

/** `api://APP-ID` keeps to every rule that a tenant can have for such addresses, and is known only when the app is there. */
function addressStep(key: AppKey, id: string, what: string): SetupStep {
  const address = `api://{${key}AppId}`;
  return {
    id: `${id}-address`,
    title: `Set the Application ID URI of ${what}`,
    role: roles.apps,
    lookUp: {
      method: "GET",
      url: listWhere(applications, isSaved("appId", `${key}AppId`), holds("identifierUris", address)),
    },
    create: {
      method: "PATCH",
      url: `${applications}/{${key}ObjectId}`,
      body: { identifierUris: [address] },
    },
    update: null,
    saves: {},
    ...byScript,
  };
}

/** Without a service principal a sign-in ends with 500011 or 650052; the portal makes one unasked, Graph does not. */
function principalStep(key: AppKey, id: string, what: string): SetupStep {
  return {
    id: `${id}-principal`,
    title: `Create the service principal for ${what}`,
    role: roles.apps,
    lookUp: { method: "GET", url: listWhere(principals, isSaved("appId", `${key}AppId`)) },
    create: {
      method: "POST",
      url: principals,
      body: { appId: `{${key}AppId}`, tags: [setupTag, listedTag] },
    },
    update: null,
    saves: { [`${key}PrincipalId`]: "id" },
    ...byScript,
  };
}

/** For steps that no hand is needed for. */
export const byScript = { byHand: null, press: null } as const;

/** `User.Read`, `openid`, `profile`, `email`: the same ids in every tenant. */
const graphScopes = [
  { id: "e1fe6dd8-ba31-4d61-89e7-88639da4683d", type: "Scope" },
  { id: "37f7f235-527c-4136-accd-4a02d197296e", type: "Scope" },
  { id: "14dad69e-099b-42c9-810b-d002981feec1", type: "Scope" },
  { id: "64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0", type: "Scope" },
];

/** Roles that Jamf Connect makes administrators and standard users by; who has none stays what the profile says. */
const appRoles = [
  {
    id: "6a616d66-0000-4000-8000-000000000011",
    allowedMemberTypes: ["User"],
    displayName: "Admin",
    description: "Administrators of their Macs",
    value: "Admin",
    isEnabled: true,
  },
  {
    id: "6a616d66-0000-4000-8000-000000000012",
    allowedMemberTypes: ["User"],
    displayName: "Standard",
    description: "Standard users of their Macs",
    value: "Standard",
    isEnabled: true,
  },
];
