import { z } from "zod";
import { applicationSchema } from "./application.ts";
import {
  groupSchema,
  homeRealmDiscoveryPolicySchema,
  namedLocationSchema,
  policySchema,
} from "./directory-objects.ts";
import { userSchema } from "./user.ts";

const guid = z.guid();
const riskLevel = z.enum(["none", "low", "medium", "high"]);

/** Where practice sign-ins seem to come from: policies judge this instead of 127.0.0.1. */
const networkSchema = z.strictObject({
  ipAddress: z.union([z.ipv4(), z.ipv6()]).default("203.0.113.10"),
  /** Two letters, ISO 3166-1. */
  country: z.string().length(2).default("US"),
  /** Entra holds the address for malicious: AADSTS50053 whatever the password. */
  malicious: z.boolean().default(false),
});

/** The Mac that people sign in on; `null` is a device that Entra does not know. ROPG never shows a device. */
const deviceSchema = z.strictObject({
  isCompliant: z.boolean().default(false),
  trustType: z.enum(["AzureAD", "ServerAD", "Workplace"]).nullable().default(null),
});

const deviceCode = z.union([z.literal(53000), z.literal(50097), z.literal(530003)]);

/** How the practice tenant meets a profile: which apps play which part, and what happens to apps it does not know. */
const partsSchema = z.strictObject({
  loginClient: guid,
  /** API app whose scope the login asks for. */
  loginApi: guid.nullable().default(null),
  /** API app whose scope the password check asks for. */
  checkApi: guid.nullable().default(null),
  /**
   * `adopt`: an unregistered client id behaves like `loginClient`, an unregistered `api://` resource like `loginApi`
   * (password check: `checkApi`). `refuse`: AADSTS700016 and AADSTS500011, as in a real tenant.
   */
  unknownApps: z.enum(["adopt", "refuse"]).default("adopt"),
  /** Whether an adopted client may use a redirect URI that `loginClient` has not registered. */
  unknownRedirectUris: z.enum(["adopt", "refuse"]).default("adopt"),
});

/** What the profile of the scenario asks for; scopes in the order they are written. */
const profileSchema = z.strictObject({
  loginScopes: z.array(z.string()).default(["openid", "profile", "email"]),
  checkScopes: z.array(z.string()).default(["openid", "profile", "email"]),
  redirectUri: z.string().default("https://127.0.0.1/jamfconnect"),
  /** Which token endpoint the password check reaches; `v2-at-v1`: it reaches v1 and believes it is v2. */
  checkEndpoint: z.enum(["v1", "v2", "v2-at-v1"]).default("v2"),
  /** Put into the profile where the story has one. */
  clientSecret: z.string().nullable().default(null),
  clientId: guid.nullable().default(null),
});

/**
 * A whole practice tenant as one JSON value. Everything has a default except what makes it a tenant: its id, its
 * domain, its users, its app registrations and which of them plays the login client.
 */
export const tenantSchema = z.strictObject({
  schema: z.literal("latchkey-practice-tenant/1"),
  id: guid,
  displayName: z.string().default("Contoso practice tenant"),
  domain: z.string().min(1),
  users: z.array(userSchema).min(1),
  groups: z.array(groupSchema).default([]),
  applications: z.array(applicationSchema).min(1),
  conditionalAccessPolicies: z.array(policySchema).default([]),
  namedLocations: z.array(namedLocationSchema).default([]),
  homeRealmDiscoveryPolicies: z.array(homeRealmDiscoveryPolicySchema).default([]),
  securityDefaults: z.boolean().default(false),
  /**
   * The tenant's baseline-scope setting: `enforced` (the default of Entra since June 2026), `legacy`, or the app id
   * of the placeholder app that stands for baseline scopes.
   */
  baselineScopes: z.union([z.enum(["enforced", "legacy"]), guid]).default("enforced"),
  smartLockout: z
    .strictObject({ threshold: z.int().min(1).max(50).default(10), seconds: z.int().min(5).default(60) })
    .prefault({}),
  network: networkSchema.prefault({}),
  signInRiskLevel: riskLevel.default("none"),
  device: deviceSchema.nullable().default(null),
  /**
   * Which interactive sign-ins show Entra the device. `browsers`: only an ordinary browser does, as on a Mac where the
   * Enterprise SSO plug-in (Platform SSO) answers for the device. The web view of the login window has nobody's session
   * and no plug-in, and shows none.
   */
  deviceShownBy: z.enum(["every-sign-in", "browsers"]).default("every-sign-in"),
  /**
   * What a policy that wants a compliant device answers where the sign-in shows none; 53000 is for one that is shown
   * and is not compliant. Uncertain: Jamf saw 530003 in the web view, others 50097 and 53000 at the token endpoint.
   */
  unseenDevice: z
    .strictObject({ login: deviceCode.default(530003), check: deviceCode.default(53000) })
    .prefault({}),
  /**
   * The platform that policies see. A practice login stands for a Mac's login window, whatever computer it runs on;
   * `fromUserAgent` reads the request as Entra does.
   */
  platform: z.enum(["macOS", "windows", "linux", "iOS", "android", "none", "fromUserAgent"]).default("macOS"),
  /** `sign-in`: discovery answers, everything after it is down; `everything`: no endpoint answers. */
  outage: z.enum(["none", "sign-in", "everything"]).default("none"),
  /** How long a device code can be used, and how often a client may ask for its token (seconds). */
  deviceCode: z
    .strictObject({
      seconds: z.int().min(1).max(900).default(900),
      interval: z.int().min(1).max(60).default(5),
    })
    .prefault({}),
  /**
   * Which of the two sign-in tables password checks come in. Uncertain: public rules and samples show rows of ROPC in either.
   */
  passwordCheckRows: z.enum(["interactiveUser", "nonInteractiveUser"]).default("interactiveUser"),
  /** Whether people are asked to stay signed in after an interactive login. */
  staySignedInPrompt: z.boolean().default(false),
  /** v1 errors in the old form with a wrapper code in front, `error_codes: [70002, 50126]`. */
  wrapV1Errors: z.boolean().default(false),
  /** v1 ID tokens without a signature (`alg: none`), as native clients may get them from the v1 endpoint. */
  unsignedV1IdTokens: z.boolean().default(false),
  graph: z
    .strictObject({
      /** Items on a page where the request does not say. */
      pageSize: z.int().min(1).max(999).default(100),
      /** How many requests are answered with 429 before Graph answers. */
      throttleFirst: z.int().min(0).max(100).default(0),
      /** Every n-th request is answered with 429, as when a long list is read; 0: none. 1 would answer nothing ever. */
      throttleEvery: z.union([z.literal(0), z.int().min(2).max(1000)]).default(0),
      /** Seconds in `Retry-After` of a 429. */
      retryAfter: z.int().min(1).max(300).default(1),
      /** Whether the tenant has Entra ID P1 or P2; without one Graph shows no sign-in log. */
      premium: z.boolean().default(true),
      attributeSets: z.array(z.looseObject({ id: z.string() })).default([]),
      attributeDefinitions: z
        .array(z.looseObject({ attributeSet: z.string(), name: z.string() }))
        .default([]),
    })
    .prefault({}),
  practice: partsSchema,
  profile: profileSchema.prefault({}),
});

export type Tenant = z.output<typeof tenantSchema>;
/** A tenant as it is written in a file: everything with a default may be left out. */
export type TenantFile = z.input<typeof tenantSchema>;
