import { z } from "zod";

const guid = z.guid();

/** A second factor of a practice user: the page of the practice tenant accepts exactly this code. */
export const mfaMethodSchema = z.strictObject({
  method: z.enum(["oneTimeCode", "textMessage", "phoneCall", "authenticatorApp", "fido2", "external"]),
  code: z.string().min(1).max(16),
});

/**
 * One user of the tenant. Names follow Graph's `user` where Graph has a name; the rest are the switches that
 * change what a sign-in gets to see.
 */
export const userSchema = z.strictObject({
  id: guid,
  userPrincipalName: z.string().min(3).max(320),
  displayName: z.string(),
  givenName: z.string().optional(),
  surname: z.string().optional(),
  mail: z.string().optional(),
  /** What the person types. `null`: the directory holds no password, so none can be checked (AADSTS50056). */
  password: z.string().nullable(),
  /** `expired-on-premises` is the answer of pass-through authentication for an expired Active Directory password. */
  passwordState: z.enum(["current", "expired", "expired-on-premises"]).default("current"),
  accountEnabled: z.boolean().default(true),
  userType: z.enum(["Member", "Guest"]).default("Member"),
  /** Where the password is checked. */
  authentication: z.enum(["managed", "federated", "pass-through"]).default("managed"),
  /** Federated users only: a copy of the password hash is in the cloud. */
  passwordHashSync: z.boolean().default(false),
  mfaMethods: z.array(mfaMethodSchema).default([]),
  perUserMfa: z.enum(["disabled", "enabled", "enforced"]).default("disabled"),
  /** Object ids of groups, nested ones already spelled out. */
  groups: z.array(guid).default([]),
  /** Template ids of active, directory-wide roles. */
  roles: z.array(guid).default([]),
  /** App roles given to the user: the app and the `value` of the role. */
  appRoles: z.array(z.strictObject({ appId: guid, value: z.string() })).default([]),
  riskLevel: z.enum(["none", "low", "medium", "high"]).default("none"),
  /**
   * What else was detected of somebody at risk, beside their sign-ins: types that name none, in the words of Graph, such as
   * `leakedCredentials`.
   */
  riskDetections: z.array(z.string().regex(/^[A-Za-z]{1,60}$/u)).default([]),
  /** Locked by smart lockout from the start, as after too many wrong passwords. */
  lockedOut: z.boolean().default(false),
  /** Shown beside the account where a person chooses one. */
  note: z.string().default(""),
});

export type TenantUser = z.output<typeof userSchema>;
export type MfaMethod = z.output<typeof mfaMethodSchema>;
