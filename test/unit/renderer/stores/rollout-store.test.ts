import { expect, it } from "vitest";
import { createRolloutStore } from "../../../../renderer/stores/rollout-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

it("keeps the answer to the last question, whichever comes first", async () => {
  const late: ((answer: unknown) => void)[] = [];
  const fake = createFakeHost({ "rollout.judge": () => new Promise((resolve) => late.push(resolve)) });
  const store = createRolloutStore(fake.host);
  const [first, second] = [store.getState().judge(), store.getState().judge()];
  late[1]?.(ok({ decision: "not-yet" }));
  await second;
  late[0]?.(ok({ decision: "go" }));
  await first;
  expect(store.getState().rollout).toEqual({ decision: "not-yet" });
});

it("judges nothing where main could not", async () => {
  const fake = createFakeHost({ "rollout.judge": () => failed("no-profile") });
  const store = createRolloutStore(fake.host);
  await store.getState().judge();
  expect(store.getState()).toMatchObject({ rollout: null, problem: { code: "no-profile" } });
});

it("of a profile that changed it is said that the judgement is about the one before, and what is on its way is dropped", async () => {
  const late: ((answer: unknown) => void)[] = [];
  const fake = createFakeHost({ "rollout.judge": () => new Promise((resolve) => late.push(resolve)) });
  const store = createRolloutStore(fake.host);
  const before = store.getState().judge();
  store.getState().outdate(false);
  late[0]?.(ok({ decision: "go" }));
  await before;
  expect(store.getState()).toMatchObject({ rollout: null, isOutdated: true });
  const now = store.getState().judge();
  late[1]?.(ok({ decision: "not-yet" }));
  await now;
  expect(store.getState()).toMatchObject({ rollout: { decision: "not-yet" }, isOutdated: false });
  store.getState().outdate(true);
  expect(store.getState()).toMatchObject({ rollout: null, isOutdated: true });
});
