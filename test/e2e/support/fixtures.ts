import { type Browser, chromium, type Page } from "playwright";
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

type TestFixtures = { readonly app: App };
type WorkerFixtures = { readonly browserProcess: Browser };

/** One browser per worker; one app and one fresh browser context per test. */
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
  app: async ({ browserProcess }, use) => {
    const host: RunningApp = await startApp();
    const context = await browserProcess.newContext({
      viewport: { width: 1280, height: 820 },
      acceptDownloads: true,
      // The redirect of a login ends at https://127.0.0.1/jamfconnect, where nothing listens.
      ignoreHTTPSErrors: false,
    });
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
