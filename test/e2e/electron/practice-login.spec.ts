/** Logins to the practice tenant in the login window. */
import type { Latchkey, LoginResult, PracticeAccount } from "../../../preload/contract.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

declare const latchkey: Latchkey;

const typo = "typed-canary-4711";

/** Starts a scenario, opens its profile and a login with it; gives back the first account and how the login ends. */
async function startPractice(app: RunningApp, scenario: string) {
  const page = await app.page();
  const account = await page.evaluate(async (name): Promise<PracticeAccount | undefined> => {
    const finished = new Promise((resolve) => latchkey.on("test.finished", ({ result }) => resolve(result)));
    Object.assign(globalThis, { finished });
    await latchkey.call("practice.start", { scenario: name, openProfile: true });
    const started = await latchkey.call("practice.status", {});
    if (!started.ok || !started.value.running) throw new Error(JSON.stringify(started));
    const running = await latchkey.call("test.oidc", {
      runId: crypto.randomUUID(),
      username: null,
      allowHost: null,
    });
    if (!running.ok) throw new Error(JSON.stringify(running));
    return started.value.accounts[0];
  }, scenario);
  if (account === undefined) throw new Error("The scenario has no account.");
  const finished = () =>
    page.evaluate(() => (globalThis as unknown as { finished: Promise<LoginResult> }).finished);
  return { account, finished, login: await app.page(1) };
}

test("signs in to the practice tenant with a second factor, which the window has seen", async ({ app }) => {
  const { account, finished, login } = await startPractice(app, "all-cloud-apps-mfa");
  await login.getByLabel("User name").fill(account.username);
  await login.getByLabel("Password").fill(typo);
  await login.getByRole("button", { name: "Sign in" }).click();
  // A typo is not the end: the page says 50126 and asks again.
  await login.getByText("AADSTS50126").waitFor();
  await login.getByLabel("Password").fill(account.password);
  await login.getByRole("button", { name: "Sign in" }).click();
  await login.locator("#otc").fill(account.mfa?.code ?? "");
  await login.getByRole("button", { name: "Verify" }).click();

  const result = await finished();
  expect(result).toMatchObject({ outcome: "succeeded", factor: "multi", jamfConnect: { accepts: true } });
  expect(result.tokens.id?.signature).toBe("valid");
  // What is typed into the provider's page is nobody's business. (Compared without printing it.)
  expect(JSON.stringify(result).includes(typo)).toBe(false);
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("each login starts in a fresh session", async ({ app }) => {
  const { account, finished, login } = await startPractice(app, "no-mfa");
  await login.getByLabel("User name").fill(account.username);
  await login.getByLabel("Password").fill(account.password);
  await login.getByRole("button", { name: "Sign in" }).click();
  expect(await finished()).toMatchObject({ outcome: "succeeded" });

  const page = await app.page();
  await page.evaluate(() =>
    latchkey.call("test.oidc", { runId: crypto.randomUUID(), username: null, allowHost: null }),
  );
  await (await app.page(2)).getByLabel("User name").waitFor();
});
