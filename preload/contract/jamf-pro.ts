import type { Finding } from "../../main/core/finding.ts";
import type { ProfileConflict } from "../../main/core/jamf-pro/conflicts.ts";
import type { Difference } from "../../main/core/jamf-pro/difference.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { MadeFile } from "./export.ts";

/** Who signs in; a secret that is remembered need not be typed again and is null then. */
export type JamfProSignIn =
  | { readonly kind: "client"; readonly clientId: string; readonly secret: string | null }
  | { readonly kind: "user"; readonly name: string; readonly password: string };

/** A Jamf Pro that somebody is signed in to, without anything secret. */
export type JamfProConnection = {
  /** Host and port. */
  readonly host: string;
  readonly isGateway: boolean;
  /** A stand-in on this machine: what is delivered there reaches no Mac. */
  readonly isPractice: boolean;
  readonly version: string | null;
  /** The API client or account. */
  readonly who: string;
  /** Rights that are missing, by Jamf Pro's own names; empty also where the server does not say. */
  readonly missing: readonly string[];
  /** The client's secret is in the system's store. */
  readonly isRemembered: boolean;
};

/** The rights that somebody needs who signs in, by Jamf Pro's or the gateway's own names. */
export type JamfProRights = {
  readonly read: string;
  readonly create: string;
  readonly update: string;
  /** Where they are given, for a sentence. */
  readonly place: string;
};

/** A profile on the server that holds settings of Jamf Connect. */
export type JamfProProfile = {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly category: string | null;
  readonly site: string | null;
  /** Who has it, in words: “all Macs”, “2 targets, 1 exclusion”, “nobody”. */
  readonly scope: string;
  /** It has the name of the open profile. */
  readonly isNamesake: boolean;
};

export type JamfProProfiles = {
  readonly profiles: readonly JamfProProfile[];
  readonly conflicts: readonly ProfileConflict[];
  /** How many profiles were read, of how many there are; fewer where somebody stopped it. */
  readonly looked: number;
  readonly all: number;
  readonly unread: number;
};

/** The profile that a delivery is for: null makes a new one. */
export type JamfProTarget = { readonly id: string | null };

export type JamfProPlan = {
  readonly action: "create" | "update" | "unchanged";
  readonly id: string | null;
  readonly name: string;
  /** `sent` is the value after the delivery, `stored` the one there now. */
  readonly changes: readonly Difference[];
  readonly equal: number;
  readonly standing: number;
  /** What is stored in another form than it is sent, in one sentence each. */
  readonly warnings: readonly {
    readonly keyPath: string;
    readonly becomes: string;
    readonly defect: string;
  }[];
  readonly lockOut: readonly Finding[];
  readonly scope: string | null;
};

export type JamfProDelivered = {
  readonly action: "created" | "updated" | "unchanged";
  readonly id: string;
  readonly name: string;
  readonly differences: readonly Difference[];
  readonly equal: number;
  readonly restored: boolean | null;
  /** The UUID of the profile, its scope and its category as they are stored. */
  readonly uuid: string | null;
  readonly scope: string;
  readonly category: string | null;
  readonly steps: readonly { readonly at: number; readonly text: string }[];
  /** The profile that was there before can be put back. */
  readonly canRestore: boolean;
};

export type JamfProCalls = {
  /** Who is signed in, null where nobody is; and what somebody needs who signs in. */
  readonly "jamfPro.current": Call<
    Nothing,
    {
      readonly connection: JamfProConnection | null;
      readonly canRemember: boolean;
      readonly rights: { readonly server: JamfProRights; readonly gateway: JamfProRights };
    }
  >;
  readonly "jamfPro.connect": Call<
    {
      readonly address: string;
      readonly environmentId: string | null;
      readonly tenantId: string | null;
      readonly signIn: JamfProSignIn;
      /** Keeps the client's secret in the system's store. */
      readonly remember: boolean;
    },
    JamfProConnection
  >;
  /** Starts a practice Jamf Pro on this machine, and signs in to it. */
  readonly "jamfPro.practise": Call<{ readonly gateway: boolean }, JamfProConnection>;
  /** Signs out; `forget` takes the secret out of the system's store too. */
  readonly "jamfPro.disconnect": Call<{ readonly forget: boolean }, null>;
  readonly "jamfPro.profiles": Call<Nothing, JamfProProfiles>;
  /** Ends `jamfPro.profiles` with what was read so far. */
  readonly "jamfPro.stopReading": Call<Nothing, null>;
  /** What a delivery of the open profile would do; writes nothing. */
  readonly "jamfPro.plan": Call<JamfProTarget, JamfProPlan>;
  /**
   * Delivers the open profile. What is dangerous is confirmed by the profile's name, typed: `redeployTo` for all Macs in scope,
   * `lockOutOf` for a profile that can keep people out.
   */
  readonly "jamfPro.deliver": Call<
    JamfProTarget & { readonly redeployTo: string | null; readonly lockOutOf: string | null },
    JamfProDelivered
  >;
  /**
   * Takes an unexplained difference of the last delivery as it is; the reason is kept with the delivery and its report. Problems:
   * `reason-missing`, `jamf-pro-nothing-to-accept`.
   */
  readonly "jamfPro.accept": Call<
    { readonly domain: string | null; readonly keyPath: string; readonly reason: string },
    JamfProDelivered
  >;
  /** A page about the last delivery; null where nobody chose a place. Problem `jamf-pro-nothing-delivered`. */
  readonly "jamfPro.report": Call<Nothing, MadeFile | null>;
  /** Puts back what was there before the last delivery. */
  readonly "jamfPro.restore": Call<Nothing, JamfProDelivered>;
  /** What would do the same as code, without secrets. */
  readonly "jamfPro.code": Call<{ readonly format: "terraform" | "jamf-cli" }, { readonly code: string }>;
};

export const jamfProCalls: Names<JamfProCalls> = {
  "jamfPro.current": true,
  "jamfPro.connect": true,
  "jamfPro.practise": true,
  "jamfPro.disconnect": true,
  "jamfPro.profiles": true,
  "jamfPro.stopReading": true,
  "jamfPro.plan": true,
  "jamfPro.deliver": true,
  "jamfPro.accept": true,
  "jamfPro.report": true,
  "jamfPro.restore": true,
  "jamfPro.code": true,
};

export type JamfProEvents = {
  /** How many profiles of the server were read, of how many. */
  readonly "jamfPro.reading": { readonly read: number; readonly all: number };
};

export const jamfProEvents: Names<JamfProEvents> = { "jamfPro.reading": true };
