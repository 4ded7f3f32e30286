import { describe, expect, it } from "vitest";
import type { ProfileView } from "../../../../preload/contract.ts";
import { createDocumentStore } from "../../../../renderer/stores/document-store.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const view = (source: string) => ({ source, canUndo: true }) as ProfileView;
const file = { fileName: "a.plist", file: "h" };
const patch = { op: "remove", payload: { domain: "com.jamf.connect" }, path: ["X"] } as const;

describe("document store", () => {
  it("shows the newest view although answers overtake each other", async () => {
    const answers: (() => void)[] = [];
    const fake = createFakeHost({
      "profile.edit": () => new Promise((resolve) => answers.push(() => resolve(ok(null)))),
    });
    const store = createDocumentStore(fake.host);
    const first = store.getState().edit(patch);
    store.getState().receive(view("first"));
    const second = store.getState().edit(patch);
    store.getState().receive(view("second"));
    answers[1]?.();
    expect(await second).toBe(true);
    answers[0]?.();
    expect(await first).toBe(true);
    expect(store.getState().view?.source).toBe("second");
  });

  it("says why a change was refused, until the next one is not", async () => {
    const answers = [failed("payload-missing"), ok(null)];
    const store = createDocumentStore(createFakeHost({ "profile.undo": () => answers.shift() }).host);
    store.getState().receive(view("as it was"));
    await store.getState().undo();
    expect(store.getState()).toMatchObject({ problem: { code: "payload-missing" } });
    await store.getState().undo();
    expect(store.getState()).toMatchObject({ problem: null, view: { source: "as it was" } });
  });

  it("keeps the page of a file that cannot be opened until another one is", async () => {
    const chosen = [ok(file), ok(null), ok(file)];
    const opened = [failed("not-a-profile"), ok(null)];
    const answers = { "profile.choose": () => chosen.shift(), "profile.open": () => opened.shift() };
    const store = createDocumentStore(createFakeHost(answers).host);
    await store.getState().choose();
    expect(store.getState().failure).toMatchObject({
      fileName: "a.plist",
      problem: { code: "not-a-profile" },
    });
    // Nothing was chosen.
    await store.getState().choose();
    expect(store.getState().failure?.problem.code).toBe("not-a-profile");
    await store.getState().choose();
    expect(store.getState()).toMatchObject({ failure: null, isOpening: false });
  });

  it("says nothing of a file where the app went before it answered: it may be open", async () => {
    const answers = { "profile.choose": () => ok(file), "profile.open": () => failed("host-gone") };
    const store = createDocumentStore(createFakeHost(answers).host);
    store.getState().receive({ ...view("opened"), id: "1" });
    await store.getState().choose();
    expect(store.getState()).toMatchObject({ failure: null, isOpening: false, view: { source: "opened" } });
    const problem = { code: "host-gone", title: "", detail: "", fix: "" };
    store.getState().refuse({ fileName: "b.plist", bytes: 1, text: null, problem });
    expect(store.getState().failure).toBeNull();
  });

  it("keeps that page while the open document changes, and leaves it for another document", async () => {
    const store = createDocumentStore(
      createFakeHost({ "profile.choose": () => ok(file), "profile.open": () => failed("not-a-profile") })
        .host,
    );
    store.getState().receive({ ...view("one"), id: "1" });
    await store.getState().choose();
    store.getState().receive({ ...view("one, changed"), id: "1" });
    expect(store.getState().failure?.problem.code).toBe("not-a-profile");
    store.getState().receive({ ...view("another"), id: "2" });
    expect(store.getState().failure).toBeNull();
  });

  it("lets nothing take the place of unsaved changes unless the person says so", async () => {
    const asked: string[] = [];
    const told = (name: string) => () => {
      asked.push(name);
      return ok(name === "profile.choose" ? file : null);
    };
    const fake = createFakeHost({
      "recents.open": told("recents.open"),
      "profile.choose": told("profile.choose"),
      "profile.open": told("profile.open"),
      "profile.close": told("profile.close"),
    });
    let isFree = false;
    const { openRecent, choose, close } = createDocumentStore(
      fake.host,
      async (replace) => isFree && replace(),
    ).getState();
    const all = async () => {
      await openRecent({ id: "r1", name: "login.mobileconfig" });
      await choose();
      await close();
    };
    await all();
    expect(asked).toEqual([]);
    isFree = true;
    await all();
    expect(asked).toEqual(["recents.open", "profile.choose", "profile.open", "profile.close"]);
  });
});
