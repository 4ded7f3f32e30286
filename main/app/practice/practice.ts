import type { CallInput, PracticeView, ScenarioView } from "../../../preload/contract.ts";
import type { Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import type {
  MakeSigningKey,
  PracticeTenant,
  Scenario,
  ScenarioSummary,
} from "../../practice-tenant/index.ts";

/** The practice tenant of this app: none or one at a time. */
export type Practice = {
  readonly scenarios: () => Promise<readonly ScenarioView[]>;
  readonly view: () => PracticeView;
  readonly running: () => PracticeTenant | null;
  /** Changes switches of the running tenant; a problem when none runs. */
  readonly change: (change: CallInput<"practice.change">) => Result<PracticeView>;
  /** Puts the switches of the running tenant back to its scenario; a problem when none runs. */
  readonly reset: () => Result<PracticeView>;
  readonly start: (scenario: string) => Promise<Result<PracticeTenant>>;
  readonly stop: () => Promise<void>;
};

type Switches = Pick<typeof import("./switches.ts"), "switchesOf"> &
  Pick<typeof import("./tenant-change.ts"), "tenantChange">;

type Running = { readonly tenant: PracticeTenant; readonly scenario: Scenario; readonly switches: Switches };

/** The tenant's code is loaded when it is first wanted: most days it is not. */
export function createPractice(makeKey?: MakeSigningKey): Practice {
  let current: Running | null = null;
  const stop = async () => {
    await current?.tenant.stop();
    current = null;
  };
  const view = (): PracticeView => (current === null ? { running: false } : viewOf(current));
  return {
    stop,
    view,
    running: () => current?.tenant ?? null,
    scenarios: async () => (await import("../../practice-tenant/index.ts")).listScenarios().map(scenarioView),
    change: (change) => {
      if (current === null) return fail(notRunning);
      const { tenant, scenario, switches } = current;
      const changed = tenant.update(switches.tenantChange(change, tenant.tenant(), scenario.tenant));
      return changed.ok ? succeed(view()) : changed;
    },
    reset: () => {
      if (current === null) return fail(notRunning);
      current.tenant.reset();
      return succeed(view());
    },
    start: async (name) => {
      const practice = await import("../../practice-tenant/index.ts");
      const switches = {
        ...(await import("./switches.ts")),
        ...(await import("./tenant-change.ts")),
      };
      const scenario = practice.loadScenario(name);
      if (!scenario.ok) return scenario;
      await stop();
      const tenant = await practice.startPracticeTenant({
        tenant: scenario.value.tenant,
        ...(makeKey === undefined ? {} : { makeKey }),
      });
      if (!tenant.ok) return tenant;
      current = { tenant: tenant.value, scenario: scenario.value, switches };
      return succeed(tenant.value);
    },
  };
}

function viewOf({ tenant, scenario, switches }: Running): PracticeView {
  const { switchesOf } = switches;
  return {
    running: true,
    scenario: scenarioView(scenario),
    authority: tenant.authority,
    accounts: tenant.description.accounts,
    switches: switchesOf(tenant.tenant(), tenant.isLockedOut),
    scenarioSwitches: switchesOf(scenario.tenant, (user) => user.lockedOut),
  };
}

function scenarioView(scenario: ScenarioSummary): ScenarioView {
  const { name, title, group, story, recipe, expected } = scenario;
  return { name, title, group, story, isUncertain: scenario.isUncertain ?? false, recipe, expected };
}

const notRunning = {
  code: "practice-not-running",
  title: "The practice tenant does not run.",
  detail: "Its switches can be changed only while it runs.",
  fix: "Turn on Practice first.",
};
