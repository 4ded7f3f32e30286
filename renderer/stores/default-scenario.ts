import type { ScenarioView } from "../../preload/contract.ts";

/** The one that shows what most tenants show; also what the command line starts when none is named. */
const defaultName = "all-cloud-apps-mfa";

/** The scenario that turning practice on begins with; undefined while none are known. */
export function defaultScenario(scenarios: readonly ScenarioView[]): ScenarioView | undefined {
  return scenarios.find(({ name }) => name === defaultName) ?? scenarios[0];
}
