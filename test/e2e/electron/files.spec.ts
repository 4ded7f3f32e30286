/** Files that come and go: at the start, from the system, from a second start, after a crash, and saving. */
import { writeFile } from "node:fs/promises";
import type { Page } from "playwright";
import type { Latchkey } from "../../../preload/contract.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

declare const latchkey: Latchkey;

const profile = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
<key>OIDCProvider</key><string>Azure</string></dict></plist>`;

async function writeProfile(path: string): Promise<string> {
  await writeFile(path, profile);
  return path;
}

async function openedFile(app: RunningApp): Promise<string | null> {
  const page = await app.page();
  const current = await page.evaluate(() => latchkey.call("profile.current", {}));
  return current.ok ? (current.value?.fileName ?? null) : current.problem.code;
}

/** Collects what message boxes say; each is closed as soon as a person could, which is not in the turn that shows it. */
function collectMessages(app: RunningApp): Promise<void> {
  return app.evaluate(({ dialog }) => {
    const messages: string[] = [];
    Object.assign(globalThis, { messages });
    const show = async (options: { message?: string }) => {
      messages.push(options.message ?? "");
      await new Promise((closed) => setImmediate(closed));
      return { response: 0, checkboxChecked: false };
    };
    dialog.showMessageBox = show as typeof dialog.showMessageBox;
  });
}

function messagesOf(app: RunningApp): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { messages: string[] }).messages);
}

test("opens the profile it was started with", async ({ launch }, testInfo) => {
  const path = await writeProfile(testInfo.outputPath("com.jamf.connect.login.plist"));
  const app = await launch({ args: [path] });
  await expect.poll(() => openedFile(app)).toBe("com.jamf.connect.login.plist");
});

const refused = (page: Page) => page.getByRole("alert").getByRole("heading");

test("opens a file that the system hands over; where it cannot, the page says why", async ({
  app,
}, testInfo) => {
  await collectMessages(app);
  const page = await app.page();
  await page.locator("[data-app-state=ready]").waitFor();
  const handOver = (path: string) =>
    app.evaluate(({ app: electronApp }, given) => {
      electronApp.emit("open-file", { preventDefault: () => undefined }, given);
    }, path);
  await handOver(testInfo.outputPath("missing.plist"));
  await expect(refused(page)).toHaveText("missing.plist could not be read.");
  expect(await openedFile(app)).toBeNull();
  await handOver(await writeProfile(testInfo.outputPath("com.jamf.connect.login.plist")));
  await expect.poll(() => openedFile(app)).toBe("com.jamf.connect.login.plist");
  await expect(refused(page)).toHaveCount(0);
  expect(await messagesOf(app)).toEqual([]);
});

test("says in its page why the profile that it was started with cannot be opened", async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath("com.jamf.connect.login.plist");
  await writeFile(path, profile.replace("</dict>", ""));
  const page = await (await launch({ args: [path] })).page();
  await expect(refused(page)).toContainText("line 2");
  await page.getByRole("button", { name: "Back to Start" }).press("Enter");
  await expect(page.getByRole("heading", { name: /two sign-ins/ })).toBeVisible();
});

test("a profile that was open is listed on Start with its folder, and opens from there", async ({
  launch,
}, testInfo) => {
  const app = await launch({
    args: [await writeProfile(testInfo.outputPath("com.jamf.connect.login.plist"))],
  });
  await expect.poll(() => openedFile(app)).toBe("com.jamf.connect.login.plist");
  const page = await app.page();
  await page.evaluate(() => latchkey.call("profile.close", {}));
  const row = page.getByRole("region", { name: "Recent" }).getByRole("listitem").getByRole("button");
  await expect(row).toContainText("Not tested");
  await row.click();
  await expect.poll(() => openedFile(app)).toBe("com.jamf.connect.login.plist");
});

test("a second start hands its profile to the first and ends", async ({ launch, startSecond }, testInfo) => {
  const first = await launch();
  await first.page();
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const path = await writeProfile(testInfo.outputPath("com.jamf.connect.plist"));
  expect(await startSecond(first, [path])).toBe(0);
  await expect.poll(() => openedFile(first)).toBe("com.jamf.connect.plist");
  const minimized = () =>
    first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(minimized).toBe(false);
  expect(await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("saves where the person says, and leaves nothing behind when they cancel", async ({
  launch,
}, testInfo) => {
  const app = await launch({
    args: [await writeProfile(testInfo.outputPath("com.jamf.connect.login.plist"))],
  });
  await expect.poll(() => openedFile(app)).toBe("com.jamf.connect.login.plist");
  const page = await app.page();
  const save = () =>
    page.evaluate(() =>
      latchkey.call("export.save", {
        route: "plist",
        domain: null,
        blueprintReady: false,
        identityId: null,
        confirmedName: null,
      }),
    );
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: "" });
  });
  expect(await save()).toEqual({ ok: true, value: null });
  const path = testInfo.outputPath("exported.plist");
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  expect(await save()).toMatchObject({ ok: true, value: { savedTo: path } });
});

/** Puts files on the disk into a file field of the page, as the system's dialog does for a person. */
async function choose(page: Page, field: string, path: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const expression = `document.querySelector(${JSON.stringify(field)})`;
  const { result } = await cdp.send("Runtime.evaluate", { expression });
  await cdp.send("DOM.setFileInputFiles", { objectId: result.objectId ?? "", files: [path] });
  await cdp.detach();
}

test("a file that was picked is read where it lies, by a handle that is worth something once", async ({
  app,
}, testInfo) => {
  const page = await app.page();
  await page.locator("[data-app-state=ready]").waitFor();
  await page.evaluate(() => {
    const field = document.createElement("input");
    field.type = "file";
    field.id = "picked";
    document.body.append(field);
  });
  await choose(page, "#picked", await writeProfile(testInfo.outputPath("com.jamf.connect.login.plist")));
  const opened = await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>("#picked");
    const given = await latchkey.giveFile(field?.files?.[0] ?? {});
    if (!given.ok) return [given];
    const open = () => latchkey.call("profile.open", { file: given.value });
    return [await open(), await open()];
  });
  expect(opened).toMatchObject([{ ok: true }, { ok: false, problem: { code: "file-gone" } }]);
  expect(await openedFile(app)).toBe("com.jamf.connect.login.plist");
});

test("attack: a page cannot name a path, by a file that a script has made or by something else", async ({
  app,
}, testInfo) => {
  const path = await writeProfile(testInfo.outputPath("com.jamf.connect.login.plist"));
  const page = await app.page();
  const codes = await page.evaluate(async (named) => {
    const made = new File(["<plist/>"], named, { type: "text/xml" });
    const tries = [made, { path: named }, named as unknown as object];
    const answers = await Promise.all(tries.map((file) => latchkey.giveFile(file)));
    const asHandle = await latchkey.call("profile.open", { file: named });
    return [...answers, asHandle].map((answer) => (answer.ok ? "given" : answer.problem.code));
  }, path);
  expect(codes).toEqual(["file-without-place", "no-answer", "no-answer", "wrong-input"]);
  expect(await openedFile(app)).toBeNull();
});

test("a crashed page is loaded again, with the profile still open", async ({ launch }, testInfo) => {
  const path = await writeProfile(testInfo.outputPath("com.jamf.connect.login.plist"));
  const app = await launch({ args: [path] });
  await expect.poll(() => openedFile(app)).toBe("com.jamf.connect.login.plist");
  await collectMessages(app);
  const page = await app.page();
  // Asked before it crashes, and answered by the load that comes after.
  await app.evaluate(({ BrowserWindow }) => {
    const shown = new Promise<string>((resolve) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.once("render-process-gone", () =>
        contents.once("did-finish-load", () => resolve(contents.getURL())),
      );
    });
    Object.assign(globalThis, { shown });
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Page.crash").catch(() => undefined);
  const shown = await app.evaluate(() => (globalThis as unknown as { shown: Promise<string> }).shown);
  expect(shown).toBe("app://latchkey/index.html");
  // Once for one crash.
  expect(await messagesOf(app)).toEqual(["The page of this window has stopped."]);
  const title = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(7, [
        { code: "document.title" },
      ]),
    );
  await expect.poll(title).toContain("com.jamf.connect.login");
});

for (const when of ["before its page is there", "with its page"]) {
  test(`ends when its window is closed ${when}`, async ({ app }) => {
    const page = await app.page();
    if (when === "with its page") await page.locator("[data-app-state=ready]").waitFor();
    // The process may be gone before it can answer.
    void app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined);
    expect(await app.untilExit()).toBe(0);
  });
}
