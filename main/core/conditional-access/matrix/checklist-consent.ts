import { MICROSOFT_GRAPH } from "../../microsoft-apps.ts";
import { appIdOf, splitScope } from "../sign-in/scopes.ts";
import type { Tri } from "../tri.ts";
import { appIn, type ChecklistInput, type CheckPoint, namelessIn, pageOf, point } from "./check-point.ts";

/** Comes with any consent, and names no permission of its own. */
const FREE = new Set(["offline_access", ".default", ""]);

/**
 * Whether an administrator has consented to what the app asks for, and whether its people have to be assigned. Without grants, or
 * without the service principals that they name, the point is open.
 */
export function consentPoints(client: string, input: ChecklistInput): readonly CheckPoint[] {
  const { registrations, principals, grants } = input.tenant;
  const own = principals.find(({ appId }) => appId === client);
  const consents = [...askedBy(client, input)].map(([resource, scopes]) => {
    const resourceId = principals.find(({ appId }) => appId === resource)?.id;
    const given = new Set(
      grants
        .filter((grant) => grant.isForEverybody && grant.client === own?.id && grant.resource === resourceId)
        .flatMap((grant) => grant.scopes),
    );
    const missing = [...scopes].filter((scope) => !given.has(scope));
    const isKnown = grants.length > 0 && own !== undefined && resourceId !== undefined;
    const on = resource === MICROSOFT_GRAPH ? "Graph" : appIn(registrations, resource);
    return point(
      {
        id: `consent ${client} ${resource}`,
        namelessApp: namelessIn(registrations, client),
        title: `Admin consent for the ${on} permissions of ${appIn(registrations, client)}`,
        detail: isKnown
          ? missing.length === 0
            ? `Granted for everybody: ${[...scopes].join(", ")}.`
            : `Not granted for everybody: ${missing.join(", ")}. The password check is answered with AADSTS65001 for whoever did not consent.`
          : "Grants are not in what was loaded (oauth2PermissionGrants and service principals).",
        fix: "Press Grant admin consent under API permissions: each permission has to say Granted.",
      },
      !isKnown ? "depends" : missing.length === 0 ? "yes" : "no",
      pageOf(client, "CallAnAPI"),
    );
  });
  if (own === undefined || own.needsAssignment === null) return consents;
  return [
    ...consents,
    point(
      {
        id: `assignment ${client}`,
        namelessApp: namelessIn(registrations, client),
        title: `Assignment of people to ${appIn(registrations, client)}`,
        detail: own.needsAssignment
          ? "The app wants its people assigned; whoever is not gets AADSTS50105, at both sign-ins."
          : "The app asks for no assignment.",
        fix: "Assign the people or groups of your Macs under Users and groups, or turn Assignment required off under Properties.",
      },
      own.needsAssignment ? "depends" : "yes",
      `https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Users/objectId/${encodeURIComponent(own.id)}/appId/${encodeURIComponent(client)}`,
    ),
  ];
}

/** Scopes of a client by the app id of their resource; basic scopes are Microsoft Graph's where nothing else is asked for. */
function askedBy(
  client: string,
  { answer, facts }: ChecklistInput,
): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const signIn of answer.signIns.filter((each) => each.client === client)) {
    const parts = signIn.scopes.map((written) => splitScope(written));
    const apis = parts.flatMap(({ of, uri, name }) => {
      const appId = of === "oidc" ? null : appIdOf(uri, facts);
      return appId === null || appId === MICROSOFT_GRAPH ? [] : [{ appId, name }];
    });
    const wanted = apis.length > 0 ? apis : parts.map(({ name }) => ({ appId: MICROSOFT_GRAPH, name }));
    for (const { appId, name } of wanted) {
      const scope = name.toLowerCase();
      if (!FREE.has(scope)) asked.set(appId, (asked.get(appId) ?? new Set()).add(scope));
    }
  }
  return asked;
}

/**
 * People of a federated domain have their password checked in the cloud only where a home realm discovery policy says so: of the
 * client's service principal, or of the whole tenant.
 * Source: https://learn.microsoft.com/entra/identity/enterprise-apps/home-realm-discovery-policy
 */
export function homeRealmPoints(
  clients: readonly string[],
  { answer, facts, tenant }: ChecklistInput,
): readonly CheckPoint[] {
  const check = answer.signIns.find(({ id }) => id === "password-check");
  const client = check?.client ?? null;
  if (client === null || !clients.includes(client) || facts.federated === false) return [];
  const { homeRealmPolicies, principals, registrations } = tenant;
  const own = principals.find(({ appId }) => appId === client)?.id;
  const holds: readonly Tri[] = homeRealmPolicies
    .filter(({ allowsCloudPassword }) => allowsCloudPassword)
    .map(({ isOrganizationDefault, principals: ids }): Tri => {
      if (isOrganizationDefault) return "yes";
      if (ids === null || own === undefined) return "depends";
      return ids.includes(own) ? "yes" : "no";
    });
  const nobodyNeedsIt: Tri = facts.federated === true && homeRealmPolicies.length > 0 ? "no" : "depends";
  return [
    point(
      {
        id: `home-realm ${client}`,
        namelessApp: namelessIn(registrations, client),
        title: `Cloud password validation for ${appIn(registrations, client)}`,
        detail:
          facts.federated === true
            ? "Without it, and without password hash sync, a right password is answered with AADSTS50126 or AADSTS50056."
            : "It counts for people of federated domains (AD FS) only; with password hash sync, their password can be checked.",
        fix: "Create a home realm discovery policy with AllowCloudPasswordValidation, and assign it to the app's service principal. The command prints it.",
        command: "latchkey setup --with hash-sync-policy",
      },
      holds.includes("yes") ? "yes" : holds.includes("depends") ? "depends" : nobodyNeedsIt,
      null,
    ),
  ];
}
