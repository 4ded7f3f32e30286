import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright";
import { test as base, expect } from "playwright/test";
import { type HostProcess, startHostProcess } from "./browser-host.ts";
import { findBrowser } from "./find-browser.ts";

export { expect };

export type App = {
  /** The page of the app; of `app` it is opened by the printed link and ready. */
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
  /** A running app of its own, and a fresh page that has not opened it: for tests that put a made-up host in front. */
  readonly unopened: App;
  readonly app: App;
};
type WorkerFixtures = { readonly browserContext: BrowserContext; readonly hostProcess: HostProcess };

/**
 * One browser and one process for the app per worker. Each test has a fresh run of the app, and with it an origin and a
 * page of its own; cookies and permissions, which pages of a context share, go with the test.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  browserContext: [
    async ({ hostProcess }, use) => {
      const { executablePath, args, environment } = await findBrowser();
      const browser = await chromium.launch({
        executablePath,
        // One process for all pages: it has read and compiled the app's scripts once.
        args: [...args, "--renderer-process-limit=1"],
        env: { ...definedEnvironment(), ...environment },
        timeout: 0,
      });
      const context = await browser.newContext(window);
      // How long to wait is up to the test as a whole.
      context.setDefaultTimeout(0);
      const { url, stop } = await hostProcess.start();
      // A page of the same site without content keeps that process between tests.
      await (await context.newPage()).goto(new URL("/nothing", url).href);
      await stop();
      await use(context);
      await browser.close();
    },
    { scope: "worker", timeout: 0 },
  ],
  hostProcess: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape to learn what a fixture needs.
    async ({}, use) => {
      const host = startHostProcess();
      await use(host);
      host.end();
    },
    { scope: "worker", timeout: 0 },
  ],
  unopened: async ({ browserContext, hostProcess }, use, testInfo) => {
    const host = await hostProcess.start();
    const others = new Set(browserContext.pages());
    const page = await browserContext.newPage();
    const told = tellBreaks(page);
    await use({ page, url: host.url, home: host.home });
    if (testInfo.status !== testInfo.expectedStatus) {
      const shown = await page.locator("body").innerText({ timeout: 5_000 }).catch(String);
      const body = [...told, "It ends with this on it:", shown.slice(0, 2_500)].join("\n");
      await testInfo.attach("what the page went through", { body, contentType: "text/plain" });
    }
    for (const page of browserContext.pages()) if (!others.has(page)) await page.close();
    await Promise.all([browserContext.clearCookies(), browserContext.clearPermissions()]);
    await host.stop();
  },
  app: async ({ unopened }, use) => {
    await unopened.page.goto(unopened.url);
    await unopened.page.locator("[data-app-state=ready]").waitFor();
    await use(unopened);
  },
});

/** What a page goes through that a test does not ask for and that explains much: it is loaded again, or loses the app. */
function tellBreaks(page: Page): readonly string[] {
  const told: string[] = [];
  const began = Date.now();
  const tell = (what: string) => told.push(`${Date.now() - began} ms: ${what}`);
  page.on("load", () => tell(`loaded ${new URL(page.url()).pathname}`));
  page.on("crash", () => tell("broke down"));
  page.on("websocket", (socket) => {
    socket.on("close", () => tell("the channel of events closed"));
    socket.on("socketerror", (error) => tell(`the channel of events broke: ${error}`));
  });
  page.on("pageerror", (error) => tell(`an error of the page: ${error.message}`));
  return told;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
