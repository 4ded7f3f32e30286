/** The bridge between page and main process: calls, events, and what never crosses it. */
import type { Latchkey } from "../../../preload/contract.ts";
import { backing, expect, test } from "./support/app.ts";
import { callFromSubframe } from "./support/subframe.ts";

declare const latchkey: Latchkey;

test("a call is answered by the application behind the contract", async ({ sharedApp: app }) => {
  const page = await app.page();
  const described = await page.evaluate(() => latchkey.call("app.describe", {}));
  expect(described).toMatchObject({
    ok: true,
    value: { capabilities: { canOpenLoginWindow: true, canShowFileDialogs: true } },
  });
});

test("a call that the contract does not list never leaves the page", async ({ sharedApp: app }) => {
  const page = await app.page();
  const answer = await page.evaluate(() => latchkey.call("app.quit" as "app.describe", {}));
  expect(answer).toMatchObject({ ok: false, problem: { code: "unknown-call" } });
});

test("input that does not fit the schema is a problem, not an exception", async ({ sharedApp: app }) => {
  const page = await app.page();
  const answer = await page.evaluate(() => latchkey.call("test.cancel", { runId: 7 } as never));
  expect(answer).toMatchObject({ ok: false, problem: { code: "wrong-input" } });
});

test("an event reaches the page until it ends its subscription", async ({ sharedApp: app }) => {
  const page = await app.page();
  await page.evaluate(() => {
    const seen: unknown[] = [];
    const stop = latchkey.on("app.command", (...given) => seen.push(given));
    Object.assign(globalThis, { seen, stop });
  });
  const click = () =>
    app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      const open = items?.find(({ label }) => label === "Open…");
      if (open === undefined) throw new Error("The menu has no Open….");
      open.click();
    });
  await click();
  const seen = () => page.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen);
  // The payload alone: the event object, which leads back to ipcRenderer, stays behind.
  await expect.poll(seen).toEqual([[{ command: "open" }]]);
  await page.evaluate(() => (globalThis as unknown as { stop: () => void }).stop());
  await click();
  await page.evaluate(() => latchkey.call("app.describe", {}));
  expect(await seen()).toHaveLength(1);
});

// On a real Electron nothing in a sub-frame can speak to main at all, so there is nothing to call from.
if (backing === "stand-in") {
  test("a call from a sub-frame is refused, although its origin is the app's", async ({ sharedApp: app }) => {
    const page = await app.page();
    await page.evaluate(() => document.body.append(document.createElement("iframe")));
    const frame = page.frames()[1];
    expect(await frame?.evaluate(() => typeof (globalThis as { latchkey?: unknown }).latchkey)).toBe(
      "undefined",
    );
    const origin = await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames[0]?.origin,
    );
    expect(origin).toBe("app://latchkey");
    const answer = await callFromSubframe(page, "latchkey:call:app.describe", {});
    expect(answer).toMatchObject({ ok: false, problem: { code: "call-refused" } });
  });
}

test("the open dialog's file becomes the document", async ({ sharedApp: app }) => {
  const page = await app.page();
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
  });
  expect(await page.evaluate(() => latchkey.call("profile.choose", {}))).toEqual({ ok: true, value: null });
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ["/nowhere/missing.mobileconfig"] });
  });
  const opened = await page.evaluate(async () => {
    const chosen = await latchkey.call("profile.choose", {});
    return latchkey.call("profile.open", { file: chosen.ok ? (chosen.value?.file ?? "") : "" });
  });
  expect(opened).toMatchObject({
    ok: false,
    problem: { code: "file-not-read", title: "missing.mobileconfig could not be read." },
  });
});
