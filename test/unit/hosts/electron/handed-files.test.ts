import { describe, expect, it } from "vitest";
import { createHandedFiles } from "../../../../main/hosts/electron/handed-files.ts";

/** A host whose parts come one after the other; `opens` says which files can be opened. */
function bench(waiting: string | null = null) {
  const state = { isReady: true, hasPage: false, hasWindow: true };
  const tried: string[] = [];
  let windows = 0;
  const files = createHandedFiles({
    waiting,
    open: async (path) => {
      tried.push(path);
      return !path.includes("missing");
    },
    isReady: () => state.isReady,
    hasPage: () => state.hasPage,
    hasWindow: () => state.hasWindow,
    openWindow: () => {
      windows += 1;
    },
  });
  return { state, tried, files, windows: () => windows };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("what the system hands over", () => {
  it("waits until there is something to open it with", async () => {
    const { state, tried, files } = bench();
    state.isReady = false;
    files.open("a.plist");
    expect(tried).toEqual([]);
    state.isReady = true;
    files.openWaiting();
    files.openWaiting();
    await settled();
    expect(tried).toEqual(["a.plist"]);
  });

  it("is opened without its page, which learns of it when it has come", async () => {
    const { tried, files } = bench("a.plist");
    files.openWaiting();
    await settled();
    files.openWaiting();
    expect(tried).toEqual(["a.plist"]);
  });

  it("is offered once more to a page that comes, where it could not be opened, so that the page says why", async () => {
    const { state, tried, files } = bench("missing.plist");
    files.openWaiting();
    await settled();
    state.hasPage = true;
    files.openWaiting();
    await settled();
    files.openWaiting();
    await settled();
    expect(tried).toEqual(["missing.plist", "missing.plist"]);
  });

  it("is offered once more at once where the page has come meanwhile", async () => {
    const { state, tried, files } = bench();
    files.open("missing.plist");
    state.hasPage = true;
    await settled();
    expect(tried).toEqual(["missing.plist", "missing.plist"]);
  });

  it("opens a window where there is none, and waits for its page", async () => {
    const { state, tried, files, windows } = bench();
    state.hasWindow = false;
    files.open("a.plist");
    expect([windows(), tried]).toEqual([1, []]);
    state.hasPage = true;
    files.openWaiting();
    await settled();
    expect(tried).toEqual(["a.plist"]);
  });
});
