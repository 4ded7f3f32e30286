import type { AttributeValue } from "../rule/rule.ts";
import type { ClientAppType } from "./client-app-type.ts";

/** Platforms as `conditions.platforms` names them, lower-cased. */
export type Platform = "android" | "ios" | "windows" | "windowsphone" | "macos" | "linux";

/** What a user is to the tenant: a `member`, or one of the kinds of `guestOrExternalUserTypes`, lower-cased. */
export type UserKind =
  | "member"
  | "internalguest"
  | "b2bcollaborationguest"
  | "b2bcollaborationmember"
  | "b2bdirectconnectuser"
  | "otherexternaluser"
  | "serviceprovider";

export type RiskLevel = "none" | "low" | "medium" | "high";
export type InsiderRiskLevel = "none" | "minor" | "moderate" | "elevated";

/** Attributes of a registered device by lower-cased name (`iscompliant`, `trusttype`, …); a name that is absent is not given. */
export type DeviceFacts = ReadonlyMap<string, Exclude<AttributeValue, undefined>>;

export type NamedLocation = {
  /** Lower-cased id. */
  readonly id: string;
  readonly displayName: string | null;
  readonly kind: "ip" | "country" | "other";
  readonly trusted: boolean;
  /** CIDR ranges, IPv4 and IPv6. */
  readonly ranges: readonly string[];
  /** Two-letter country codes, lower-cased. */
  readonly countries: readonly string[];
  readonly includeUnknownCountries: boolean;
  readonly byGps: boolean;
};

/** An app of the tenant, as far as resource resolution and application filters need it. */
export type KnownApplication = {
  /** Lower-cased. */
  readonly appId: string;
  readonly displayName: string | null;
  /** App ID URIs, lower-cased. */
  readonly identifierUris: readonly string[];
  /** Custom security attributes as `set_attribute`, lower-cased; null: not given. */
  readonly attributes: ReadonlyMap<string, Exclude<AttributeValue, undefined>> | null;
  /** Set where Graph was asked for them and showed none: there are none, or whoever asked may not see them. */
  readonly showsNoAttributes?: true;
};

/** Lists of ids that a sign-in can be in. */
export type Membership = "users" | "groups" | "roles" | "locations";

/**
 * What is known about one sign-in. An absent member is not given: every condition that needs it answers `depends`.
 * All identifiers are lower-cased (the context reader does that).
 */
export type SignInContext = {
  /** All names the user is known by: object id, user principal name. */
  readonly user?: ReadonlySet<string>;
  /** The kinds the user can be; one element when it is known. */
  readonly userKinds?: readonly UserKind[];
  readonly homeTenant?: string;
  /** All groups, nested ones included. */
  readonly groups?: ReadonlySet<string>;
  /** Role template ids of all active directory-wide roles. */
  readonly roles?: ReadonlySet<string>;
  /** null: the client shows no platform. */
  readonly platform?: Platform | null;
  readonly ipAddress?: string;
  /** Two-letter code, lower-cased. */
  readonly country?: string;
  readonly trustedLocation?: boolean;
  /** Ids (and names) of all named locations that the sign-in comes from. */
  readonly locations?: ReadonlySet<string>;
  readonly locationDefinitions?: readonly NamedLocation[];
  /**
   * Ids that the sign-in is certainly not in. A list with an entry here is not complete: what stands neither in it nor here is
   * open.
   */
  readonly ruledOut?: Readonly<Partial<Record<Membership, ReadonlySet<string>>>>;
  /** null: the device is not registered. */
  readonly device?: DeviceFacts | null;
  readonly signInRisk?: RiskLevel;
  readonly userRisk?: RiskLevel;
  readonly insiderRisk?: InsiderRiskLevel;
  readonly applications?: readonly KnownApplication[];
  /** True where the person proves who they are at an identity provider outside Entra (AD FS for example). */
  readonly federated?: boolean;
  /** What the request counts as, where it can count as more than one thing. */
  readonly clientAppType?: ClientAppType;
  /**
   * MFA from outside Conditional Access: `true` for per-user MFA. Security defaults ask ordinary people "when
   * necessary", which nobody outside Microsoft can tell beforehand
   * (https://learn.microsoft.com/entra/fundamentals/security-defaults).
   */
  readonly mfaOutsidePolicies?: boolean | "when-necessary";
};

/**
 * Completes facts with "there is nothing else": no groups, no roles, an ordinary member, no risk, no trusted or named
 * location, no registered device. For a tenant that knows everything about its users, such as the practice tenant.
 */
export function assumeNothingElse(facts: SignInContext): SignInContext {
  return {
    user: new Set(),
    userKinds: ["member"],
    groups: new Set(),
    roles: new Set(),
    trustedLocation: false,
    locations: new Set(),
    device: null,
    signInRisk: "none",
    userRisk: "none",
    insiderRisk: "none",
    ...facts,
    applications: (facts.applications ?? []).map((app) => ({
      ...app,
      attributes: app.attributes ?? new Map(),
    })),
  };
}
