import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { test as base, expect } from "playwright/test";
import { type RunningApp, startApp } from "./browser-host.ts";
import { findBrowser } from "./find-browser.ts";

export { expect };

export type App = {
  /** The page of the app, opened by the printed link and ready. */
  readonly page: Page;
  readonly url: string;
  /** Where the app keeps what a person wants kept. */
  readonly home: string;
};

const window: BrowserContextOptions = {
  viewport: { width: 1280, height: 820 },
  acceptDownloads: true,
  // Nothing here is about movement, which only costs the machine time.
  reducedMotion: "reduce",
  // The redirect of a login ends at https://127.0.0.1/jamfconnect, where nothing listens.
  ignoreHTTPSErrors: false,
};

type TestFixtures = {
  readonly app: App;
  /**
   * A fresh page and where the app's files are served, not opened yet: for tests that put a made-up host in front of
   * the page. The files come from one app per worker, which the page never talks to.
   */
  readonly unopened: Pick<App, "page" | "url">;
};
type WorkerFixtures = { readonly browserProcess: Browser; readonly servedFiles: RunningApp };

/** One browser per worker; one fresh browser context per test, and one app for each test that talks to it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  browserProcess: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape to learn what a fixture needs.
    async ({}, use) => {
      const { executablePath, args, environment } = await findBrowser();
      const browser = await chromium.launch({
        executablePath,
        args: [...args],
        env: { ...definedEnvironment(), ...environment },
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  servedFiles: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape to learn what a fixture needs.
    async ({}, use) => {
      const host = await startApp();
      await use(host);
      await host.stop();
    },
    { scope: "worker" },
  ],
  unopened: async ({ browserProcess, servedFiles }, use) => {
    const context = await browserProcess.newContext(window);
    await use({ page: await context.newPage(), url: servedFiles.url });
    await context.close();
  },
  app: async ({ browserProcess }, use) => {
    const host = await startApp();
    const context = await browserProcess.newContext(window);
    const page = await context.newPage();
    await page.goto(host.url);
    await page.locator("[data-app-state=ready]").waitFor();
    await use({ page, url: host.url, home: host.home });
    await context.close();
    await host.stop();
  },
});

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
