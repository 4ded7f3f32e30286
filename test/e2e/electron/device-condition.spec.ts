/** A condition on the device, met in the login window as Entra meets it. */
import type { Latchkey, LoginResult, PracticeAccount } from "../../../preload/contract.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

declare const latchkey: Latchkey;

/** Starts the scenario and a login with its profile; gives back the first account and how the login ends. */
async function startLogin(app: RunningApp, change: { readonly deviceShownBy: "every-sign-in" } | null) {
  const page = await app.page();
  const account = await page.evaluate(async (wanted): Promise<PracticeAccount | undefined> => {
    const finished = new Promise((resolve) => latchkey.on("test.finished", ({ result }) => resolve(result)));
    Object.assign(globalThis, { finished });
    const scenario = "compliant-device-in-browsers";
    await latchkey.call("practice.start", { scenario, openProfile: true });
    const started = await latchkey.call("practice.status", {});
    if (!started.ok || !started.value.running) throw new Error(JSON.stringify(started));
    if (wanted !== null) await latchkey.call("practice.change", wanted);
    const running = await latchkey.call("test.oidc", {
      runId: crypto.randomUUID(),
      username: null,
      allowHost: null,
    });
    if (!running.ok) throw new Error(JSON.stringify(running));
    return started.value.accounts[0];
  }, change);
  if (account === undefined) throw new Error("The scenario has no account.");
  const login = await app.page(1);
  await login.getByLabel("User name").fill(account.username);
  await login.getByLabel("Password").fill(account.password);
  await login.getByRole("button", { name: "Sign in" }).click();
  return page.evaluate(() => (globalThis as unknown as { finished: Promise<LoginResult> }).finished);
}

test("a compliant Mac whose device only browsers show does not get past the login window", async ({
  app,
}) => {
  const result = await startLogin(app, null);
  expect(result).toMatchObject({
    outcome: "blocked",
    error: { code: 530003 },
    prediction: { blocked: "yes" },
  });
  expect(result.findings.map((finding) => finding.rule)).not.toContain("prediction-mismatch");
});

test("the same Mac gets in where every login shows its device", async ({ app }) => {
  const result = await startLogin(app, { deviceShownBy: "every-sign-in" });
  expect(result).toMatchObject({ outcome: "succeeded", prediction: { blocked: "no" } });
});
