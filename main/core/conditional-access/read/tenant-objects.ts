import type { ConditionalAccessPolicy, GrantControl } from "../policy.ts";
import type { KnownApplication } from "../sign-in/sign-in-context.ts";
import { type AppRegistration, appRegistrationOf } from "./app-registration.ts";
import { flattenAttributes } from "./attributes.ts";
import {
  type HomeRealmPolicy,
  homeRealmPolicyOf,
  type PermissionGrant,
  permissionGrantOf,
  type ServicePrincipal,
  servicePrincipalOf,
} from "./consent-objects.ts";
import { type Members, membersOf, textOf, textsOf } from "./members.ts";

/** What an id of a policy can stand for. */
export type TenantObjectKind =
  | "user"
  | "group"
  | "role"
  | "application"
  | "location"
  | "authentication strength"
  | "terms of use";

/** An object of the tenant that gives its name to an id. */
export type TenantObject = {
  readonly kind: TenantObjectKind;
  /** Lower-cased; for an application its app id, for a role its template's. */
  readonly id: string;
  readonly displayName: string;
};

/** An authentication strength with what it asks for. */
export type AuthenticationStrength = { readonly id: string; readonly combinations: readonly string[] };

/** Neighbours of policies that say more about them: names for ids, apps, authentication strengths. */
export type TenantObjects = {
  readonly named: readonly TenantObject[];
  readonly applications: readonly KnownApplication[];
  readonly strengths: readonly AuthenticationStrength[];
  readonly registrations: readonly AppRegistration[];
  readonly principals: readonly ServicePrincipal[];
  readonly grants: readonly PermissionGrant[];
  readonly homeRealmPolicies: readonly HomeRealmPolicy[];
};

export const NO_TENANT_OBJECTS: TenantObjects = {
  named: [],
  applications: [],
  strengths: [],
  registrations: [],
  principals: [],
  grants: [],
  homeRealmPolicies: [],
};

type Reader = {
  readonly kind: TenantObjectKind;
  readonly test: (members: Members) => boolean;
  readonly id: string;
};

/** From what gives a kind away without doubt to what only hints at it. */
const READERS: readonly Reader[] = [
  { kind: "authentication strength", test: (m) => m.has("allowedcombinations"), id: "id" },
  { kind: "group", test: (m) => m.has("grouptypes") || m.has("securityenabled"), id: "id" },
  { kind: "user", test: (m) => m.has("userprincipalname"), id: "id" },
  { kind: "application", test: (m) => m.has("appid"), id: "appid" },
  { kind: "role", test: (m) => m.has("roletemplateid"), id: "roletemplateid" },
  { kind: "role", test: (m) => m.has("isbuiltin") && m.has("rolepermissions"), id: "id" },
  { kind: "terms of use", test: (m) => m.has("isviewingbeforeacceptancerequired"), id: "id" },
];

/** Reads one object that is no policy; null where it says nothing about policies. */
export function tenantObjectOf(members: Members): TenantObjects | null {
  const grant = permissionGrantOf(members);
  if (grant !== null) return { ...NO_TENANT_OBJECTS, grants: [grant] };
  const homeRealm = homeRealmPolicyOf(members);
  if (homeRealm !== null) return { ...NO_TENANT_OBJECTS, homeRealmPolicies: [homeRealm] };
  const reader = READERS.find(({ test }) => test(members));
  const id = reader === undefined ? null : textOf(members.get(reader.id));
  if (reader === undefined || id === null) return null;
  const name = textOf(members.get("displayname")) ?? textOf(members.get("userprincipalname"));
  return {
    named: name === null ? [] : [{ kind: reader.kind, id: id.toLowerCase(), displayName: name }],
    applications: reader.kind === "application" ? [applicationOf(id, members)] : [],
    strengths: reader.kind === "authentication strength" ? strengthsOf(id, members) : [],
    registrations: [appRegistrationOf(members)].filter((each) => each !== null),
    principals: [servicePrincipalOf(members)].filter((each) => each !== null),
    grants: [],
    homeRealmPolicies: [],
  };
}

