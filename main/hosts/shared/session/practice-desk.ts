import type { PracticeView, ScenarioView } from "../../../../preload/contract.ts";
import type { Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import type { PracticeTenant, Scenario, TenantChange } from "../../../practice-tenant/index.ts";

import { switchesOf } from "./practice-switches.ts";

/** The practice tenant of this app: none or one at a time. */
export type PracticeDesk = {
  readonly scenarios: () => Promise<readonly ScenarioView[]>;
  readonly view: () => PracticeView;
  readonly running: () => PracticeTenant | null;
  /** Changes switches of the running tenant; a problem when none runs. */
  readonly change: (change: TenantChange) => Result<null>;
  readonly start: (scenario: string) => Promise<Result<PracticeTenant>>;
  readonly stop: () => Promise<void>;
};

/** The tenant's code is loaded when it is first wanted: most days it is not. */
export function createPracticeDesk(): PracticeDesk {
  let current: { readonly tenant: PracticeTenant; readonly scenario: Scenario } | null = null;
  const stop = async () => {
    await current?.tenant.stop();
    current = null;
  };
  return {
    stop,
    running: () => current?.tenant ?? null,
    scenarios: async () =>
      (await import("../../../practice-tenant/index.ts")).listScenarios().map(scenarioView),
    view: () =>
      current === null
        ? { running: false }
        : {
            running: true,
            scenario: scenarioView(current.scenario),
            authority: current.tenant.authority,
            accounts: current.tenant.description.accounts,
            switches: switchesOf(current.tenant.tenant()),
          },
    change: (change) => {
      if (current === null) return fail(notRunning);
      const changed = current.tenant.update(change);
      return changed.ok ? succeed(null) : changed;
    },
    start: async (name) => {
      const practice = await import("../../../practice-tenant/index.ts");
      const scenario = practice.loadScenario(name);
      if (!scenario.ok) return scenario;
      await stop();
      const tenant = await practice.startPracticeTenant({ tenant: scenario.value.tenant });
      if (!tenant.ok) return tenant;
      current = { tenant: tenant.value, scenario: scenario.value };
      return succeed(tenant.value);
    },
  };
}

function scenarioView(
  scenario: Pick<Scenario, "name" | "title" | "story" | "recipe" | "expected">,
): ScenarioView {
  const { name, title, story, recipe, expected } = scenario;
  return { name, title, story, recipe, expected };
}

const notRunning = {
  code: "practice-not-running",
  title: "The practice tenant does not run.",
  detail: "Its switches can be changed only while it runs.",
  fix: "Turn on Practice first.",
};
