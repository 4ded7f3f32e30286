import { chromium } from "playwright";
import type { EventPayload, Latchkey, LoginResult } from "../../../preload/contract.ts";
import { findBrowser } from "../support/find-browser.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

declare const latchkey: Latchkey;

type Told = { signIn: Promise<EventPayload<"test.signIn">>; finished: Promise<LoginResult> };

/** Starts a login one of the two ways; gives back where the person signs in, and how it ends. */
async function startLogin(app: RunningApp, through: "window" | "browser") {
  const page = await app.page();
  const runId = await page.evaluate(async (way) => {
    const told: Told = {
      signIn: new Promise((resolve) => latchkey.on("test.signIn", resolve)),
      finished: new Promise((resolve) => latchkey.on("test.finished", ({ result }) => resolve(result))),
    };
    Object.assign(globalThis, { told });
    const running = await latchkey.call("test.oidc", { username: null, allowHost: null, through: way });
    if (!running.ok) throw new Error(JSON.stringify(running));
    return running.value.runId;
  }, through);
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
    const started = await latchkey.call("practice.start", { scenario: name, openProfile: true });
    return started.ok && started.value.running ? started.value.accounts[0] : undefined;
  }, scenario);
  if (account === undefined) throw new Error("The scenario has no account.");
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  return { account, opened };
}

test("the system's browser gets the sign-in page, the pasted address ends the login, and the two ways are compared", async ({
  app,
}) => {
  const { account, opened } = await practise(app, "all-cloud-apps-mfa");

  const { page, runId, signIn, finished } = await startLogin(app, "browser");
  expect(signIn).toMatchObject({ how: "paste", through: "browser" });
  expect(await opened()).toEqual([signIn.url]);
  await page.evaluate((id) => latchkey.call("test.showSignIn", { runId: id }), runId);
  expect(await opened()).toEqual([signIn.url, signIn.url]);

  // The person's own browser: another process, which the app cannot look into.
  const { executablePath, args } = await findBrowser();
  const own = await chromium.launch({ executablePath, args: [...args] });
  const tab = await own.newPage();
  const ended = tab.waitForRequest((request) => request.url().startsWith(signIn.redirectUri));
  await tab.goto(signIn.url);
  await tab.getByLabel("User name").fill(account.username);
  await tab.getByLabel("Password").fill(account.password);
  await tab.getByRole("button", { name: "Sign in" }).click();
  await tab.locator("#otc").fill(account.mfa?.code ?? "");
  await tab.getByRole("button", { name: "Verify" }).click();
  const address = (await ended).url();
  await page.evaluate((input) => latchkey.call("test.finishSignIn", input), { runId, address });
  const browser = await finished();
  expect(browser).toMatchObject({ outcome: "succeeded", factor: "multi", through: "browser" });

  // A session of that browser answers the second time without asking.
  const again = await startLogin(app, "browser");
  const silent = tab.waitForRequest((request) => request.url().startsWith(again.signIn.redirectUri));
  await tab.goto(again.signIn.url).catch(() => undefined);
  await again.page.evaluate((input) => latchkey.call("test.finishSignIn", input), {
    runId: again.runId,
    address: (await silent).url(),
  });
  expect((await again.finished()).findings.map((finding) => finding.rule)).toContain("session-reused");
  await own.close();

  // The login window starts fresh, and is refused by a policy that has been switched to block meanwhile.
  await page.evaluate(() =>
    latchkey.call("practice.change", {
      policyStates: { "1a7c4e00-0000-4000-8000-000000ca0001": "disabled" },
    }),
  );
  const viaWindow = await startLogin(app, "window");
  const login = await app.page(1);
  await login.getByLabel("User name").fill(account.username);
  await login.getByLabel("Password").fill(account.password);
  await login.getByRole("button", { name: "Sign in" }).click();
  const window = await viaWindow.finished();
  expect(window).toMatchObject({ outcome: "succeeded", factor: "single", through: "window" });
  expect(window.findings[0]).toMatchObject({ rule: "login-window-asked-for-less", severity: "warning" });
});
