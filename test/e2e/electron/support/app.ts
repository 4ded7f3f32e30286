import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright";
import { test as base, expect } from "playwright/test";
import { buildStandIn } from "../../electron-stand-in/build.ts";
import { startChromium } from "../../electron-stand-in/chromium/process.ts";
import { LaunchedApp, launchApp, type RunningApp, startProcess } from "../../electron-stand-in/launch.ts";
import { findBrowser } from "../../support/find-browser.ts";
import { launchElectron, realElectron, startSecondElectron } from "./real-electron.ts";

export type { RunningApp };
export { expect };

/** What the specs run on; they need not know, but for the few that are about the difference. */
export const backing: "stand-in" | "electron" = realElectron === null ? "stand-in" : "electron";

/** The app is started by its folder, as `npm start` does: so Electron reads its name. */
const builtApp = join(import.meta.dirname, "../../../..");

type LaunchOptions = {
  /** Folder of another app, or its main file. */
  readonly app?: string;
  readonly args?: readonly string[];
  /** An app that has ended, whose user data this one goes on with. */
  readonly after?: RunningApp;
};

type Start = (options?: LaunchOptions) => Promise<RunningApp>;

type Fixtures = {
  /** Starts the built app as often as a test wants; everything it started has ended when the test has. */
  launch: Start;
  /** An app that is started already. */
  app: RunningApp;
  /** Starts the app once more over the user data of a running one; gives back how that process ended. */
  startSecond: (first: RunningApp, args: readonly string[]) => Promise<number | null>;
};

type WorkerFixtures = {
  standIn: StandIn | null;
  /** Starts an app for all tests of the worker. */
  start: Start;
  /** An app that tests share which leave its window, its page and its document as they were. */
  sharedApp: RunningApp;
};

type StandIn = { readonly register: string; readonly endpoint: string; readonly browser: Browser };

export const test = base.extend<Fixtures, WorkerFixtures>({
  /** What all apps of a worker stand on, each with partitions of its own; null on a real Electron. */
  standIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that the fixture needs no other
    async ({}, use, { parallelIndex }) => {
      if (realElectron !== null) {
        await use(null);
        return;
      }
      const profile = await mkdtemp(join(tmpdir(), "latchkey-chromium-"));
      const started = startChromium(await findBrowser(), profile);
      const register = await buildStandIn(`worker-${parallelIndex}`);
      const endpoint = await started.endpoint;
      const browser = await chromium.connectOverCDP(endpoint, { timeout: 0 });
      for (const context of browser.contexts()) context.setDefaultTimeout(0);
      await use({ register, endpoint, browser });
      await browser.close();
      await started.kill();
      // Chromium's helpers may still write for a moment after it was killed.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
    { scope: "worker", timeout: 0 },
  ],
  start: [
    async ({ standIn }, use) => {
      const started: RunningApp[] = [];
      await use(keeping(started, standIn));
      await endAll(started);
    },
    { scope: "worker", timeout: 0 },
  ],
  sharedApp: [async ({ start }, use) => use(await start()), { scope: "worker", timeout: 0 }],
  launch: async ({ standIn }, use, testInfo) => {
    const started: RunningApp[] = [];
    await use(keeping(started, standIn));
    if (testInfo.status !== testInfo.expectedStatus)
      for (const app of started)
        await testInfo.attach("what stands on the page", {
          body: await shownBy(app),
          contentType: "text/plain",
        });
    await endAll(started);
  },
  app: async ({ launch }, use) => use(await launch()),
  startSecond: async ({ standIn }, use) => {
    await use(async (first, args) => {
      if (standIn === null) return startSecondElectron(builtApp, first, args);
      const { userData } = first;
      const second = await startProcess({ app: builtApp, args, userData, ...standIn });
      const code = await second.untilExit();
      await second.close();
      return code;
    });
  },
});

/** Starts apps and keeps a list of them. */
function keeping(started: RunningApp[], standIn: StandIn | null): Start {
  return async ({ app = builtApp, args = [], after } = {}) => {
    const over = after === undefined ? {} : { userData: after.userData };
    const running =
      standIn === null
        ? await launchElectron(app, args, after?.userData ?? null)
        : await launchApp({ app, args, ...over, ...standIn });
    started.push(running);
    return running;
  };
}

/** Text of an app's first page, or why there is none to be had. */
async function shownBy(app: RunningApp): Promise<string> {
  const inTime = AbortSignal.timeout(5_000);
  const shown = app.page().then((page) => page.locator("body").innerText({ timeout: 5_000 }));
  const late = once(inTime, "abort").then(() => "The page does not answer.");
  return (await Promise.race([shown, late]).catch(String)).slice(0, 2_500);
}

async function endAll(started: readonly RunningApp[]): Promise<void> {
  const said: string[] = [];
  for (const app of started.toReversed()) {
    await app.close();
    if (app instanceof LaunchedApp) said.push(app.standardError);
  }
  // Whatever a process complains about is a fault, of the app or of the stand-in.
  expect(said.join("")).toBe("");
}
