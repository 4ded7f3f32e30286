import type { Problem } from "../problem.ts";
import type { CompiledRule } from "./rule/rule.ts";

/** `state` as Microsoft Graph spells it. */
export type PolicyState = "enabled" | "disabled" | "enabledForReportingButNotEnforced";

/** Identifiers of a list: as the file spells them, and lower-cased for comparing. */
export type Ids = { readonly written: readonly string[]; readonly keys: ReadonlySet<string> };

/** Kinds of users from outside, the flags of `guestOrExternalUserTypes`, lower-cased. */
export type GuestKind =
  | "internalguest"
  | "b2bcollaborationguest"
  | "b2bcollaborationmember"
  | "b2bdirectconnectuser"
  | "otherexternaluser"
  | "serviceprovider";

export type GuestSelector = {
  /** null: the file does not say which kinds. */
  readonly kinds: ReadonlySet<string> | null;
  /** Home tenants, lower-cased; `all` when every tenant counts, null when the export lost them. */
  readonly tenants: "all" | ReadonlySet<string> | null;
};

export type UserSet = {
  readonly everyone: boolean;
  /** `GuestsOrExternalUsers` in the list of users. */
  readonly allGuests: boolean;
  readonly users: Ids;
  readonly groups: Ids;
  readonly roles: Ids;
  readonly guests: GuestSelector | null;
};

export type ApplicationSet = {
  readonly everything: boolean;
  readonly office365: boolean;
  readonly adminPortals: boolean;
  readonly ids: Ids;
};

export type RuleFilter = { readonly mode: "include" | "exclude" | null; readonly rule: CompiledRule };

export type ApplicationConditions = {
  readonly include: ApplicationSet;
  readonly exclude: ApplicationSet;
  readonly filter: RuleFilter | null;
  readonly userActions: readonly string[];
  readonly authenticationContexts: readonly string[];
  /** Names of members with a value that may add or take away targets, and that nobody here knows. */
  readonly unknown: readonly string[];
};

export type UserConditions = {
  readonly include: UserSet;
  readonly exclude: UserSet;
  /** Names of members with a value that may add or take away people, and that nobody here knows. */
  readonly unknown: readonly string[];
};

export type IncludeExclude = { readonly include: Ids; readonly exclude: Ids };

/** The conditions of a policy; `null` and an empty list mean "not configured", which every sign-in passes. */
export type PolicyConditions = {
  readonly users: UserConditions | null;
  readonly applications: ApplicationConditions | null;
  readonly clientAppTypes: Ids;
  readonly platforms: IncludeExclude | null;
  readonly locations: IncludeExclude | null;
  readonly deviceFilter: RuleFilter | null;
  readonly signInRiskLevels: Ids;
  readonly userRiskLevels: Ids;
  readonly insiderRiskLevels: Ids;
  readonly servicePrincipalRiskLevels: Ids;
  readonly transferMethods: Ids;
  /** True when the policy is for workload identities or agents. */
  readonly workloadIdentities: boolean;
  /** Names of members with a value that this evaluator does not know, for example `conditions.times`. */
  readonly unknown: readonly string[];
};

export type BuiltInControl =
  | "block"
  | "mfa"
  | "compliantDevice"
  | "domainJoinedDevice"
  | "approvedApplication"
  | "compliantApplication"
  | "passwordChange"
  | "riskRemediation";

/** One item of a policy's list of grant controls. */
export type GrantControl =
  | { readonly kind: BuiltInControl }
  | {
      readonly kind: "authenticationStrength";
      readonly id: string | null;
      readonly displayName: string | null;
      /** `allowedCombinations` of the strength; null when the export does not say. */
      readonly combinations: readonly string[] | null;
      /** True where the export lost what the strength asks for, or whether there is one. */
      readonly lost: boolean;
    }
  | { readonly kind: "termsOfUse" | "customAuthenticationFactor"; readonly id: string }
  /** Nobody here knows what it demands; `lost` where the export cut it off or made it unreadable. */
  | { readonly kind: "unknown"; readonly id: string; readonly lost: boolean };

export type GrantControls = {
  /** null: the file names no operator that is known. */
  readonly operator: "AND" | "OR" | null;
  readonly items: readonly GrantControl[];
};

/** A session control that is turned on. */
export type SessionControl = {
  readonly kind: string;
  /** True when this evaluator knows what the control does to the two sign-ins. */
  readonly known: boolean;
  /** For reading, for example `every time` or `12 hours`. */
  readonly detail: string | null;
};

/** One Conditional Access policy, read once and ready to be evaluated often. */
export type ConditionalAccessPolicy = {
  /** `id` of the file; its display name where the file has none. */
  readonly id: string;
  /** `Policy without a name (…)` with its id or number, where the file has none. */
  readonly displayName: string;
  /** null: absent or unknown; see `stateAsWritten`. */
  readonly state: PolicyState | null;
  readonly stateAsWritten: string | null;
  readonly conditions: PolicyConditions;
  readonly grant: GrantControls;
  readonly session: readonly SessionControl[];
  /** Names and placeholders where ids belong; they match nothing but themselves. */
  readonly unresolved: readonly string[];
  /** Places of the policy that the export lost or made unreadable, for example `conditions.users`. */
  readonly lost: readonly string[];
  /** Lists that stood in one text and were split without doubt. */
  readonly joined: readonly string[];
  /** What is wrong inside this policy, for example a rule that cannot be read. */
  readonly problems: readonly Problem[];
  /** Name of the file that it was read from. */
  readonly source: string | null;
  /** The policy exactly as the file has it, unknown members included. */
  readonly raw: unknown;
};
