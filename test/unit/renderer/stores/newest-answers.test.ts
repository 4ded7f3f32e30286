import { expect, it } from "vitest";
import type { CallName, EventName } from "../../../../preload/contract.ts";
import { newestAnswers } from "../../../../renderer/stores/newest-answers.ts";
import { connectStores, createStores } from "../../../../renderer/stores/stores.ts";
import { createFakeHost, ok } from "../support/fake-host.ts";

it("a profile that is closed while the page asks what is open does not come back", async () => {
  const answers: ((view: unknown) => void)[] = [];
  const fake = createFakeHost({
    "profile.current": () => new Promise((resolve) => answers.push((view) => resolve(ok(view)))),
    "drafts.list": () => ok(null),
  });
  const stores = createStores(fake.host);
  connectStores(fake.host, stores);
  const loaded = stores.document.getState().load();
  fake.emit("profile.changed", null as never);
  answers.shift()?.({ id: "1" });
  await expect.poll(() => answers.length).toBe(1);
  expect(stores.document.getState().view).toBeNull();
  answers.shift()?.(null);
  await loaded;
  expect(stores.document.getState().view).toBeNull();
});

const asked: readonly (readonly [CallName, EventName])[] = [
  ["profile.current", "profile.changed"],
  ["drafts.list", "drafts.changed"],
  ["practice.status", "practice.changed"],
  ["history.list", "history.changed"],
  ["signIns.current", "signIns.changed"],
  ["graph.view", "graph.changed"],
  ["setUp.walk", "setUp.walked"],
];

it.each(asked)(
  "%s is asked again where %s overtakes its answer, and once where nothing does",
  async (name, event) => {
    let times = 0;
    const fake = createFakeHost({
      [name]: async () => {
        times += 1;
        const answer = ok(times);
        if (times === 1) fake.emit(event, null as never);
        return answer;
      },
    });
    const host = newestAnswers(fake.host);
    expect(await host.call(name, {} as never)).toEqual(ok(2));
    expect(await host.call(name, {} as never)).toEqual(ok(3));
  },
);

it("what changes all the time is answered all the same", async () => {
  let times = 0;
  const fake = createFakeHost({
    "signIns.current": async () => {
      times += 1;
      fake.emit("signIns.changed", null as never);
      return ok(times);
    },
  });
  expect(await newestAnswers(fake.host).call("signIns.current", {})).toEqual(ok(3));
});
