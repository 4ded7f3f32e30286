import { MICROSOFT_GRAPH } from "../../microsoft-apps.ts";
import type { SetupStep } from "../setup-plan.ts";
import { type AppKey, apiScope, byScript } from "./applications.ts";
import { is, isSaved, listWhere } from "./odata.ts";
import { roles } from "./roles.ts";

const principals = "/v1.0/servicePrincipals";
const grants = "/v1.0/oauth2PermissionGrants";

/** Consent for everybody, so that nobody is asked at the login window, where nobody can answer for a password check. */
export function consentSteps(apis: readonly AppKey[]): readonly SetupStep[] {
  return [
    {
      id: "graph-principal",
      title: "Find the service principal of Microsoft Graph",
      role: roles.apps,
      lookUp: { method: "GET", url: listWhere(principals, is("appId", MICROSOFT_GRAPH)) },
      create: { method: "POST", url: principals, body: { appId: MICROSOFT_GRAPH } },
      update: null,
      saves: { graphPrincipalId: "id" },
      ...byScript,
    },
    consent("graph-consent", "Grant admin consent to the basic scopes", "graph", basicScopes),
    ...apis.map((key) =>
      consent(
        `${key === "loginApi" ? "login" : "check"}-consent`,
        `Grant admin consent to the ${key === "loginApi" ? "login" : "check"} API`,
        key,
        apiScope.value,
      ),
    ),
  ];
}

const basicScopes = "User.Read openid profile email";

function consent(id: string, title: string, resource: AppKey | "graph", scope: string): SetupStep {
  const parties = [
    isSaved("clientId", "clientPrincipalId"),
    isSaved("resourceId", `${resource}PrincipalId`),
    is("consentType", "AllPrincipals"),
  ];
  return {
    id,
    title,
    role: roles.apps,
    lookUp: { method: "GET", url: listWhere(grants, ...parties) },
    create: {
      method: "POST",
      url: grants,
      body: {
        clientId: "{clientPrincipalId}",
        consentType: "AllPrincipals",
        resourceId: `{${resource}PrincipalId}`,
        scope,
      },
    },
    update: { method: "PATCH", url: `${grants}/{${id.replace("-c", "C")}Id}`, body: { scope } },
    saves: { [`${id.replace("-c", "C")}Id`]: "id" },
    ...byScript,
  };
}
