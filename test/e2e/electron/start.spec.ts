/** The window that the app opens, the scheme it is served on, and what its page can reach. */
import { expect, test } from "./support/app.ts";

test("opens one window on the app's own scheme, with a policy that lets nothing in", async ({ app }) => {
  const page = await app.page();
  await page.locator("[data-app-state=ready]").waitFor();
  const seen = await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      windows: BrowserWindow.getAllWindows().length,
      url: window?.webContents.getURL(),
      origin: window?.webContents.mainFrame.origin,
      visible: window?.isVisible(),
      size: window?.getSize(),
      least: window?.getMinimumSize(),
      name: electronApp.getName(),
    };
  });
  expect(seen).toEqual({
    windows: 1,
    url: "app://latchkey/index.html",
    origin: "app://latchkey",
    visible: true,
    size: [1280, 820],
    least: [1024, 640],
    name: "Latchkey",
  });
});

test("serves the page with its headers and nothing from outside the folder", async ({ sharedApp: app }) => {
  await app.page();
  const answers = await app.evaluate(async ({ session }) => {
    const ask = async (url: string, method = "GET") => {
      const response = await session.defaultSession.fetch(url, { method });
      return { status: response.status, headers: Object.fromEntries(response.headers) };
    };
    return {
      page: await ask("app://latchkey/index.html"),
      escape: await ask("app://latchkey/..%2f..%2fpackage.json"),
      elsewhere: await ask("app://other/index.html"),
      post: await ask("app://latchkey/index.html", "POST"),
    };
  });
  expect(answers.page.status).toBe(200);
  expect(answers.page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(answers.page.headers["x-content-type-options"]).toBe("nosniff");
  expect(answers.page.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
  expect(answers.page.headers["content-security-policy"]).not.toContain("unsafe");
  expect(answers.escape.status).toBe(404);
  expect(answers.elsewhere.status).toBe(404);
  expect(answers.post.status).toBe(405);
});

test("the page has the contract and nothing of Node or Electron", async ({ sharedApp: app }) => {
  const page = await app.page();
  const seen = await page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    module: typeof (globalThis as { module?: unknown }).module,
    bridge: Object.keys((globalThis as unknown as { latchkey: object }).latchkey).sort(),
    frozen: Object.isFrozen((globalThis as unknown as { latchkey: object }).latchkey),
    secure: isSecureContext,
  }));
  expect(seen).toEqual({
    require: "undefined",
    process: "undefined",
    module: "undefined",
    bridge: ["call", "giveFile", "on", "takeFile"],
    frozen: true,
    secure: true,
  });
});
