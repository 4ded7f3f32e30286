import type { DiscoveryAddress } from "../../core/oidc/discovery-address.ts";
import { fail, type Problem } from "../../core/problem.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import { providerFacts } from "../../core/providers/providers.ts";
import { addressFor } from "../address.ts";
import type { LoginContext } from "../ports.ts";
import type { StepResult } from "../recorder.ts";

/** Settings that are complete enough to run with. */
export type ReadySettings = { readonly address: DiscoveryAddress; readonly clientId: string };

/** Checks that the profile says enough for this login, before anything is sent. */
export async function settingsStep(
  kind: "ropg" | "oidc",
  settings: TestSettings,
  context: LoginContext,
): Promise<StepResult<ReadySettings>> {
  const facts = providerFacts(settings.provider.value);
  if (kind === "ropg" && facts.passwordCheck === "none") return stop(noRopg(facts.name));
  if (settings.clientId === null || settings.clientId.value === "") return stop(noClientId(kind, settings));
  const address = addressFor(kind, settings, context);
  if (!address.ok) return stop(address.problem);
  const from = settings.from === "login" ? "com.jamf.connect.login" : "com.jamf.connect";
  const note = `${facts.name}, settings of ${from}, scopes ${settings.scopes.value.join(" ") || "none"}.`;
  return { status: "ok", value: { address: address.value, clientId: settings.clientId.value }, note };
}

function stop(problem: Problem): StepResult<never> {
  return {
    status: "failed",
    ending: { kind: "settings", problem: fail(problem).problem },
    note: problem.detail,
  };
}

function noRopg(name: string): Problem {
  return {
    code: "provider-without-ropg",
    title: `${name} offers no password check.`,
    detail:
      "It has no resource owner password grant, so the menu bar / Self Service+ cannot compare passwords.",
    fix: "Set OIDCNewPassword to true, so that users choose a password for the Mac themselves.",
  };
}

function noClientId(kind: "ropg" | "oidc", settings: TestSettings): Problem {
  const key =
    kind === "oidc" ? "OIDCClientID" : settings.from === "login" ? "OIDCROPGID" : "IdPSettings.ROPGID";
  return {
    code: "client-id-missing",
    title: "The profile names no client id.",
    detail: `${key} is not set.`,
    fix: `Set ${key} to the application (client) id of the public app registration.`,
  };
}
