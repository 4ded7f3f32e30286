import { writeFile } from "node:fs/promises";
import type { Page, TestType } from "playwright/test";
import type { Latchkey } from "../../preload/contract.ts";
import { signInByRequest } from "../e2e/browser/helpers/practice-login.ts";
import { openButton, openFile } from "../e2e/browser/helpers/steps.ts";
import { test as electron, type RunningApp } from "../e2e/electron/support/app.ts";
import { realElectron } from "../e2e/electron/support/real-electron.ts";
import { test as browser } from "../e2e/support/fixtures.ts";

declare const latchkey: Latchkey;

export type Size = { readonly width: number; readonly height: number };

/** The app whose pictures are taken: in a browser, or where `LATCHKEY_TEST_ELECTRON` names one, in a real Electron. */
export type PicturedApp = {
  readonly page: Page;
  /** Gives the page this size. */
  readonly resize: (size: Size) => Promise<void>;
  /** Opens a profile from Start: the desktop app asks by a dialog of the system. */
  readonly open: (path: string) => Promise<void>;
  /** Signs the first practice account in, once a login waits for it. */
  readonly signIn: () => Promise<void>;
  /** Writes a file to be chosen; gives its path. */
  readonly file: (name: string, content: string | Uint8Array) => Promise<string>;
};

type Fixtures = { readonly pictured: PicturedApp };

const inBrowser = browser.extend<Fixtures>({
  pictured: async ({ app: { page } }, use, info) => {
    const resize = (size: Size) => page.setViewportSize(size);
    const file = keptIn((name) => info.outputPath(name));
    const open = (path: string) => openFile(page, path);
    await use({ page, resize, file, open, signIn: () => signInByRequest(page) });
  },
});

const inElectron = electron.extend<Fixtures>({
  pictured: async ({ app }, use, info) => {
    const page = await app.page();
    await page.locator("[data-app-state=ready]").waitFor();
    const file = keptIn((name) => info.outputPath(name));
    let logins = 0;
    const signIn = async () => {
      logins += 1;
      await signInAt(await app.page(logins), page);
    };
    const open = async (path: string) => {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
      }, path);
      await openButton(page).click();
    };
    await use({ page, resize: (size) => resizeWindow(app, page, size), file, open, signIn });
  },
});

/** Both give what the pictures need, each by ways of its own. */
export const test: TestType<Fixtures, object> = realElectron === null ? inBrowser : inElectron;

function keptIn(pathFor: (name: string) => string): PicturedApp["file"] {
  return async (name, content) => {
    const path = pathFor(name);
    await writeFile(path, content);
    return path;
  };
}

/** The window follows a moment later where a window manager is asked. */
async function resizeWindow(app: RunningApp, page: Page, { width, height }: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) => {
      const [main] = BrowserWindow.getAllWindows().sort((one, other) => one.id - other.id);
      main?.setContentSize(wide, high);
    },
    [width, height] as const,
  );
  await page.waitForFunction(
    (size) => innerWidth === size.width && innerHeight === size.height,
    { width, height },
    { timeout: 10_000 },
  );
}

/** Types into the login window what the practice tenant's first account has. */
async function signInAt(login: Page, page: Page): Promise<void> {
  const account = await page.evaluate(async () => {
    const status = await latchkey.call("practice.status", {});
    return status.ok && status.value.running ? (status.value.accounts[0] ?? null) : null;
  });
  if (account === null) throw new Error("The practice tenant has no account.");
  const ended = login.waitForEvent("close");
  await login.getByLabel("User name").fill(account.username);
  await login.getByLabel("Password").fill(account.password);
  await login.getByRole("button", { name: "Sign in" }).click();
  const code = login.locator("#otc");
  const asked = await Promise.race([
    code.waitFor().then(
      () => true,
      () => false,
    ),
    ended.then(() => false),
  ]);
  if (!asked) return;
  await code.fill(account.mfa?.code ?? "");
  await login.getByRole("button", { name: "Verify" }).click();
  await ended;
}
