import type { Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import type { SettingsSource } from "../../../core/profile/test-settings.ts";
import type { CommandCall, CommandOptions } from "../command.ts";
import { readBaselineScopes } from "../conditional-access/baseline-scopes.ts";
import type { TenantChoice } from "../conditional-access/load-evaluation-input.ts";
import { wrongCall } from "../wrong-call.ts";

/** Options that every command with a live provider understands. */
export const networkOptions: CommandOptions = {
  profile: { type: "string", value: "FILE", description: "Profile to test" },
  authority: {
    type: "string",
    value: "URL",
    description: "Use this scheme, host and tenant in place of Entra's",
  },
  "jamf-connect": {
    type: "string",
    value: "VERSION",
    description: "Version of Jamf Connect to act as, for example 2.45",
  },
  "allow-host": {
    type: "string",
    value: "HOST",
    description: "Host that may get the password although it is not known; can be repeated",
    multiple: true,
  },
  policies: {
    type: "string",
    value: "FILE",
    description: "Conditional Access policies, a file or a folder, to predict from; can be repeated",
    multiple: true,
  },
  context: {
    type: "string",
    value: "FILE",
    description: "What is known of person, device and place, as JSON",
  },
  "baseline-scopes": {
    type: "string",
    value: "enforced|legacy|APPID",
    description: "How Entra treats the basic scopes; enforced if left out",
  },
};

/** How to reach the provider, as the call says it. */
export type NetworkChoice = {
  readonly profile: string;
  readonly authority: string | null;
  readonly jamfConnectVersion: string | null;
  readonly allowedHosts: readonly string[];
} & TenantChoice;

/** Reads {@link networkOptions} from a call. Problem: `wrong-call`. */
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

function list(call: CommandCall, name: string): readonly string[] {
  const value = call.options[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
