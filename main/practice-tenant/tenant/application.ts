import { z } from "zod";

const guid = z.guid();
const redirectUri = z
  .string()
  .max(256)
  .refine((uri) => URL.canParse(uri), "is not an address");
const redirectUris = z.array(redirectUri).default([]);
/** Words that Graph can filter by: `tags/any(t:t eq '…')`. */
const tags = z.array(z.string()).default([]);

/** Members that a real registration has and the practice tenant does not need pass through. */
const scopeSchema = z.looseObject({
  id: guid,
  value: z.string().min(1),
  type: z.enum(["Admin", "User"]).default("Admin"),
});

const appRoleSchema = z.looseObject({ id: guid, value: z.string().min(1), displayName: z.string() });

/**
 * Consent that the tenant or one user gave to this app: `scope` is a list with blanks, as in `oauth2PermissionGrant`.
 * `Application` grants are for the app itself, without a user (client credentials).
 */
const grantSchema = z.strictObject({
  resourceAppId: guid,
  scope: z.string(),
  consentType: z.enum(["AllPrincipals", "Principal", "Application"]).default("AllPrincipals"),
  principalId: guid.optional(),
});

/**
 * One app registration together with its service principal in the tenant. Names follow Graph's `application`;
 * `servicePrincipal`, `grants` and the attributes belong to the service principal.
 */
export const applicationSchema = z.strictObject({
  /** The application (client) id. */
  appId: guid,
  /** Object id of the registration. */
  id: guid,
  displayName: z.string(),
  /** Free text for administrators; a set-up script writes its mark here. */
  notes: z.string().nullable().default(null),
  tags,
  identifierUris: z.array(z.string()).default([]),
  /** "Allow public client flows": without it ROPG wants a secret (AADSTS7000218). */
  isFallbackPublicClient: z.boolean().default(false),
  publicClient: z.strictObject({ redirectUris }).prefault({}),
  web: z.strictObject({ redirectUris }).prefault({}),
  spa: z.strictObject({ redirectUris }).prefault({}),
  /** Values of valid client secrets. */
  secrets: z.array(z.string().min(1)).default([]),
  api: z
    .strictObject({
      /** `null` and 1: access tokens in v1 format, whatever endpoint was asked; 2: in v2 format. */
      requestedAccessTokenVersion: z
        .union([z.literal(1), z.literal(2)])
        .nullable()
        .default(null),
      oauth2PermissionScopes: z.array(scopeSchema).default([]),
    })
    .prefault({}),
  requiredResourceAccess: z
    .array(
      z.strictObject({
        resourceAppId: guid,
        resourceAccess: z.array(z.strictObject({ id: guid, type: z.enum(["Scope", "Role"]) })),
      }),
    )
    .default([]),
  appRoles: z.array(appRoleSchema).default([]),
  groupMembershipClaims: z.enum(["None", "SecurityGroup", "All"]).default("None"),
  /** `null`: the registration has no service principal in this tenant (AADSTS500011 as a resource). */
  servicePrincipal: z
    .strictObject({
      id: guid,
      notes: z.string().nullable().default(null),
      tags,
      appRoleAssignmentRequired: z.boolean().default(false),
      /** Custom security attributes, `{ Set: { Attribute: value } }`. */
      customSecurityAttributes: z
        .record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])))
        .default({}),
      homeRealmDiscoveryPolicyIds: z.array(guid).default([]),
    })
    .nullable(),
  grants: z.array(grantSchema).default([]),
});

export type TenantApplication = z.output<typeof applicationSchema>;
