/** Set up in the desktop app: from an empty practice tenant to a verdict of the login window. */
import type { Latchkey, PracticeAccount } from "../../../preload/contract.ts";
import { expect, test } from "./support/app.ts";

declare const latchkey: Latchkey;

test("a recipe is carried out in the practice tenant, fills the profile, and the login window proves it", async ({
  app,
}) => {
  test.setTimeout(180_000);
  const page = await app.page();
  const account = await page.evaluate(async (): Promise<PracticeAccount | undefined> => {
    await latchkey.call("practice.start", { scenario: "nothing-set-up", openProfile: true });
    const started = await latchkey.call("practice.status", {});
    return started.ok && started.value.running ? started.value.accounts[0] : undefined;
  });
  if (account === undefined) throw new Error("The scenario has no account.");
  await page.locator("body").press("ControlOrMeta+5");
  await page.getByRole("button", { name: /^Take “Emergency access”/ }).click();
  await page.getByRole("button", { name: "Carry out in practice" }).click();
  await page.locator(".set-up-head").getByRole("button", { name: "Show all recipes" }).waitFor();
  const switchOn = page.locator('[data-step="switch-on"]');
  await switchOn.getByRole("button", { name: "Turn on" }).click();
  await expect(switchOn).toHaveAttribute("data-state", "done");
  await page.getByRole("button", { name: "Fill the profile" }).click();
  await page.getByText("filled. Test both shows whether it holds.").waitFor();
  await page.getByRole("button", { name: "Test both" }).click();
  await page.getByRole("button", { name: "Pick a practice account" }).click();
  await page.getByRole("menuitem").first().click();
  await page.locator(".tool-bar").getByRole("button", { name: "Test both" }).click();
  const login = await app.page(1);
  await login.getByLabel("User name").fill(account.username);
  await login.getByLabel("Password").fill(account.password);
  await login.getByRole("button", { name: "Sign in" }).click();
  await login.locator("#otc").fill(account.mfa?.code ?? "");
  await login.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(
    "The login demands MFA and the password check does not.",
  );
});
