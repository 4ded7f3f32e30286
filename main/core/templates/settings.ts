import type { TypedJson } from "../plist/typed-json.ts";
import { type Result, succeed } from "../problem.ts";
import { usualRedirectUri } from "../providers/jamf-redirect.ts";
import { basicScopes, type Recipe, recipeScopes } from "../recipes/index.ts";
import { blankMark } from "./blank-mark.ts";
import type { Answers, BlankId } from "./template.ts";

type Settings = { readonly [key: string]: TypedJson };

/** The settings of the two preference domains. */
export type BothDomains = { readonly login: Settings; readonly menuBar: Settings };

/** Puts the answers into their keys. Problems: those of the scopes of a recipe. */
export type MakeSettings = (answers: Answers) => Result<BothDomains>;

/**
 * What a blank became: the answer, or a mark that everybody sees who looks at the file. A key that is left out would be silent: Entra
 * without a tenant, for example, is every tenant.
 */
function given(answers: Answers, id: BlankId): string {
  return answers[id] ?? blankMark(id);
}

/** The settings of a recipe for Entra ID (https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings). */
export function entraRecipe(recipe: Recipe): MakeSettings {
  return (answers) => {
    const scopes = recipeScopes(recipe, {
      loginApi: answers["login-api"] ?? openApi("login-api"),
      checkApi: answers["check-api"] ?? openApi("check-api"),
    });
    if (!scopes.ok) return scopes;
    const { login, check } = scopes.value;
    return succeed(entra(answers, marked(login), marked(check)));
  };
}

/** `recipeScopes` takes no brackets, so an open blank goes through it under a name that no app has. */
function openApi(id: BlankId): string {
  return `open-blank-${id}`;
}

function marked(scopes: string): string {
  return scopes.replace(/open-blank-(login-api|check-api)/g, (_whole, id: "login-api" | "check-api") =>
    blankMark(id),
  );
}

function entra(answers: Answers, loginScopes: string, checkScopes: string): BothDomains {
  const tenant = given(answers, "tenant");
  const client = given(answers, "client-id");
  return {
    login: {
      OIDCProvider: "EntraID",
      OIDCTenant: tenant,
      OIDCClientID: client,
      OIDCROPGID: client,
      OIDCRedirectURI: usualRedirectUri,
      OIDCScopes: loginScopes,
      ROPGScopes: checkScopes,
      OIDCNewPassword: false,
    },
    menuBar: {
      IdPSettings: { Provider: "EntraID", TenantID: tenant, ROPGID: client, ROPGScopes: checkScopes },
    },
  };
}

/** Entra signs in, AD FS checks passwords (…/Azure_AD_Hybrid_ID_Settings and …/Configuring_Jamf_Connect_with_AD_FS). */
export const hybridWithAdFs: MakeSettings = (answers) => {
  const { login, menuBar } = entra(answers, basicScopes, basicScopes);
  const discovery = given(answers, "check-discovery-url");
  const client = given(answers, "check-client-id");
  return succeed({
    login: {
      ...login,
      OIDCROPGID: client,
      ROPGProvider: "Custom",
      ROPGDiscoveryURL: discovery,
      ROPGScopes: basicScopes,
    },
    menuBar: {
      ...menuBar,
      IdPSettings: { Provider: "Custom", DiscoveryURL: discovery, ROPGID: client, ROPGScopes: basicScopes },
    },
  });
};

/** The check asks Entra's v1 endpoint, whose address has no `/v2.0`; the login stays at v2. */
export const v1Check: MakeSettings = (answers) => {
  const { login, menuBar } = entra(answers, basicScopes, basicScopes);
  const base = `https://login.microsoftonline.com/${given(answers, "tenant")}`;
  const document = "/.well-known/openid-configuration";
  return succeed({
    login: {
      ...login,
      OIDCDiscoveryURL: `${base}/v2.0${document}`,
      ROPGDiscoveryURL: `${base}${document}`,
    },
    menuBar: {
      IdPSettings: { ...(menuBar["IdPSettings"] as Settings), DiscoveryURL: `${base}${document}` },
    },
  });
};

/** Okta's Authentication API: the domain is all that Jamf Connect needs. */
export const okta: MakeSettings = (answers) => {
  const host = given(answers, "host");
  return succeed({
    login: { OIDCProvider: "Okta", AuthServer: host },
    menuBar: { IdPSettings: { Provider: "Okta", OktaAuthServer: host } },
  });
};

/** Okta Identity Engine, through OpenID Connect. */
export const oktaIdentityEngine: MakeSettings = (answers) => {
  const host = given(answers, "host");
  const check = checkClient(answers);
  return succeed({
    login: { ...openIdLogin("OktaIdentityEngine", answers), OIDCTenant: host },
    menuBar: { IdPSettings: { Provider: "OktaIdentityEngine", OktaAuthServer: host, ROPGID: check } },
  });
};

/** Google checks no passwords, so people choose one for the Mac (…/Initial_Password_Settings). */
export const google: MakeSettings = (answers) =>
  succeed({
    login: {
      OIDCProvider: "GoogleID",
      OIDCClientID: given(answers, "client-id"),
      OIDCClientSecret: given(answers, "client-secret"),
      OIDCRedirectURI: usualRedirectUri,
      OIDCScopes: basicScopes,
      OIDCNewPassword: true,
    },
    menuBar: { IdPSettings: { Provider: "GoogleID" } },
  });

/** A provider whose addresses stand in a discovery document that has to be named. */
export function byDiscovery(provider: "PingFederate" | "Custom"): MakeSettings {
  return (answers) => {
    const address = given(answers, "discovery-url");
    const scopes = scopesOf(answers);
    return succeed({
      login: {
        ...openIdLogin(provider, answers),
        OIDCDiscoveryURL: address,
        OIDCScopes: scopes,
        ROPGScopes: scopes,
      },
      menuBar: {
        IdPSettings: {
          Provider: provider,
          DiscoveryURL: address,
          ROPGID: checkClient(answers),
          ROPGScopes: scopes,
        },
      },
    });
  };
}

/** A provider whose addresses follow from the name of the account. */
export function byTenant(provider: "OneLogin" | "IBMCI"): MakeSettings {
  return (answers) => {
    const tenant = given(answers, "tenant");
    return succeed({
      login: { ...openIdLogin(provider, answers), OIDCTenant: tenant },
      menuBar: { IdPSettings: { Provider: provider, TenantID: tenant, ROPGID: checkClient(answers) } },
    });
  };
}

function openIdLogin(provider: string, answers: Answers): Settings {
  return {
    OIDCProvider: provider,
    OIDCClientID: given(answers, "client-id"),
    OIDCROPGID: checkClient(answers),
    OIDCRedirectURI: usualRedirectUri,
    OIDCScopes: basicScopes,
    OIDCNewPassword: false,
  };
}

function checkClient(answers: Answers): string {
  return answers["check-client-id"] ?? given(answers, "client-id");
}

/** Jamf documents `+` between scopes. */
function scopesOf(answers: Answers): string {
  const parts = (answers.scopes ?? "").split(/[+\s]+/).filter((part) => part !== "");
  return parts.length === 0 ? basicScopes : parts.join("+");
}
