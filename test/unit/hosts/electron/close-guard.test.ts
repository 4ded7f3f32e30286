import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { createCloseGuard } from "../../../../main/hosts/electron/close-guard.ts";

/** A window that can be asked to close, and an app that can be ended. */
function bench(hasDocument = true) {
  const happened: string[] = [];
  const page = new EventEmitter();
  const window = Object.assign(new EventEmitter(), {
    webContents: page,
    close: () => {
      let isKept = false;
      window.emit("close", {
        preventDefault: () => {
          isKept = true;
        },
      });
      if (!isKept) happened.push("closed");
    },
  });
  const app = Object.assign(new EventEmitter(), {
    quit: () => {
      app.emit("before-quit");
      window.close();
    },
  });
  const guard = createCloseGuard({
    app: app as never,
    hasDocument: () => hasDocument,
    ask: (isQuitting) => happened.push(isQuitting ? "asked, quitting" : "asked"),
    onPage: () => happened.push("page"),
  });
  guard.guard(window as unknown as Electron.BrowserWindow);
  return { guard, window, page, app, happened };
}

describe("a window that is closed", () => {
  it("waits for its page, stays when that says so, and closes when it may", () => {
    const { guard, window, app, happened } = bench();
    guard.pageCanAsk(true);
    window.close();
    guard.answer(false);
    app.quit();
    guard.answer(false);
    window.close();
    guard.answer(true);
    expect(happened).toEqual(["page", "asked", "asked, quitting", "asked", "closed"]);
  });

  it("asks nobody without a document", () => {
    const { guard, window, happened } = bench(false);
    guard.pageCanAsk(true);
    window.close();
    expect(happened).toEqual(["page", "closed"]);
  });

  it.each<[string, (parts: ReturnType<typeof bench>) => void]>([
    ["has not come yet", () => undefined],
    ["has met a fault", ({ guard }) => guard.pageCanAsk(false)],
    [
      "met a fault, and hung in between",
      ({ guard, window }) => {
        guard.pageCanAsk(false);
        window.emit("unresponsive");
        window.emit("responsive");
      },
    ],
    ["hangs", ({ window }) => window.emit("unresponsive")],
    ["has crashed", ({ page }) => page.emit("render-process-gone")],
    ["loads", ({ page }) => page.emit("did-start-loading")],
  ])("does not wait for a page that %s", (state, spoil) => {
    const parts = bench();
    if (state !== "has not come yet") parts.guard.pageCanAsk(true);
    spoil(parts);
    parts.window.close();
    expect(parts.happened.at(-1)).toBe("closed");
  });

  it("waits again for a page that has hung and goes on", () => {
    const { guard, window, happened } = bench();
    guard.pageCanAsk(true);
    window.emit("unresponsive");
    window.emit("responsive");
    window.close();
    expect(happened.at(-1)).toBe("asked");
  });

  it("after a fault in the midst of the question closes when it is asked to once more", () => {
    const { guard, window, happened } = bench();
    guard.pageCanAsk(true);
    window.close();
    guard.pageCanAsk(false);
    window.close();
    expect(happened).toEqual(["page", "asked", "closed"]);
  });
});