/** A service principal names its App ID URIs beside its own app id; an app registration has them by themselves. */
function applicationOf(appId: string, members: Members): KnownApplication {
  const uris = [...textsOf(members.get("identifieruris")), ...textsOf(members.get("serviceprincipalnames"))];
  return {
    appId: appId.toLowerCase(),
    displayName: textOf(members.get("displayname")),
    identifierUris: [...new Set(uris.filter((uri) => uri.includes(":")).map((uri) => uri.toLowerCase()))],
    attributes: attributesIn(members.get("customsecurityattributes")),
    ...(members.get("customsecurityattributes") === null ? { showsNoAttributes: true } : {}),
  };
}

/** null: not given, which an answer without `$select=customSecurityAttributes` never is. */
function attributesIn(value: unknown): KnownApplication["attributes"] {
  return value === undefined || value === null ? null : flattenAttributes(membersOf(value));
}

function strengthsOf(id: string, members: Members): readonly AuthenticationStrength[] {
  const combinations = textsOf(members.get("allowedcombinations"));
  return combinations.length === 0 ? [] : [{ id: id.toLowerCase(), combinations }];
}

/**
 * Puts together what several files say about the same objects: the first name counts, URIs add up, and attributes that
 * one file has are not lost to another that has none (an app registration beside its service principal).
 */
export function mergeTenantObjects(parts: readonly TenantObjects[]): TenantObjects {
  const named = new Map<string, TenantObject>();
  const applications = new Map<string, KnownApplication>();
  const strengths = new Map<string, AuthenticationStrength>();
  const registrations = new Map<string, AppRegistration>();
  const principals = new Map<string, ServicePrincipal>();
  for (const part of parts) {
    for (const each of part.named) {
      const key = `${each.kind} ${each.id}`;
      if (!named.has(key)) named.set(key, each);
    }
    for (const each of part.applications) {
      const known = applications.get(each.appId);
      applications.set(each.appId, known === undefined ? each : together(known, each));
    }
    for (const each of part.registrations)
      if (!registrations.has(each.appId)) registrations.set(each.appId, each);
    for (const each of part.principals) {
      const known = principals.get(each.id);
      const needsAssignment = known?.needsAssignment ?? each.needsAssignment;
      principals.set(each.id, { ...each, needsAssignment });
    }
    for (const each of part.strengths) if (!strengths.has(each.id)) strengths.set(each.id, each);
  }
  return {
    named: [...named.values()],
    applications: [...applications.values()],
    strengths: [...strengths.values()],
    registrations: [...registrations.values()],
    principals: [...principals.values()],
    grants: parts.flatMap((part) => part.grants),
    homeRealmPolicies: parts.flatMap((part) => part.homeRealmPolicies),
  };
}

function together(first: KnownApplication, second: KnownApplication): KnownApplication {
  return {
    appId: first.appId,
    displayName: first.displayName ?? second.displayName,
    identifierUris: [...new Set([...first.identifierUris, ...second.identifierUris])],
    attributes: first.attributes ?? second.attributes,
    ...(first.showsNoAttributes === true || second.showsNoAttributes === true
      ? { showsNoAttributes: true }
      : {}),
  };
}

/** The policies with what their authentication strengths ask for, where the export has only their ids. */
export function withStrengths(
  policies: readonly ConditionalAccessPolicy[],
  strengths: readonly AuthenticationStrength[],
): readonly ConditionalAccessPolicy[] {
  if (strengths.length === 0) return policies;
  const known = new Map(strengths.map(({ id, combinations }) => [id, combinations]));
  const complete = (control: GrantControl): GrantControl => {
    if (control.kind !== "authenticationStrength" || control.combinations !== null || control.id === null)
      return control;
    const combinations = known.get(control.id.toLowerCase());
    return combinations === undefined ? control : { ...control, combinations, lost: false };
  };
  return policies.map((policy) =>
    policy.grant.items.some((control) => complete(control) !== control)
      ? { ...policy, grant: { ...policy.grant, items: policy.grant.items.map(complete) } }
      : policy,
  );
}
