import { type Recipe, recipes } from "../recipes/index.ts";
import {
  account,
  adfsApp,
  adfsDiscovery,
  app,
  checkApi,
  checkApp,
  discovery,
  entraApp,
  loginApi,
  oktaHost,
  scopes,
  secret,
  tenant,
} from "./blanks.ts";
import {
  byDiscovery,
  byTenant,
  entraRecipe,
  google,
  hybridWithAdFs,
  type MakeSettings,
  okta,
  oktaIdentityEngine,
  v1Check,
} from "./settings.ts";
import type { Template } from "./template.ts";

export type WholeTemplate = { readonly about: Template; readonly settings: MakeSettings };

const jamf = "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/";

type RecipeText = Pick<Template, "note" | "advice"> & { readonly name: Recipe["name"] };

/** In the order in which they are worth looking at. */
const recipeTexts: readonly RecipeText[] = [
  { name: "two-apis", note: "Holds with either rule for basic scopes", advice: "recommended" },
  { name: "api-excluded", note: "What Jamf describes today", advice: null },
  { name: "placeholder", note: "Needs a setting for the whole tenant", advice: null },
  { name: "simple", note: "One policy, nothing excluded", advice: null },
  { name: "custom-scope-2023", note: "Since June 2026 the check meets MFA", advice: "outdated" },
];

function byRecipe(recipe: Recipe, { note, advice }: RecipeText): WholeTemplate {
  const { login, check } = recipe.scopes;
  return {
    about: {
      id: `entra-${recipe.name}`,
      letter: recipe.letter,
      title: recipe.title,
      note,
      summary: recipe.summary,
      provider: "EntraID",
      group: "recipe",
      recipe: recipe.name,
      advice,
      outcome: recipe.outcomes.enforced ?? recipe.outcomes.placeholder,
      blanks: [
        tenant,
        entraApp,
        ...(login === "login-api" ? [loginApi] : []),
        ...(check === "check-api" ? [checkApi] : []),
      ],
      source: recipe.source,
    },
    settings: entraRecipe(recipe),
  };
}

type OtherText = Pick<Template, "id" | "title" | "note" | "summary" | "provider" | "blanks" | "source">;

function other(about: OtherText, settings: MakeSettings): WholeTemplate {
  return {
    about: { ...about, letter: null, group: "other", recipe: null, advice: null, outcome: null },
    settings,
  };
}

const others: readonly WholeTemplate[] = [
  other(
    {
      id: "entra-adfs",
      title: "Entra hybrid, AD FS",
      note: "Entra signs in, AD FS checks passwords",
      summary:
        "For federated domains without password hash sync: the sign-in goes to Entra, both password checks go to AD FS. Policies and the sign-in log of Entra do not see them.",
      provider: "EntraID",
      blanks: [tenant, entraApp, adfsDiscovery, adfsApp],
      source: `${jamf}Azure_AD_Hybrid_ID_Settings`,
    },
    hybridWithAdFs,
  ),
  other(
    {
      id: "entra-v1-check",
      title: "Entra, check at v1",
      note: "Login at v2, password checks at v1",
      summary:
        "The login uses Entra's v2 endpoint, both password checks the older v1 endpoint, which is asked for a resource and not for scopes. Which resource Jamf Connect names there is not documented, so test both.",
      provider: "EntraID",
      blanks: [tenant, entraApp],
      source: "https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats",
    },
    v1Check,
  ),
  other(
    {
      id: "okta",
      title: "Okta",
      note: "Okta Classic, the Authentication API",
      summary:
        "Login window and menu bar / Self Service+ use Okta's own Authentication API. It needs no app for the sign-in itself; apps that give access or make administrators can be added later.",
      provider: "Okta",
      blanks: [oktaHost],
      source: `${jamf}Okta_Integration`,
    },
    okta,
  ),
  other(
    {
      id: "okta-identity-engine",
      title: "Okta Identity Engine",
      note: "OpenID Connect, with ROPG for the check",
      summary: "The login shows Okta's page, the check is a password grant of the same or of another app.",
      provider: "OktaIdentityEngine",
      blanks: [oktaHost, app, checkApp],
      source: `${jamf}Okta_Identity_Engine_Integration`,
    },
    oktaIdentityEngine,
  ),
  other(
    {
      id: "google",
      title: "Google",
      note: "People choose a password for the Mac",
      summary:
        "Google checks no passwords for apps, so people choose a password for the Mac, and nothing keeps the two equal. The client secret becomes part of the profile: whoever can read the profile can read it.",
      provider: "GoogleID",
      blanks: [app, secret],
      source: `${jamf}Initial_Password_Settings`,
    },
    google,
  ),
  other(
    {
      id: "pingfederate",
      title: "PingFederate",
      note: "Asks for its discovery address",
      summary: "Login and check find PingFederate by the address of its discovery document.",
      provider: "PingFederate",
      blanks: [discovery, app, checkApp],
      source: `${jamf}PingFederate_Integration`,
    },
    byDiscovery("PingFederate"),
  ),
  other(
    {
      id: "onelogin",
      title: "OneLogin",
      note: "Asks for its account",
      summary:
        "Login and check find OneLogin by the name of the account. Where OneLogin demands a second factor of the check, the codes that mean a correct password have to be added.",
      provider: "OneLogin",
      blanks: [{ ...account, hint: "yourcompany, of yourcompany.onelogin.com" }, app, checkApp],
      source: `${jamf}OneLogin_Integration`,
    },
    byTenant("OneLogin"),
  ),
  other(
    {
      id: "ibm",
      title: "IBM Security Verify",
      note: "Asks for its tenant",
      summary: "Login and check find IBM Security Verify by the name of the tenant.",
      provider: "IBMCI",
      blanks: [
        { ...account, title: "Tenant", hint: "yourcompany, of yourcompany.verify.ibm.com" },
        app,
        checkApp,
      ],
      source: `${jamf}IBM_Security_Verify_Integration`,
    },
    byTenant("IBMCI"),
  ),
  other(
    {
      id: "custom",
      title: "Other OpenID provider",
      note: "Keycloak, Authentik, Auth0 and others",
      summary: "Any provider that speaks OpenID Connect, found by the address of its discovery document.",
      provider: "Custom",
      blanks: [discovery, app, checkApp, scopes],
      source: `${jamf}Custom_Identity_Provider_Integration`,
    },
    byDiscovery("Custom"),
  ),
];

const byRecipes: readonly WholeTemplate[] = recipeTexts.flatMap((text) => {
  const recipe = recipes.find(({ name }) => name === text.name);
  return recipe === undefined ? [] : [byRecipe(recipe, text)];
});

/** Every template, those for Entra by recipe first. */
export const wholeTemplates: readonly WholeTemplate[] = [...byRecipes, ...others];
