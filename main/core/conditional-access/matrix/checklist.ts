import { MICROSOFT_GRAPH, WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";
import type { PolicyAnswer, SignInAnswer } from "../answer/answer.ts";
import { appIdOf, splitScope } from "../sign-in/scopes.ts";
import type { Tri } from "../tri.ts";
import {
  appIn,
  type ChecklistInput,
  type CheckPoint,
  canSpoil,
  namelessIn,
  pageOf,
  point,
} from "./check-point.ts";
import { attributePoints } from "./checklist-attributes.ts";
import { consentPoints, homeRealmPoints } from "./checklist-consent.ts";

/**
 * What has to be so in the app registrations for the sign-ins of a profile. Without registrations every point is open: nothing is
 * assumed of what nobody gave.
 */
export function checklistOf(input: ChecklistInput): readonly CheckPoint[] {
  const clients = new Set(input.answer.signIns.flatMap(({ client }) => client ?? []));
  const apis = new Map<string, Set<string>>();
  for (const { scopes } of input.answer.signIns) {
    for (const written of scopes) {
      const { of, uri, name } = splitScope(written);
      const appId = appIdOf(uri, input.facts);
      if (of === "oidc" || appId === null || appId === MICROSOFT_GRAPH || appId === WINDOWS_AZURE_AD)
        continue;
      apis.set(appId, (apis.get(appId) ?? new Set()).add(name));
    }
  }
  return [
    ...[...clients].flatMap((client) => clientPoints(client, apis, input)),
    ...[...apis].flatMap(([api, scopes]) => apiPoints(api, scopes, input)),
    ...excludedPoints(input),
    ...attributePoints(input),
    ...[...clients].flatMap((client) => consentPoints(client, input)),
    ...homeRealmPoints([...clients], input),
  ];
}

function clientPoints(
  client: string,
  apis: ReadonlyMap<string, ReadonlySet<string>>,
  { tenant: { registrations }, redirectUri, roles }: ChecklistInput,
): readonly CheckPoint[] {
  const app = registrations.find(({ appId }) => appId === client);
  const name = appIn(registrations, client);
  const namelessApp = namelessIn(registrations, client);
  // One registration that is missing among others is missing; without any, nobody knows.
  const known = (holds: boolean | undefined): Tri =>
    app === undefined ? (registrations.length === 0 ? "depends" : "no") : holds === true ? "yes" : "no";
  const link = pageOf(client, "Authentication");
  return [
    point(
      {
        id: `public-flow ${client}`,
        namelessApp,
        title: `Public client flows on ${name}`,
        detail: "The check sends no secret. Without this setting Entra answers AADSTS7000218.",
        fix: "Turn on Allow public client flows under Authentication.",
      },
      known(app?.allowsPublicFlows),
      link,
    ),
    ...(redirectUri === null
      ? []
      : [
          point(
            {
              id: `redirect ${client}`,
              namelessApp,
              title: `Redirect URI on ${name}`,
              detail: `The profile has ${redirectUri}; another one is answered with AADSTS50011.`,
              fix: `Add ${redirectUri} under Authentication, Mobile and desktop applications.`,
            },
            known(app?.publicRedirects.includes(redirectUri)),
            link,
          ),
        ]),
    ...(roles.length === 0
      ? []
      : [
          point(
            {
              id: `roles ${client}`,
              namelessApp,
              title: `Administrator role on ${name}`,
              detail: `Whoever has ${roles.join(" or ")} in the ID token becomes an administrator of the Mac.`,
              fix: `Add an app role with the value ${roles.join(" or ")} under App roles, and assign it to people or groups.`,
            },
            known(roles.some((role) => app?.roles.includes(role))),
            pageOf(client, "AppRoles"),
          ),
        ]),
    ...[...apis].map(([api, scopes]) => {
      const ids = registrations
        .find(({ appId }) => appId === api)
        ?.scopes.filter(({ value }) => scopes.has(value));
      const asked = app?.asksFor.find(({ resource }) => resource === api)?.ids;
      return point(
        {
          id: `permission ${client} ${api}`,
          namelessApp,
          title: `Permission of ${name} for the scope of ${appIn(registrations, api)}`,
          detail:
            "Consent for everybody in the admin center covers the permissions that are listed; without consent people meet AADSTS65001.",
          fix: `Add the delegated permission ${[...scopes].join(", ")} under API permissions, and consent for everybody.`,
        },
        known(ids?.every(({ id }) => asked?.includes(id)) === true && ids.length > 0),
        pageOf(client, "CallAnAPI"),
      );
    }),
  ];
}

function apiPoints(
  api: string,
  scopes: ReadonlySet<string>,
  { tenant: { registrations } }: ChecklistInput,
): readonly CheckPoint[] {
  const app = registrations.find(({ appId }) => appId === api);
  const name = appIn(registrations, api);
  const namelessApp = namelessIn(registrations, api);
  const known = (holds: boolean | undefined): Tri =>
    app === undefined ? (registrations.length === 0 ? "depends" : "no") : holds === true ? "yes" : "no";
  const named = [...scopes].filter((scope) => scope !== "" && scope !== ".default");
  return [
    point(
      {
        id: `exposes ${api}`,
        namelessApp,
        title: `Scope of the profile on ${name}`,
        detail: `The profile asks for ${named.join(", ")}.`,
        fix: `Add the scope ${named.join(", ")} under Expose an API, and turn it on.`,
      },
      known(named.every((scope) => app?.scopes.some(({ value }) => value === scope))),
      pageOf(api, "ProtectAnAPI"),
    ),
    point(
      {
        id: `api-no-flow ${api}`,
        namelessApp,
        title: `No public client flows on ${name}`,
        detail: "Nobody should sign in to the API app itself: it hands out tokens for a password alone.",
        fix: "Turn off Allow public client flows under Authentication.",
      },
      known(app?.allowsPublicFlows === false),
      pageOf(api, "Authentication"),
    ),
    point(
      {
        id: `api-no-redirect ${api}`,
        namelessApp,
        title: `No redirect URI on ${name}`,
        detail: "An API app needs none, and each is one more way in.",
        fix: "Remove the redirect URIs under Authentication.",
      },
      known(app?.redirects.length === 0),
      pageOf(api, "Authentication"),
    ),
  ];
}

function coverTitle({ displayName, applies }: PolicyAnswer): string {
  if (applies === "depends") return `Whether ${displayName} covers what the password check asks for`;
  return `${displayName} ${applies === "yes" ? "covers" : "leaves out"} what the password check asks for`;
}

const coverText: Readonly<Record<Tri, string>> = {
  yes: "The check meets what the policy demands, each time.",
  no: "The check meets nothing of this policy.",
  depends: "If it does, the check meets what the policy demands, each time.",
};

/** Every policy for all resources leaves the check's resource out, if it is to stay clean. */
function excludedPoints({ answer }: ChecklistInput): readonly CheckPoint[] {
  const check = answer.signIns.find(({ id }) => id === "password-check");
  if (check === undefined) return [];
  return check.policies
    .filter((policy) => canSpoil(policy) && policy.targets.startsWith("all resources"))
    .map((policy) =>
      point(
        {
          id: `excludes ${policy.id}`,
          title: coverTitle(policy),
          detail: coverText[policy.applies],
          fix: exclusionFix(check),
        },
        policy.applies === "no" ? "yes" : policy.applies === "yes" ? "no" : "depends",
        `https://entra.microsoft.com/#view/Microsoft_AAD_ConditionalAccess/PolicyBlade/policyId/${encodeURIComponent(policy.id)}`,
      ),
    );
}

/** The directory's own resources stand for the basic scopes of every app, so they are no way to leave out one sign-in. */
function exclusionFix({ resource, resourceName }: SignInAnswer): string {
  return resource === WINDOWS_AZURE_AD || resource === MICROSOFT_GRAPH
    ? `Let the check ask for an API app of its own, recipe C or D, and exclude that one. Without ${resourceName} the policy would let the basic scopes of every app through.`
    : `Exclude ${resourceName} in the policy's target resources, by name and not by attribute of the client.`;
}
