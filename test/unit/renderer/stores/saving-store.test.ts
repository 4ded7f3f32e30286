import { describe, expect, it } from "vitest";
import type { ProfileView } from "../../../../preload/contract.ts";
import type { SavingAnswer } from "../../../../renderer/stores/saving-flow.ts";
import { createSavingStore, type SavingStore } from "../../../../renderer/stores/saving-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const saved = ok({ fileName: "a.mobileconfig", savedTo: "/a.mobileconfig", download: null });

/** A page with a document, and somebody who answers every question in turn. */
function page(
  view: Partial<ProfileView>,
  answers: readonly SavingAnswer[],
  calls: Readonly<Record<string, (input: never) => unknown>> = {},
  unstored = { fields: 0, source: false },
) {
  const fake = createFakeHost({
    "document.save": () => saved,
    "document.discard": () => ok(null),
    "document.revert": () => ok(null),
    "document.onDisk": () => ok({ state: "changed", differences: [], problem: null }),
    ...calls,
  });
  const whole = {
    id: "d1",
    unsaved: true,
    edited: true,
    leftOut: [],
    isFileSigned: false,
    hasPlace: true,
    fileName: "a",
    ...view,
  };
  const store = createSavingStore(fake.host, {
    view: async () => whole as unknown as ProfileView,
    changesDone: async () => undefined,
    shown: () => whole as unknown as ProfileView,
    isChanging: () => false,
    unstored: () => unstored,
    deliver: () => undefined,
  });
  const asked: string[] = [];
  store.subscribe(({ question }, before) => {
    if (question === null || question === before.question) return;
    asked.push(question.about);
    queueMicrotask(() => store.getState().answer(answers[asked.length - 1] ?? "cancel"));
  });
  return { store, asked, sent: () => fake.sent.map(({ name, input }) => [name, input]) };
}

/** Whether the document was left for something else. */
function leave(store: SavingStore): Promise<boolean> {
  return store.getState().leaveFor(async () => true);
}

const signed = { isFileSigned: true };

describe("leaving a document", () => {
  it("without changes asks nothing", async () => {
    const { store, asked } = page({ unsaved: false }, []);
    expect(await leave(store)).toBe(true);
    expect(asked).toEqual([]);
  });

  it.each<[SavingAnswer, boolean, readonly string[]]>([
    ["cancel", false, []],
    ["discard", true, ["document.discard"]],
    ["save", true, ["document.save"]],
  ])("%s", async (answer, isFree, calls) => {
    const { store, sent } = page({}, [answer]);
    expect(await leave(store)).toBe(isFree);
    expect(sent().map(([name]) => name)).toEqual(calls);
    expect(store.getState().question).toBeNull();
  });

  it("stays where it could not be saved", async () => {
    const { store } = page({}, ["save"], { "document.save": () => failed("file-not-written") });
    expect(await leave(store)).toBe(false);
    expect(store.getState().problem?.code).toBe("file-not-written");
  });

  it("stays where the person cancels in the dialog of the host", async () => {
    const { store } = page({}, ["save"], { "document.save": () => ok(null) });
    expect(await leave(store)).toBe(false);
  });

  it("asks too where a field holds a text that does not fit, although the document is as its file", async () => {
    const { store, asked } = page({ unsaved: false }, ["cancel"], {}, { fields: 1, source: false });
    expect(await leave(store)).toBe(false);
    expect(asked).toEqual(["unsaved"]);
  });

  it("asks once, whoever else wants the document gone meanwhile", async () => {
    const { store, asked } = page({}, ["cancel"]);
    const mayLeave = () => leave(store);
    expect(await Promise.all([mayLeave(), mayLeave()])).toEqual([false, false]);
    expect(asked).toEqual(["unsaved"]);
  });

  it("says in the same question that a signature ends", async () => {
    const { store, asked } = page(signed, ["save"]);
    expect(await leave(store)).toBe(true);
    expect(asked).toEqual(["unsaved"]);
  });
});

describe("saving", () => {
  it("a changed signed profile says before that it is saved unsigned", async () => {
    const no = page(signed, ["cancel"]);
    expect([await no.store.getState().save(), no.sent()]).toEqual([false, []]);
    const yes = page(signed, ["save"]);
    expect([await yes.store.getState().save(), yes.asked]).toEqual([true, ["signature"]]);
  });

  it("a copy of a signed profile says that it will not be, changed or not", async () => {
    const view = { isFileSigned: true, edited: false, unsaved: false };
    const as = page(view, ["cancel"]);
    expect([await as.store.getState().saveAs(), as.sent()]).toEqual([false, []]);
    const download = page({ ...view, hasPlace: false }, ["cancel"]);
    expect([await download.store.getState().save(), download.sent()]).toEqual([false, []]);
    const nothing = page(view, []);
    expect([await nothing.store.getState().save(), nothing.asked]).toEqual([true, []]);
  });

  it("with values that a draft left out shows them instead", async () => {
    const leftOut = [{ path: ["X"], domain: null, keyPath: "X", title: null }];
    const { store, sent } = page({ leftOut }, []);
    expect([await store.getState().save(), sent()]).toEqual([false, []]);
    expect(store.getState().isSettling).toBe(true);
  });

  it.each<[SavingAnswer, boolean, readonly unknown[]]>([
    ["cancel", false, []],
    ["mine", true, [["document.save", { over: true }]]],
    ["theirs", true, [["document.revert", {}]]],
  ])("a file that was changed meanwhile: %s", async (answer, isSaved, calls) => {
    const { store, asked, sent } = page({}, [answer], {
      "document.save": ({ over }: { over: boolean }) => (over ? saved : failed("file-changed-on-disk")),
    });
    expect(await store.getState().save()).toBe(isSaved);
    expect(asked).toEqual(["disk"]);
    expect(sent().slice(2)).toEqual(calls);
  });
});
