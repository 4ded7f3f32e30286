/** What the stand-in and a real Electron must do alike with windows, menus and the name of an app. */
import { expect } from "../support/app.ts";
import { test } from "./little-app.ts";

test("a window that is closed before its page is there: loading fails first, then it is gone", async ({
  little,
  origin,
}) => {
  const told = await little.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    const story: string[] = [];
    const gone = new Promise<void>((resolve) => {
      window.on("closed", () => {
        story.push("closed");
        resolve();
      });
    });
    const load = window.loadURL(address).catch((error: Error) => {
      // Whoever shows the window here brings Electron down.
      story.push(`${error.message.replace(/'.*'/, "…")}, destroyed: ${window.isDestroyed()}`);
    });
    window.close();
    story.push("close returned");
    await Promise.all([gone, load]);
    return story;
  }, `${origin}/page`);
  expect(told).toEqual(["close returned", "ERR_FAILED (-2) loading …, destroyed: false", "closed"]);
});

test("getAllWindows knows every window that is open, and a child by its parent", async ({ little }) => {
  const seen = await little.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    if (first === undefined) throw new Error("There is no window.");
    const child = new BrowserWindow({ show: false, parent: first, webPreferences: { sandbox: true } });
    const windows = BrowserWindow.getAllWindows();
    const result = {
      ids: windows.map(({ id }) => id).sort((a, b) => a - b),
      expected: [first.id, child.id],
      parents: [first.getParentWindow() === null, child.getParentWindow() === first],
    };
    child.destroy();
    return { ...result, left: BrowserWindow.getAllWindows().map(({ id }) => id === first.id) };
  });
  expect(seen.ids).toEqual(seen.expected);
  expect(seen.parents).toEqual([true, true]);
  expect(seen.left).toEqual([true]);
});

test("a menu's roles are kept in small letters and bring their own label", async ({ little }) => {
  const seen = await little.evaluate(({ Menu }) => {
    const menu = Menu.buildFromTemplate([
      { role: "fileMenu", submenu: [{ label: "Open…" }, { role: "quit" }] },
      { role: "editMenu", submenu: [{ role: "selectAll" }] },
      { label: "Test", submenu: [] },
    ]);
    return menu.items.map(({ role, label, submenu }) => ({
      role: String(role ?? "none"),
      label,
      items: submenu?.items.map((item) => `${item.role ?? "none"}: ${item.label}`),
    }));
  });
  expect(seen).toEqual([
    { role: "filemenu", label: "File", items: ["none: Open…", "quit: Quit"] },
    { role: "editmenu", label: "Edit", items: ["selectall: Select All"] },
    { role: "none", label: "Test", items: [] },
  ]);
});

test("started by its main file an app has Electron's name, not that of a package.json further up", async ({
  little,
}) => {
  const { name, folder } = await little.evaluate(({ app }) => ({
    name: app.getName(),
    folder: app.getAppPath(),
  }));
  // The launcher of a republished Electron says its own name.
  expect(["Electron", "launcher"]).toContain(name);
  expect(folder).toMatch(/[\\/]conformance[\\/]app$/);
});
