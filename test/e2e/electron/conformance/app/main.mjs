// An app without any feature, to compare how Electron and the stand-in behave under it.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
// biome-ignore lint/style/noRestrictedImports: this file is the main file of an app, and runs on either
import { app, BrowserWindow, ipcMain, protocol, session } from "electron";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

protocol.registerSchemesAsPrivileged([
  { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

app.whenReady().then(() => {
  session.defaultSession.protocol.handle("app", async () => {
    const page = await readFile(here("page.html"));
    return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
  });
  ipcMain.handle("echo", (_event, value) => value);
  ipcMain.handle("fail", () => {
    throw new TypeError("on purpose");
  });
  ipcMain.handle("give-function", () => () => 1);
  const window = new BrowserWindow({
    webPreferences: { preload: here("preload.cjs"), sandbox: true, contextIsolation: true },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.loadURL("app://conformance/page.html");
});
