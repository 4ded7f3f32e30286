import { describe, expect, it } from "vitest";
import type { RunView } from "../../../../preload/contract.ts";
import { createHistoryStore } from "../../../../renderer/stores/history-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const view = (id: string): RunView => ({
  id,
  kind: "ropg",
  startedAt: "2026-11-17T10:14:00Z",
  label: { text: "50076 · password correct", tone: "ok" },
  practice: false,
  scenario: null,
  kept: false,
  masked: false,
  profileIsCurrent: true,
  changeBefore: null,
});

const listed = { runs: [view("a"), view("b"), view("c")], problems: [] };

describe("history store", () => {
  it("compares as soon as two runs are marked, and drops the older mark for a third", async () => {
    const fake = createFakeHost({
      "history.compare": (input: { a: string; b: string }) => ok({ before: input.a, after: input.b }),
    });
    const store = createHistoryStore(fake.host, () => undefined);
    store.getState().receive(listed);
    await store.getState().mark("a");
    expect(fake.sent).toEqual([]);
    await store.getState().mark("b");
    expect(fake.sent.at(-1)?.input).toEqual({ a: "a", b: "b" });
    await store.getState().mark("c");
    expect(store.getState().marked).toEqual(["b", "c"]);
    await store.getState().mark("b");
    expect(store.getState()).toMatchObject({ marked: ["c"], comparison: null });
  });

  it("forgets marks and comparison of runs that are gone", async () => {
    const fake = createFakeHost({ "history.compare": () => ok({ before: "a", after: "b" }) });
    const store = createHistoryStore(fake.host, () => undefined);
    store.getState().receive(listed);
    await store.getState().mark("a");
    await store.getState().mark("b");
    store.getState().receive({ runs: [view("b")], problems: [] });
    expect(store.getState()).toMatchObject({ marked: ["b"], comparison: null });
  });

  it("asks main for a run once, and not for one that only the page knows", async () => {
    const detail = { ...view("a"), results: [], paired: null };
    const fake = createFakeHost({ "history.run": () => ok(detail) });
    const store = createHistoryStore(fake.host, () => undefined);
    store.getState().receive(listed);
    await store.getState().select("running-now");
    await store.getState().select("a");
    await store.getState().select("a");
    expect(fake.sent.map((call) => call.input)).toEqual([{ runId: "a" }]);
  });

  it("says why a run could not be kept", async () => {
    const fake = createFakeHost({ "history.keep": () => failed("disk-full") });
    const store = createHistoryStore(fake.host, () => undefined);
    await store.getState().keep("a");
    expect(store.getState().problem?.code).toBe("disk-full");
  });

  it("lets a forgotten run go everywhere, and shows nothing in its place", async () => {
    const fake = createFakeHost({
      "history.run": () => ok({ ...view("a"), results: [], paired: null }),
      "history.forget": () => ok({ runs: [view("b")], problems: [] }),
    });
    const gone: string[] = [];
    const store = createHistoryStore(fake.host, (id) => gone.push(id));
    store.getState().receive(listed);
    await store.getState().select("a");
    await store.getState().forget("a");
    expect(gone).toEqual(["a"]);
    expect(store.getState()).toMatchObject({ selectedId: null, runs: [{ id: "b" }] });
  });
});
