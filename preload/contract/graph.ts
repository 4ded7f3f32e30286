import type { WhatIfComparison } from "../../main/core/conditional-access/matrix/compare-what-if.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { Assumed, MatrixInput, PoliciesView } from "./policies.ts";

/** What can be read from Microsoft Graph beside the policies. */
export type GraphFeatureId = "strengths" | "apps" | "groups" | "attributes" | "consent";

/** What a feature reads, and the delegated permissions that it asks for. */
export type GraphFeatureView = {
  readonly id: GraphFeatureId | "policies";
  readonly title: string;
  readonly scopes: readonly string[];
};

/** The person's own sign-in to Microsoft Graph. */
export type GraphState =
  | { readonly kind: "signed-out" }
  /** The person has to go to `url`, and type `code` there where there is one; both null until they are known. */
  | { readonly kind: "signing-in"; readonly url: string | null; readonly code: string | null }
  /** `rows` counts those of a long list that are there; `tries` the times that a log was asked for a row that is on its way. */
  | {
      readonly kind: "reading";
      readonly userName: string;
      readonly rows?: number;
      readonly tries?: { readonly time: number; readonly of: number };
    }
  | { readonly kind: "signed-in"; readonly userName: string; readonly tenantId: string };

/** Somebody of the tenant whom a search has found. */
export type FoundPersonView = {
  /** Object id. */
  readonly id: string;
  readonly displayName: string | null;
  readonly userPrincipalName: string;
};

/** Somebody of the tenant, as policies see them; what is null stays open. */
export type PersonView = FoundPersonView & {
  readonly userType: NonNullable<Assumed["userType"]> | null;
  /** Ids of all groups, nested ones included. */
  readonly groups: readonly string[];
  /** Template ids of the roles that are active now. */
  readonly roles: readonly string[] | null;
};

export type GraphView = {
  readonly state: GraphState;
  readonly features: readonly GraphFeatureView[];
  /** What finding a person asks for, once somebody searches. */
  readonly personScopes: readonly string[];
  /** `https://HOST/TENANT` of the open profile, or of the practice tenant while it runs; null where none is known. */
  readonly authority: string | null;
  /** An id that the practice tenant adopts, or that of the kept session; else null: nothing is baked in. */
  readonly clientId: string | null;
  /** Whether the system has a store in which a session can be kept. */
  readonly canRemember: boolean;
  /** Whose session is kept there; null where none is. */
  readonly keptUser: string | null;
};

export type GraphCalls = {
  readonly "graph.view": Call<Nothing, GraphView>;
  /**
   * Signs a person in where nobody is, reads policies and what gives names to ids, and loads them. Problems: `unknown-authority`,
   * `remember-unavailable`, `graph-sign-in-stopped`, `graph-sign-in-refused`, `graph-consent-missing`, `graph-signed-out`, `graph-busy`, `graph-stopped`,
   * `graph-unreachable`, `graph-answer`.
   */
  readonly "graph.load": Call<
    {
      /** Application id of the person's own registration. */
      readonly clientId: string;
      readonly authority: string;
      readonly how: "browser" | "device-code";
      readonly features: readonly GraphFeatureId[];
      /** Keeps the session in the system's store, or uses the one that is kept there. */
      readonly remember: boolean;
    },
    PoliciesView
  >;
  /**
   * Microsoft's own What If beside the answer, for each sign-in; null without policies. Problems: `what-if-needs-id` where the person is
   * neither the one who signed in nor given by object id, `graph-signed-out`, and those of Graph.
   */
  readonly "graph.whatIf": Call<MatrixInput, readonly WhatIfComparison[] | null>;
  /**
   * The first people whose name or address begins with the words. Whoever read the policies signs in again where the permissions are
   * new. Problems: `graph-signed-out` where nobody is signed in, and those of `graph.load`.
   */
  readonly "graph.findPeople": Call<
    { readonly words: string },
    { readonly people: readonly FoundPersonView[]; readonly areMore: boolean }
  >;
  /** One person with groups, roles and kind. Problems: `graph-person-unknown`, and those of `graph.findPeople`. */
  readonly "graph.person": Call<{ readonly id: string }, PersonView>;
  /** Gives up waiting for the person, or reading. */
  readonly "graph.stop": Call<Nothing, null>;
  /** Forgets the session, the kept one too; policies that were read stay. */
  readonly "graph.signOut": Call<Nothing, null>;
};

export const graphCalls: Names<GraphCalls> = {
  "graph.view": true,
  "graph.load": true,
  "graph.whatIf": true,
  "graph.findPeople": true,
  "graph.person": true,
  "graph.stop": true,
  "graph.signOut": true,
};

export type GraphEvents = { readonly "graph.changed": GraphState };

export const graphEvents: Names<GraphEvents> = { "graph.changed": true };
