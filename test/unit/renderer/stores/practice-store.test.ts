import { describe, expect, it } from "vitest";
import { createPracticeStore } from "../../../../renderer/stores/practice-store.ts";
import { createFakeHost, ok } from "../support/fake-host.ts";

const scenario = (name: string) => ({ name, title: name, story: "", recipe: "none", expected: {} });

function practice(names: readonly string[]) {
  const fake = createFakeHost({
    "practice.scenarios": () => ok(names.map(scenario)),
    "practice.status": () => ok({ running: false }),
    "practice.start": () => ok({ running: true }),
    "practice.stop": () => ok({ running: false }),
  });
  return { fake, store: createPracticeStore(fake.host) };
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
