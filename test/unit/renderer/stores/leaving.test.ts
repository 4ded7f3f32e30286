import { describe, expect, it } from "vitest";
import type { Stores } from "../../../../renderer/stores/stores.ts";
import { connectStores, createStores } from "../../../../renderer/stores/stores.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const edited = {
  id: "d1",
  unsaved: true,
  edited: true,
  leftOut: [],
  isFileSigned: false,
  hasPlace: true,
  fileName: "a.plist",
};

/** A page with changes, and somebody who says Discard. */
function page(answers: Readonly<Record<string, (input: never) => unknown>>) {
  const fake = createFakeHost({
    "profile.current": () => ok(edited),
    "profile.choose": () => ok({ fileName: "b.plist", file: "h" }),
    ...answers,
  });
  const stores = createStores(fake.host);
  stores.saving.subscribe(({ question }, before) => {
    if (question !== null && question !== before.question) {
      queueMicrotask(() => stores.saving.getState().answer("discard"));
    }
  });
  const said = () => fake.sent.flatMap(({ name, input }) => (name === "document.discard" ? [input] : []));
  return { ...fake, stores, said, names: () => fake.sent.map(({ name }): string => name) };
}

const file = new File(["x"], "b.plist");
const ways: readonly [name: string, call: string, isThere: unknown, go: (stores: Stores) => unknown][] = [
  ["an opened file", "profile.open", null, ({ document }) => document.getState().openFile(file)],
  ["a dialog of the host", "profile.open", null, ({ document }) => document.getState().choose()],
  [
    "a recent file",
    "recents.open",
    null,
    ({ document }) => document.getState().openRecent({ id: "r", name: "b" }),
  ],
  [
    "a file of the system",
    "profile.open",
    null,
    ({ document }) => document.getState().openOffered({ fileName: "b", file: "h" }),
  ],
  ["closing the document", "profile.close", null, ({ document }) => document.getState().close()],
  ["a template", "templates.make", { wrong: [] }, ({ templates }) => templates.getState().make()],
  [
    "the practice profile",
    "practice.start",
    null,
    ({ practice }) => practice.getState().start("no-mfa", true),
  ],
  ["a draft", "drafts.restore", null, ({ saving }) => saving.getState().restore("d2")],
];

describe("changes that were discarded", () => {
  it.each(ways)(
    "stay in their draft where %s fails, and go when it is there",
    async (_, call, isThere, go) => {
      const failing = page({ [call]: () => failed("file-not-read") });
      await go(failing.stores);
      expect(failing.names()).toContain(call);
      expect(failing.said()).toEqual([]);

      const there = page({ [call]: () => ok(isThere) });
      await go(there.stores);
      expect(there.said()).toEqual([{ document: "d1" }]);
      expect(there.names().indexOf("document.discard")).toBeGreaterThan(there.names().indexOf(call));
    },
  );

  it("stay where no file is chosen, and where a template wants other answers", async () => {
    const { stores, said } = page({
      "profile.choose": () => ok(null),
      "templates.make": () => ok({ wrong: [{ blank: "tenant", why: "no" }] }),
    });
    await stores.document.getState().choose();
    expect(await stores.templates.getState().make()).toBe(false);
    expect(said()).toEqual([]);
  });

  it("do not stay open behind a window that closes, and are no offer meanwhile", async () => {
    const closing: ReturnType<typeof page> = page({
      "profile.close": () => {
        closing.emit("profile.changed", null);
        return ok(null);
      },
      "history.list": () => failed("not-now"),
      "drafts.list": () => ok({ drafts: [{ id: "d1" }], problems: [], notKept: null }),
      "document.discard": async () => {
        await expect.poll(closing.names).toContain("drafts.list");
        expect(closing.stores.saving.getState().drafts.drafts).toEqual([]);
        return ok(null);
      },
    });
    const { stores, host, emit, names } = closing;
    const end = connectStores(host, stores);
    emit("profile.changed", { ...edited, payloads: [] } as never);
    emit("app.closing", { isQuitting: false });
    await expect.poll(names).toContain("app.answerClosing");
    const order = names().filter((name) =>
      ["profile.close", "document.discard", "app.answerClosing"].includes(name),
    );
    expect(order).toEqual(["profile.close", "document.discard", "app.answerClosing"]);
    end();
  });
});

describe("the question", () => {
  it("is about changes of which the answer is here before the view that was sent ahead of it", async () => {
    const { host } = createFakeHost({ "profile.current": () => ok(edited) });
    const { saving, document } = createStores(host);
    expect(document.getState().view).toBeNull();
    const left = saving.getState().leaveFor(async () => true);
    await expect.poll(() => saving.getState().question?.about).toBe("unsaved");
    saving.getState().answer("cancel");
    expect(await left).toBe(false);
  });

  it("waits for another one, so that none is left without its answer", async () => {
    const signed = { ...edited, isFileSigned: true };
    const { host } = createFakeHost({ "profile.current": () => ok(signed) });
    const { saving } = createStores(host);
    const saved = saving.getState().save();
    await expect.poll(() => saving.getState().question?.about).toBe("signature");
    const left = saving.getState().leaveFor(async () => true);
    await new Promise(setImmediate);
    expect(saving.getState().question?.about).toBe("signature");
    saving.getState().answer("cancel");
    expect(await saved).toBe(false);
    await expect.poll(() => saving.getState().question?.about).toBe("unsaved");
    saving.getState().answer("cancel");
    expect(await left).toBe(false);
  });
});

describe("a tab that is closed", () => {
  it("would lose changes, a text that does not fit, a wrong source, and a change on its way", async () => {
    const { stores } = page({ "profile.edit": () => new Promise(() => undefined) });
    const { document, form, source, saving } = stores;
    const loses = () => saving.getState().wouldLose();
    expect(loses()).toBe(false);
    document.getState().receive({ ...edited, unsaved: false, source: "1" } as never);
    expect(loses()).toBe(false);
    const field = {
      payload: { domain: "d" },
      path: ["X"],
      type: null,
      label: "X",
      takesAnyText: true,
    } as const;
    form.getState().type(field, "abc", null);
    expect(loses()).toBe(true);
    form.getState().takeBack(field);
    source.getState().type("2");
    expect(loses()).toBe(true);
    source.getState().discard();
    expect(loses()).toBe(false);
    void document.getState().edit({ op: "remove", payload: { domain: "d" }, path: ["X"] });
    expect(loses()).toBe(true);
  });
});
