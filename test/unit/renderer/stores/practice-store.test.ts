import { expect, test } from "vitest";
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

test("changing, resetting and asking again show what main answers", async () => {
  const changed = { ...running, switches: { ...practiceSwitches, securityDefaults: true } };
  const { host, sent } = createFakeHost({
    "practice.change": () => ok(changed),
    "practice.reset": () => ok(running),
    "practice.status": () => ok(changed),
  });
  const store = createPracticeStore(host);
  await store.getState().change({ securityDefaults: true });
  expect(store.getState().status).toBe(changed);
  await store.getState().reset();
  expect(store.getState().status).toBe(running);
  await store.getState().refresh();
  expect(store.getState().status).toBe(changed);
  expect(sent.map(({ name, input }) => [name, input])).toEqual([
    ["practice.change", { securityDefaults: true }],
    ["practice.reset", {}],
    ["practice.status", {}],
  ]);
});

test("a change that main refuses leaves everything as it is and says why", async () => {
  const { host } = createFakeHost({ "practice.change": () => failed("practice-tenant-invalid") });
  const store = createPracticeStore(host);
  store.getState().receive(running);
  await store.getState().change({ country: "DE" });
  expect(store.getState().status).toBe(running);
  expect(store.getState().problem?.code).toBe("practice-tenant-invalid");
});
