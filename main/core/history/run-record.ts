import type { LoginResult } from "../login-result.ts";
import type { Paired } from "../pair/paired.ts";

export type RunKind = "ropg" | "oidc" | "both";

/**
 * One setting of the profile as a run found it. `masked` values are labels that mean nothing outside their record;
 * the value of a `secret` is a number that tells equal secrets of one session apart from others, empty once kept.
 */
export type SettingLine = {
  /** Preference domain; for payloads of another kind their type. */
  readonly domain: string | null;
  /** Dotted path inside the settings; a following payload of the same domain is marked `[1]`, `[2]`, … */
  readonly keyPath: string;
  readonly value: string;
  readonly kind: "plain" | "masked" | "secret";
};

/** A run that ended, with the settings it ran with. Secrets are not in it; people and ids are, until it is kept. */
export type RunRecord = {
  readonly id: string;
  readonly kind: RunKind;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Tells documents apart without naming them, in lower-case hex. */
  readonly documentKey: string;
  /** Equal for equal settings, secrets left out; lower-case hex. */
  readonly profileFingerprint: string;
  readonly settings: readonly SettingLine[];
  /** True when the run went to the practice tenant; `scenario` is its name then, `scenarioTitle` what people call it. */
  readonly practice: boolean;
  readonly scenario: string | null;
  /** Null for a tenant of one's own, and in copies that were kept before titles were. */
  readonly scenarioTitle: string | null;
  /** One result, or for `both` the login and then the check. */
  readonly results: readonly LoginResult[];
  /** What the two come to together; null unless both were run as one. */
  readonly paired: Paired | null;
  /** True when people, ids and hosts have been replaced by labels. */
  readonly masked: boolean;
};

/** The result of the login (`oidc`) or of the password check (`ropg`); null when the record has none. */
export function resultOf(record: RunRecord, kind: LoginResult["kind"]): LoginResult | null {
  return record.results.find((result) => result.kind === kind) ?? null;
}
