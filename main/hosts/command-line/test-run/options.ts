import type { Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import type { SettingsSource } from "../../../core/profile/test-settings.ts";
import type { CommandCall } from "../command.ts";
import { readBaselineScopes } from "../conditional-access/baseline-scopes.ts";
import type { TenantChoice } from "../conditional-access/load-evaluation-input.ts";
import { wrongCall } from "../wrong-call.ts";

/** How to reach the provider, as the call says it. */
export type NetworkChoice = {
  readonly profile: string;
  readonly authority: string | null;
  readonly jamfConnectVersion: string | null;
  readonly allowedHosts: readonly string[];
} & TenantChoice;

/** Reads the options that every command with a live provider has. Problem: `wrong-call`. */
export function readNetworkChoice(call: CommandCall, usage: string): Result<NetworkChoice> {
  const profile = text(call, "profile");
  if (profile === null) return fail(wrongCall("--profile is missing: name the file to test.", usage));
  const version = text(call, "jamf-connect");
  if (version !== null && !/^\d+(\.\d+){0,3}$/.test(version)) {
    return fail(wrongCall("--jamf-connect takes a version such as 2.45.", usage));
  }
  const baselineScopes = readBaselineScopes(call, usage);
  if (!baselineScopes.ok) return baselineScopes;
  return succeed({
    profile,
    authority: text(call, "authority"),
    jamfConnectVersion: version,
    allowedHosts: list(call, "allow-host"),
    policies: list(call, "policies"),
    context: text(call, "context"),
    baselineScopes: baselineScopes.value,
  });
}

/** `--from`; null when it is not given. */
export function readSource(call: CommandCall, usage: string): Result<SettingsSource | null> {
  const from = text(call, "from");
  if (from === null || from === "login" || from === "menu-bar") return succeed(from);
  return fail(wrongCall("--from takes login or menu-bar.", usage));
}

/** A text option, null when it is not given. */
export function text(call: CommandCall, name: string): string | null {
  const value = call.options[name];
  return typeof value === "string" && value !== "" ? value : null;
}

export function list(call: CommandCall, name: string): readonly string[] {
  const value = call.options[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
