import { expect, it, vi } from "vitest";
import { connectStores, createStores } from "../../../../renderer/stores/stores.ts";
import { createFakeHost, ok } from "../support/fake-host.ts";

const view = (id: string, practice: boolean) => ({
  id,
  practice,
  fileName: "a.mobileconfig",
  identity: [],
  payloads: [],
  findings: [],
  leftOut: [],
});

/** What is left of a run and of a typed text when one document follows another. */
function left(from: ReturnType<typeof view>, to: ReturnType<typeof view>): readonly [number, number] {
  const fake = createFakeHost({
    "drafts.list": () => ok(null),
    "history.list": () => ok({ runs: [], unreadable: [] }),
  });
  const stores = createStores(fake.host);
  connectStores(fake.host, stores);
  fake.emit("profile.changed", from as never);
  stores.runs.setState({ runs: { a: {} as never } });
  const field = { payload: { domain: "com.jamf.connect" }, path: ["OIDCTenant"], label: "Tenant" };
  stores.form.setState({ typed: { a: { field, text: "conto" } as never } });
  fake.emit("profile.changed", to as never);
  return [Object.keys(stores.runs.getState().runs).length, Object.keys(stores.form.getState().typed).length];
}

it.each([
  ["another profile brings its own runs", view("1", false), view("2", false), [0, 0]],
  ["a practice profile does after one's own", view("1", false), view("2", true), [0, 0]],
  ["and one's own after practice", view("1", true), view("2", false), [0, 0]],
  ["the practice tenant makes its profile anew: the runs stay", view("1", true), view("2", true), [1, 0]],
  ["an edit keeps everything", view("1", false), view("1", false), [1, 1]],
] as const)("%s", (_title, from, to, expected) => {
  expect(left(from, to)).toEqual(expected);
});

it("of another tenant or profile nothing is predicted until main has answered", async () => {
  const answers: ((forecast: unknown) => void)[] = [];
  const fake = createFakeHost({
    "drafts.list": () => ok(null),
    "history.list": () => ok({ runs: [], unreadable: [] }),
    "policies.current": () => ok({ source: "practice", count: 1 }),
    "test.predict": () => new Promise((resolve) => answers.push((forecast) => resolve(ok(forecast)))),
  });
  const stores = createStores(fake.host);
  connectStores(fake.host, stores);
  const isKnown = () => stores.policies.getState().isForecastKnown;
  const answer = async (forecast: unknown) => {
    for (const give of answers.splice(0)) give(forecast);
    await vi.waitFor(() => expect(isKnown()).toBe(true));
  };
  fake.emit("profile.changed", view("1", false) as never);
  expect(isKnown()).toBe(false);
  await answer(null);

  fake.emit("practice.changed", { running: true, scenario: { name: "all-cloud-apps-mfa" } } as never);
  fake.emit("profile.changed", view("2", true) as never);
  await vi.waitFor(() => expect(stores.policies.getState().policies).not.toBeNull());
  expect(isKnown()).toBe(false);
  await answer({ recipe: "simple" });
  expect(stores.policies.getState().forecast).toEqual({ recipe: "simple" });

  fake.emit("profile.changed", view("3", true) as never);
  expect(stores.policies.getState().forecast).toBeNull();
  expect(isKnown()).toBe(false);
});

it.each([
  ["another scenario puts the answer of the one before away", "a", "no-mfa", null],
  ["switches of the same scenario do not", "a", "all-cloud-apps-mfa", "a"],
  ["a run that goes on stays in sight", "going-on", "no-mfa", "going-on"],
] as const)("%s", (_title, shown, scenario, expected) => {
  const fake = createFakeHost({ "test.target": () => ok(null), "policies.current": () => ok(null) });
  const stores = createStores(fake.host);
  connectStores(fake.host, stores);
  const status = (name: string) => ({ running: true, scenario: { name } }) as never;
  fake.emit("practice.changed", status("all-cloud-apps-mfa"));
  stores.history.setState({ selectedId: shown });
  stores.runs.setState({ runningId: "going-on" });
  fake.emit("practice.changed", status(scenario));
  expect(stores.history.getState().selectedId).toBe(expected);
});
