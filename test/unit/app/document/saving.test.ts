import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../main/core/problem.ts";
import type { FilePlace } from "../../../../main/files/source-file.ts";
import { notWritten } from "../../../../main/files/write-atomically.ts";
import { type Bench, createBench, staffProfile } from "../../../contract/bench.ts";
import { signedFile } from "../../../support/signed-file.ts";

/** A place that refuses to be written, as a full disk or a read-only folder does. */
function placeThatFails(code: string): FilePlace {
  return {
    path: "/somewhere/a.mobileconfig",
    read: async () => ({ ok: true, value: Buffer.from(staffProfile) }),
    isThere: async () => true,
    write: async (): Promise<Problem> => notWritten("/somewhere/a.mobileconfig", code),
  };
}

async function edited(
  place: FilePlace | undefined,
  content: string | Uint8Array = staffProfile,
): Promise<Bench> {
  const bench = createBench();
  await bench.call("profile.open", { file: bench.give("a.mobileconfig", content, place) });
  await bench.call("profile.editField", { field: "tenant", value: "fabrikam.com", domain: null });
  return bench;
}

describe("saving", () => {
  it.each([
    ["ENOSPC", "is full"],
    ["EROFS", "read-only"],
    ["EACCES", "may not write"],
  ])("%s: says what is wrong, and the document stays edited, with its draft", async (code, words) => {
    const bench = await edited(placeThatFails(code));
    const problem = await bench.problem("document.save", { over: false });
    expect(problem.code).toBe("file-not-written");
    expect(problem.detail).toContain(words);
    expect(problem.detail).toContain("What was there before is unchanged.");
    expect(await bench.call("profile.current", {})).toMatchObject({ unsaved: true, canUndo: true });
    await bench.call("profile.close", {});
    await bench.call("drafts.forget", { id: randomUUID() });
    expect((await bench.call("drafts.list", {})).drafts).toHaveLength(1);
    await bench.session.dispose();
  });

  it.each([
    ["is there and cannot be read", true, "file-not-comparable"],
    ["is gone", false, null],
  ])("a file that %s", async (_, isThere, code) => {
    let isWritten = false;
    let isReadable = true;
    const place: FilePlace = {
      path: "/somewhere/a.mobileconfig",
      read: async () =>
        isReadable
          ? { ok: true, value: Buffer.from(staffProfile) }
          : {
              ok: false,
              problem: { code: "file-not-read", title: "T", detail: "Reading it is not allowed.", fix: "F" },
            },
      isThere: async () => isThere,
      write: async () => {
        isWritten = true;
        return null;
      },
    };
    const bench = await edited(place);
    isReadable = false;
    const answer = await bench.session.call("document.save", { over: false });
    expect([answer.ok ? null : answer.problem.code, isWritten]).toEqual([code, code === null]);
    if (!answer.ok) expect(answer.problem.detail).toContain("Reading it is not allowed. Nothing was written");
    await bench.session.dispose();
  });

  it("a draft of a signed profile says that its file is signed, until it is saved", async () => {
    const bench = await edited(undefined, await signedFile(staffProfile));
    const { id, signature, isFileSigned } = await bench.change("profile.undo", {});
    expect([signature?.status, isFileSigned]).toEqual(["untrusted", true]);
    await bench.change("profile.redo", {});
    await bench.call("profile.close", {});
    await bench.call("drafts.forget", { id: randomUUID() });
    const restored = await bench.change("drafts.restore", { id });
    expect(restored).toMatchObject({ signature: null, isFileSigned: true });
    const path = restored.leftOut[0]?.path ?? [];
    await bench.change("document.settle", { how: "remove", path });
    await bench.call("document.save", { over: false });
    expect(await bench.call("profile.current", {})).toMatchObject({ isFileSigned: false, unsaved: false });
    await bench.session.dispose();
  });

  it("a practice profile that was saved is a person's own from then on", async () => {
    const bench = createBench({ dialogs: true });
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    await bench.call("document.saveAs", {});
    const field = { field: "redirect-uri", value: "https://127.0.0.1/x", domain: null } as const;
    expect(await bench.change("profile.editField", field)).toMatchObject({ practice: false, unsaved: true });
    await bench.session.dispose();
  });

  it("of what is open and not saved the draft comes back after everything was forgotten", async () => {
    const bench = await edited(undefined);
    await bench.call("history.forgetAll", { what: "everything" });
    await bench.call("profile.close", {});
    await bench.call("drafts.forget", { id: randomUUID() });
    expect((await bench.call("drafts.list", {})).drafts).toHaveLength(1);
    await bench.session.dispose();
  });

  it("who opens a file second is told where it is open already, by the app and a browser host in either order", async () => {
    const named = (bench: Bench, place?: FilePlace) =>
      bench.call("profile.open", { file: bench.give("a.mobileconfig", staffProfile, place) });
    const elsewhere = async (bench: Bench) => (await bench.call("profile.current", {}))?.openElsewhere;
    const app = createBench({ host: "app window" });
    const browser = createBench({ state: app.state });
    await named(app, placeThatFails(""));
    expect(await elsewhere(app)).toBeNull();
    // A browser names no path: the same name and content is the same file.
    await named(browser);
    expect(await elsewhere(browser)).toBe("app window");
    await app.call("profile.close", {});
    await browser.call("profile.close", {});
    await named(browser);
    await named(app, placeThatFails(""));
    expect(await elsewhere(app)).toBe("browser");
    await browser.session.dispose();
    await app.session.dispose();
  });

  it("a profile that was taken out of something is never saved over that, nor under its name", async () => {
    let isWritten = false;
    const place: FilePlace = {
      ...placeThatFails(""),
      write: async () => {
        isWritten = true;
        return null;
      },
    };
    const bench = await edited(place, Buffer.from(staffProfile).toString("base64"));
    expect(await bench.call("profile.current", {})).toMatchObject({ hasPlace: false, unsaved: true });
    const saved = await bench.call("document.save", { over: false });
    expect(saved).toMatchObject({ fileName: "a.mobileconfig", savedTo: null });
    expect(bench.taken(saved?.download).toString()).toContain("<string>fabrikam.com</string>");
    expect(isWritten).toBe(false);
    await bench.session.dispose();
  });

  it("an edit that comes while the file is written stays an edit", async () => {
    let written = (): void => undefined;
    const place: FilePlace = {
      ...placeThatFails(""),
      write: () =>
        new Promise((resolve) => {
          written = () => resolve(null);
        }),
    };
    const bench = await edited(place);
    const saved = bench.call("document.save", { over: false });
    for (let turn = 0; turn < 1000; turn += 1) await new Promise(setImmediate);
    await bench.call("profile.editField", { field: "tenant", value: "tailspin.com", domain: null });
    written();
    await saved;
    const view = await bench.call("profile.current", {});
    expect(view?.identity.find(({ id }) => id === "tenant")?.value).toBe("tailspin.com");
    expect(view?.unsaved).toBe(true);
    await bench.session.dispose();
  });

  it("undo back to what the file holds is no change any more, and its draft goes", async () => {
    const bench = await edited(undefined);
    await bench.call("profile.undo", {});
    expect(await bench.call("profile.current", {})).toMatchObject({ unsaved: false, canRedo: true });
    await bench.call("profile.close", {});
    await bench.call("drafts.forget", { id: null });
    expect((await bench.call("drafts.list", {})).drafts).toEqual([]);
    await bench.session.dispose();
  });

  it("a document that is replaced before anybody has decided keeps its draft", async () => {
    const bench = await edited(undefined);
    await bench.call("profile.open", { file: bench.give("b.mobileconfig", staffProfile) });
    await bench.call("drafts.forget", { id: null });
    expect((await bench.call("drafts.list", {})).drafts).toMatchObject([{ fileName: "a.mobileconfig" }]);
    await bench.session.dispose();
  });

  it("the practice profile is nobody's work: nothing is asked and nothing kept", async () => {
    const bench = createBench();
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    await bench.call("profile.editField", {
      field: "redirect-uri",
      value: "https://127.0.0.1/x",
      domain: null,
    });
    expect(await bench.call("profile.current", {})).toMatchObject({ edited: true, unsaved: false });
    await bench.call("profile.close", {});
    await bench.call("drafts.forget", { id: null });
    expect((await bench.call("drafts.list", {})).drafts).toEqual([]);
    await bench.session.dispose();
  });

  it("undo takes back a fix, a recipe and a revert", async () => {
    const bench = await edited(undefined);
    const apps = { loginApi: "api://a", checkApi: "api://b" };
    await bench.call("recipes.apply", { name: "simple", ...apps });
    await bench.call("document.revert", {});
    for (const _ of [1, 2, 3]) await bench.call("profile.undo", {});
    const view = await bench.call("profile.current", {});
    expect([view?.canUndo, view?.edited]).toEqual([false, false]);
    for (const _ of [1, 2, 3]) await bench.call("profile.redo", {});
    expect(await bench.call("profile.current", {})).toMatchObject({ canRedo: false, edited: false });
    await bench.session.dispose();
  });
});
