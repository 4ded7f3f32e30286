import { describe, expect, it } from "vitest";
import { mainWindowOptions, safeWebPreferences } from "../../../../main/hosts/electron/window-options.ts";

describe("mainWindowOptions", () => {
  const options = (platform: NodeJS.Platform, isPackaged = true) =>
    mainWindowOptions({ platform, preload: "/app/preload.cjs", dark: false, isPackaged });

  it("keeps the page sandboxed, isolated and without Node", () => {
    expect(options("linux").webPreferences).toEqual({
      preload: "/app/preload.cjs",
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      devTools: false,
      spellcheck: false,
    });
  });

  it("attack: what ships has no DevTools in any window; only a build that is not packaged has", () => {
    expect(safeWebPreferences(true).devTools).toBe(false);
    expect(safeWebPreferences(false).devTools).toBe(true);
  });

  it("opens at 1280 × 820 and never gets smaller than 1024 × 640", () => {
    expect(options("linux")).toMatchObject({ width: 1280, height: 820, minWidth: 1024, minHeight: 640 });
  });

  it("hides the title bar where the system draws its buttons into the page, and only there", () => {
    expect(options("darwin")).toMatchObject({
      titleBarStyle: "hidden",
      trafficLightPosition: { x: 19, y: 23 },
    });
    expect(options("win32").titleBarStyle).toBeUndefined();
  });
});
