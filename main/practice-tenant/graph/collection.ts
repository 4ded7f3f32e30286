import type { Practice } from "../server/practice.ts";
import type { GraphObject } from "./filter.ts";
import type { GraphProblem } from "./graph-answer.ts";

/** Delegated or application permissions of which one is enough, lower-cased. */
export type Permissions = { readonly read: readonly string[]; readonly write: readonly string[] };

/** `v1.0` or `beta`; a few objects have more members in beta. */
export type GraphVersion = "v1.0" | "beta";

/**
 * A list of Graph objects that stands for a part of the tenant. Reading makes the objects anew each time, so that they
 * always show the tenant as it is; creating and changing put a new tenant in its place.
 */
export type Collection = {
  /** Below `/v1.0/` or `/beta/`; `{id}` stands for any one part. */
  readonly path: string;
  readonly permissions: Permissions;
  /** Gives null where there is no such object as `{id}` of the path names. */
  readonly list: (
    practice: Practice,
    version: GraphVersion,
    asked: CollectionAsked,
  ) => readonly GraphObject[] | null;
  /** Graph shows it only to tenants with Entra ID P1 or P2. */
  readonly needsPremium?: true;
  /** What of the list shows without being asked for by a `$filter`; everything unless said. */
  readonly shownBy?: (filter: string | null) => (object: GraphObject) => boolean;
  /** The most that `$top` takes; 999 unless said. */
  readonly largestPage?: number;
  /** Member that identifies an object in `/path/{id}`; `id` unless said. */
  readonly key?: string;
  /** Second key, as in `/applications(appId='…')`. */
  readonly alternateKey?: string;
  readonly create?: (practice: Practice, body: GraphObject) => GraphObject | GraphProblem;
  /** Gives null for a change without an answer of its own (204). */
  readonly change?: (practice: Practice, id: string, body: GraphObject) => GraphProblem | null;
  /** Gives null for what is gone (204). */
  readonly remove?: (practice: Practice, id: string) => GraphProblem | null;
};

/** Which list of several, and for whom. */
export type CollectionAsked = {
  /** What stands for `{id}` of the path; empty where it has none. */
  readonly id: string;
  /** Whether the caller has one of these permissions. */
  readonly allowed: (permissions: readonly string[]) => boolean;
};

/** One request that is no list: `evaluate`, `/$ref`, `/me`. */
export type Action = {
  /** `POST identity/conditionalAccess/evaluate`; `{id}` and `{other}` stand for any one part. */
  readonly route: string;
  readonly permissions: readonly string[];
  /** Where only this version has it; both unless said. */
  readonly only?: GraphVersion;
  readonly run: (practice: Practice, call: ActionCall) => GraphObject | GraphProblem | null;
};

export type ActionCall = {
  /** What stands for `{id}` and `{other}` of the route; empty where the route has none. */
  readonly id: string;
  readonly other: string;
  readonly body: GraphObject;
  readonly callerId: string | null;
};
