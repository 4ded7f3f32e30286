import { describe, expect, it } from "vitest";
import type { RunView } from "../../../../preload/contract.ts";
import { createHistoryStore } from "../../../../renderer/stores/history-store.ts";
import { miraAtContoso } from "../../../support/run-name.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const view = (id: string): RunView => ({
  id,
  kind: "ropg",
  startedAt: "2026-11-17T10:14:00Z",
  label: { text: "50076 · password correct", short: "50076", tone: "ok" },
  name: miraAtContoso("ropg"),
  practice: false,
  scenario: null,
  kept: false,
  masked: false,
  profileIsCurrent: true,
  changeBefore: null,
});

const listed = { runs: [view("a"), view("b"), view("c")], trends: [], problems: [], elsewhere: 0 };

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
    store.getState().receive({ runs: [view("b")], trends: [], problems: [], elsewhere: 0 });
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
      "history.forget": () => ok(null),
    });
    const gone: (string | null)[] = [];
    const store = createHistoryStore(fake.host, (id) => gone.push(id));
    store.getState().receive(listed);
    await store.getState().select("a");
    await store.getState().forget("a");
    expect(gone).toEqual(["a"]);
    expect(store.getState()).toMatchObject({ selectedId: null, details: {} });
  });

  it("marks the two runs at a turning point and compares them", async () => {
    const fake = createFakeHost({
      "history.compare": (input: { a: string; b: string }) => ok({ before: input.a, after: input.b }),
    });
    const store = createHistoryStore(fake.host, () => undefined);
    store.getState().receive(listed);
    await store.getState().mark("c");
    await store.getState().markBoth("b", "a");
    expect(store.getState()).toMatchObject({ marked: ["b", "a"], comparison: { before: "b", after: "a" } });
  });

  it("keeps what was marked last when an older answer comes late", async () => {
    const late: (() => void)[] = [];
    const fake = createFakeHost({
      "history.compare": (input: { a: string; b: string }) =>
        new Promise((resolve) => late.push(() => resolve(ok({ before: input.a, after: input.b })))),
    });
    const store = createHistoryStore(fake.host, () => undefined);
    store.getState().receive(listed);
    const first = store.getState().markBoth("a", "b");
    const second = store.getState().markBoth("b", "c");
    late[1]?.();
    await second;
    late[0]?.();
    await first;
    expect(store.getState()).toMatchObject({ comparison: { before: "b", after: "c" } });
  });

  describe("asked for a comparison", () => {
    const comparing = (runs: readonly RunView[]) => {
      const fake = createFakeHost({
        "history.run": () => ok({ ...view("b"), results: [], paired: null }),
        "history.compare": (input: { a: string; b: string }) => ok({ before: input.b, after: input.a }),
      });
      const store = createHistoryStore(fake.host, () => undefined);
      store.getState().receive({ ...listed, runs });
      return store;
    };

    it("shows that of the marked runs", async () => {
      const store = comparing(listed.runs);
      await store.getState().mark("a");
      await store.getState().mark("c");
      await store.getState().openComparison();
      expect(store.getState()).toMatchObject({ isComparing: true, marked: ["a", "c"] });
      store.getState().closeComparison();
      expect(store.getState().isComparing).toBe(false);
    });

    it("marks the shown run and the one of its kind before it", async () => {
      const store = comparing([view("a"), view("b"), { ...view("c"), kind: "both" }, view("d")]);
      await store.getState().select("b");
      await store.getState().openComparison();
      expect(store.getState()).toMatchObject({ isComparing: true, marked: ["b", "d"] });
    });

    it("takes the newest where none is shown", async () => {
      const store = comparing(listed.runs);
      await store.getState().openComparison();
      expect(store.getState()).toMatchObject({ isComparing: true, marked: ["a", "b"] });
    });

    it("says why there is none, until something else is done", async () => {
      const store = comparing([view("a"), { ...view("b"), kind: "oidc" }]);
      await store.getState().openComparison();
      expect(store.getState()).toMatchObject({
        isComparing: false,
        marked: [],
        hint: "There is no earlier run of this kind to compare with.",
      });
      await store.getState().mark("a");
      expect(store.getState().hint).toBeNull();
      const empty = comparing([]);
      await empty.getState().openComparison();
      expect(empty.getState().hint).toBe("There are no runs to compare yet.");
    });

    it("closes it when one of the two is gone", async () => {
      const store = comparing(listed.runs);
      await store.getState().openComparison();
      store.getState().receive({ ...listed, runs: [view("b")] });
      expect(store.getState()).toMatchObject({ isComparing: false, comparison: null });
    });
  });

  it("keeps each run that has no copy, and stops at the first that cannot be written", async () => {
    const answers = [ok(null), failed("disk-full")];
    const fake = createFakeHost({ "history.keep": () => answers.shift() });
    const store = createHistoryStore(fake.host, () => undefined);
    store
      .getState()
      .receive({ ...listed, runs: [view("a"), { ...view("b"), kept: true }, view("c"), view("d")] });
    await store.getState().keepAll();
    expect(fake.sent.map((call) => call.input)).toEqual([{ runId: "a" }, { runId: "c" }]);
    expect(store.getState().problem?.code).toBe("disk-full");
  });

  it("forgets all runs with what was shown of them, and with unreadable files nothing else", async () => {
    const fake = createFakeHost({
      "history.run": () => ok({ ...view("a"), results: [], paired: null }),
      "history.forgetAll": () => ok(null),
    });
    const gone: (string | null)[] = [];
    const store = createHistoryStore(fake.host, (id) => gone.push(id));
    store.getState().receive(listed);
    await store.getState().select("a");
    await store.getState().forgetAll("unreadable");
    expect(store.getState()).toMatchObject({ selectedId: "a" });
    expect(gone).toEqual([]);
    await store.getState().forgetAll("document");
    expect(fake.sent.at(-1)?.input).toEqual({ what: "document" });
    expect(store.getState()).toMatchObject({ selectedId: null, details: {} });
    expect(gone).toEqual([null]);
  });

  it("forgets nothing on the page when main could not", async () => {
    const fake = createFakeHost({ "history.forgetAll": () => failed("kept-run-not-deleted") });
    const gone: (string | null)[] = [];
    const store = createHistoryStore(fake.host, (id) => gone.push(id));
    store.getState().receive(listed);
    await store.getState().forgetAll("document");
    expect(gone).toEqual([]);
    expect(store.getState().problem?.code).toBe("kept-run-not-deleted");
  });
});
