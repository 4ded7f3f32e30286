/** Logins through the system's browser, and what it means when the login window is answered differently. */
import { type Browser, chromium, type Page } from "playwright";
import type { EventPayload, Latchkey, LoginResult, PracticeAccount } from "../../../preload/contract.ts";
import { findBrowser } from "../support/find-browser.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

declare const latchkey: Latchkey;

type Told = { signIn: Promise<EventPayload<"test.signIn">>; finished: Promise<LoginResult> };

/** Starts a login one of the two ways; gives back where the person signs in, and how it ends. */
async function startLogin(app: RunningApp, via: "window" | "browser") {
  const page = await app.page();
  const runId = await page.evaluate(async (way) => {
    const told: Told = {
      signIn: new Promise((resolve) => latchkey.on("test.signIn", resolve)),
      finished: new Promise((resolve) => latchkey.on("test.finished", ({ result }) => resolve(result))),
    };
    Object.assign(globalThis, { told });
    const id = crypto.randomUUID();
    const running = await latchkey.call("test.oidc", {
      runId: id,
      username: null,
      allowHost: null,
      via: way,
    });
    if (!running.ok) throw new Error(JSON.stringify(running));
    return id;
  }, via);
  const signIn = await page.evaluate(() => (globalThis as unknown as { told: Told }).told.signIn);
  const finished = () => page.evaluate(() => (globalThis as unknown as { told: Told }).told.finished);
  return { page, runId, signIn, finished };
}

/** Starts a scenario with its profile, and counts what is handed to the system's browser. */
async function practise(app: RunningApp, scenario: string) {
  const page = await app.page();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const account = await page.evaluate(async (name) => {
    await latchkey.call("practice.start", { scenario: name, openProfile: true });
    const started = await latchkey.call("practice.status", {});
    return started.ok && started.value.running ? started.value.accounts[0] : undefined;
  }, scenario);
  if (account === undefined) throw new Error("The scenario has no account.");
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  return { account, opened };
}

/** The person's own browser: another process, which the app cannot look into. */
async function ownBrowser(): Promise<Browser> {
  const { executablePath, args, environment } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...environment } });
}

/** Types name and password on the sign-in page. */
async function fillIn(tab: Page, { username, password }: PracticeAccount): Promise<void> {
  await tab.getByLabel("User name").fill(username);
  await tab.getByLabel("Password").fill(password);
  await tab.getByRole("button", { name: "Sign in" }).click();
}

/** The address that the page at the end shows to be copied: nothing listens at the redirect URI. */
async function endOf(tab: Page, redirectUri: string): Promise<string> {
  const address = await tab.getByLabel("Address where the browser ended").inputValue();
  expect(address.startsWith(redirectUri)).toBe(true);
  return address;
}

test("the system's browser gets the sign-in page, the pasted address ends the login, a reused session is told of", async ({
  app,
}) => {
  const { account, opened } = await practise(app, "all-cloud-apps-mfa");

  const { page, runId, signIn, finished } = await startLogin(app, "browser");
  expect(signIn).toMatchObject({ how: "paste", via: "browser" });
  expect(await opened()).toEqual([signIn.url]);
  await page.evaluate((id) => latchkey.call("test.showSignIn", { runId: id }), runId);
  expect(await opened()).toEqual([signIn.url, signIn.url]);

  const own = await ownBrowser();
  const tab = await own.newPage();
  await tab.goto(signIn.url);
  await fillIn(tab, account);
  await tab.locator("#otc").fill(account.mfa?.code ?? "");
  await tab.getByRole("button", { name: "Verify" }).click();
  const address = await endOf(tab, signIn.redirectUri);
  await page.evaluate((input) => latchkey.call("test.finishSignIn", input), { runId, address });
  expect(await finished()).toMatchObject({
    outcome: "succeeded",
    factor: "multi",
    asked: { via: "browser" },
  });

  // A session of that browser answers the second time without asking.
  const again = await startLogin(app, "browser");
  await tab.goto(again.signIn.url);
  await again.page.evaluate((input) => latchkey.call("test.finishSignIn", input), {
    runId: again.runId,
    address: await endOf(tab, again.signIn.redirectUri),
  });
  expect((await again.finished()).findings.map((finding) => finding.rule)).toContain("session-reused");
  await own.close();
});

test("a Mac that only browsers show gets in by the browser and not by the login window, which is a finding", async ({
  app,
}) => {
  const { account } = await practise(app, "compliant-device-in-browsers");
  const { page, runId, signIn, finished } = await startLogin(app, "browser");
  const own = await ownBrowser();
  const tab = await own.newPage();
  await tab.goto(signIn.url);
  await fillIn(tab, account);
  const address = await endOf(tab, signIn.redirectUri);
  await own.close();
  await page.evaluate((input) => latchkey.call("test.finishSignIn", input), { runId, address });
  expect(await finished()).toMatchObject({ outcome: "succeeded", asked: { via: "browser" } });

  const viaWindow = await startLogin(app, "window");
  await fillIn(await app.page(1), account);
  const window = await viaWindow.finished();
  expect(window).toMatchObject({ outcome: "blocked", error: { code: 530003 }, asked: { via: "window" } });
  expect(window.findings[0]).toMatchObject({ rule: "login-window-lacks-device", severity: "error" });

  // A practice tenant whose switches were changed is another tenant: what it answered before is not held against it.
  await page.evaluate(() => latchkey.call("practice.change", { signInRisk: "low" }));
  const changed = await startLogin(app, "window");
  await fillIn(await app.page(2), account);
  const later = await changed.finished();
  expect(later).toMatchObject({ outcome: "blocked", error: { code: 530003 } });
  expect(later.findings.map((finding) => finding.rule)).not.toContain("login-window-lacks-device");
});
