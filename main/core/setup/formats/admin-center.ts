import type { SetupStep } from "../setup-plan.ts";

/** Where in the admin center a person does by clicking what a request does. */
export type AdminCenterPlace = { readonly menu: string; readonly link: string | null };

const center = "https://entra.microsoft.com/#view/";

/** By what the address of a request holds; the first that fits. */
const places: readonly (readonly [part: string, place: AdminCenterPlace])[] = [
  [
    "/conditionalAccess/settings",
    { menu: "Baseline scopes settings", link: "https://aka.ms/BaselineScopesSettingsUX" },
  ],
  [
    "/conditionalAccess/policies",
    {
      menu: "Entra ID › Conditional Access › Policies",
      link: `${center}Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies`,
    },
  ],
  [
    "/directory/",
    {
      menu: "Entra ID › Custom security attributes",
      link: `${center}Microsoft_AAD_IAM/CustomAttributesCatalog`,
    },
  ],
  [
    "customSecurityAttributes",
    {
      menu: "Entra ID › Enterprise apps › the app › Custom security attributes",
      link: `${center}Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
    },
  ],
  ["omeRealmDiscoveryPolicies", { menu: "No page has it: Microsoft Graph or PowerShell only", link: null }],
  [
    "/oauth2PermissionGrants",
    {
      menu: "Entra ID › App registrations › the login client › API permissions › Grant admin consent",
      link: `${center}Microsoft_AAD_RegisteredApps/ApplicationsListBlade`,
    },
  ],
  [
    "/servicePrincipals",
    {
      menu: "Entra ID › Enterprise apps (the admin center makes it together with the registration)",
      link: `${center}Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
    },
  ],
  [
    "/applications",
    {
      menu: "Entra ID › App registrations",
      link: `${center}Microsoft_AAD_RegisteredApps/ApplicationsListBlade`,
    },
  ],
];

/** The place of a step. Links of the admin center are not documented; where one no longer works, the menu leads there. */
export function placeOf({
  lookUp,
  create,
  update,
  press,
}: Pick<SetupStep, "lookUp" | "create" | "update" | "press">): AdminCenterPlace {
  const address = [lookUp, create, update, press].map((request) => request?.url ?? "").join(" ");
  return (
    places.find(([part]) => address.includes(part))?.[1] ?? {
      menu: "Microsoft Entra admin center",
      link: null,
    }
  );
}
