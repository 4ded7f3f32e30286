import { describe, expect, it, test } from "vitest";
import type { PracticeView } from "../../../../preload/contract.ts";
import { createPracticeStore } from "../../../../renderer/stores/practice-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";
import { practiceSwitches } from "../support/practice-switches.ts";

const running: PracticeView = {
  running: true,
  scenario: {
    name: "no-mfa",
    title: "No MFA anywhere",
    group: "Where MFA comes from",
    story: "Nobody has set up MFA.",
    isUncertain: false,
    recipe: "none",
    expected: {
      login: "succeeded",
      check: "succeeded",
      loginCode: null,
      checkCode: null,
      loginMfa: false,
      checkMfa: false,
    },
  },
  authority: "http://127.0.0.1:1/tenant",
  accounts: [],
  switches: practiceSwitches,
  scenarioSwitches: practiceSwitches,
};

test("changing and resetting show what main tells, and asking again what it answers", async () => {
  const changed = { ...running, switches: { ...practiceSwitches, securityDefaults: true } };
  const { host, sent } = createFakeHost({
    "practice.change": () => {
      store.getState().receive(changed);
      return ok(null);
    },
    "practice.reset": () => ok(null),
    "practice.status": () => ok(running),
  });
  const store = createPracticeStore(host);
  await store.getState().change({ securityDefaults: true });
  expect(store.getState().status).toBe(changed);
  await store.getState().reset();
  // Nothing was told yet.
  expect(store.getState()).toMatchObject({ status: changed, problem: null });
  await store.getState().refresh();
  expect(store.getState().status).toBe(running);
  expect(sent.map(({ name, input }) => [name, input])).toEqual([
    ["practice.change", { securityDefaults: true }],
    ["practice.reset", {}],
    ["practice.status", {}],
  ]);
});

test.each([true, false])(
  "is busy from the choice of a scenario on, also while the document is asked about (%s)",
  async (isLeft) => {
    const { host } = createFakeHost({ "practice.start": () => ok(null) });
    const seen: boolean[] = [];
    const store = createPracticeStore(host, async (replace) => {
      seen.push(store.getState().isBusy);
      return isLeft && replace();
    });
    await store.getState().start("no-mfa", true);
    expect(seen).toEqual([true]);
    expect(store.getState().isBusy).toBe(false);
  },
);

test("a change that main refuses leaves everything as it is and says why", async () => {
  const { host } = createFakeHost({ "practice.change": () => failed("practice-tenant-invalid") });
  const store = createPracticeStore(host);
  store.getState().receive(running);
  await store.getState().change({ country: "DE" });
  expect(store.getState().status).toBe(running);
  expect(store.getState().problem?.code).toBe("practice-tenant-invalid");
});

const scenario = (name: string) => ({ name, title: name, story: "", recipe: "none", expected: {} });

function practice(names: readonly string[]) {
  const fake = createFakeHost({
    "practice.scenarios": () => ok(names.map(scenario)),
    "practice.status": () => ok({ running: false }),
    "practice.start": () => {
      store.getState().receive(running);
      return ok(null);
    },
    "practice.stop": () => {
      store.getState().receive({ running: false });
      return ok(null);
    },
  });
  const store = createPracticeStore(fake.host);
  return { fake, store };
}

/** The calls that changed something. */
const changes = (fake: ReturnType<typeof practice>["fake"]) =>
  fake.sent.filter(({ name }) => name === "practice.start" || name === "practice.stop");

describe("switching practice", () => {
  it("begins with what most tenants show, leaves the open profile alone, and ends it again", async () => {
    const { fake, store } = practice(["no-mfa", "all-cloud-apps-mfa"]);
    await store.getState().load();
    await store.getState().toggle();
    await store.getState().toggle();
    expect(changes(fake)).toEqual([
      { name: "practice.start", input: { scenario: "all-cloud-apps-mfa", openProfile: false } },
      { name: "practice.stop", input: {} },
    ]);
  });

  it("takes the first scenario where that one is missing, and does nothing without any", async () => {
    const { fake, store } = practice(["no-mfa"]);
    await store.getState().toggle();
    expect(changes(fake)).toEqual([]);
    await store.getState().load();
    await store.getState().toggle();
    expect(changes(fake)[0]?.input).toMatchObject({ scenario: "no-mfa" });
  });

  it("waits for the last change", async () => {
    const { fake, store } = practice(["no-mfa"]);
    await store.getState().load();
    await Promise.all([store.getState().toggle(), store.getState().toggle()]);
    expect(changes(fake)).toHaveLength(1);
  });
});

test("practice off and on again comes back to the scenario that ran", async () => {
  const { host, sent } = createFakeHost({
    "practice.start": () => ok(null),
    "practice.stop": () => {
      store.getState().receive({ running: false });
      return ok(null);
    },
  });
  const store = createPracticeStore(host);
  store.getState().receive(running);
  await store.getState().toggle();
  await store.getState().toggle();
  expect(sent.map(({ name, input }) => [name, input])).toEqual([
    ["practice.stop", {}],
    ["practice.start", { scenario: "no-mfa", openProfile: false }],
  ]);
});
