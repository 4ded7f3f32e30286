import { fail, type Result } from "../../core/problem.ts";
import { readTenant } from "../tenant/read-tenant.ts";
import { accountScenarios, federationScenarios } from "./accounts.ts";
import { controlScenarios } from "./controls.ts";
import { mfaScenarios } from "./mfa.ts";
import { recipeScenarios } from "./recipes.ts";
import { registrationScenarios } from "./registrations.ts";
import type { Scenario, ScenarioFile, ScenarioGroup, ScenarioSummary } from "./scenario.ts";
import { setUpScenarios } from "./set-up.ts";

const groups: readonly (readonly [ScenarioGroup, readonly ScenarioFile[]])[] = [
  ["Where MFA comes from", mfaScenarios],
  ["Recipes", [...recipeScenarios, ...setUpScenarios]],
  ["Controls and conditions", controlScenarios],
  ["App registration and service", registrationScenarios],
  ["Accounts", accountScenarios],
  ["Who checks the password", federationScenarios],
];

const files = groups.flatMap(([group, scenarios]) => scenarios.map((scenario) => ({ ...scenario, group })));

/** All scenarios, in the order in which a newcomer meets them; those of a group stand together. */
export function listScenarios(): readonly ScenarioSummary[] {
  return files.map(({ tenant: _, ...summary }) => summary);
}

/** The scenario with this name, or the problem `practice-scenario-unknown` that lists the names. */
export function loadScenario(name: string): Result<Scenario> {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) {
    return fail({
      code: "practice-scenario-unknown",
      title: `There is no practice scenario "${name}".`,
      detail: `Scenarios: ${files.map((known) => known.name).join(", ")}.`,
      fix: "Choose one of these names; practice-tenant --list tells their stories.",
    });
  }
  const tenant = readTenant(file.tenant);
  return tenant.ok ? { ok: true, value: { ...file, tenant: tenant.value } } : tenant;
}
