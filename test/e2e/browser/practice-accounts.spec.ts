/** The accounts of the practice tenant, in the menu and in their dialog. */
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { startScenario, typeAhead } from "./helpers/steps.ts";

test("the menu and the dialog show what each account is asked for", async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await startScenario(page, /Password expired/);
  await page.getByRole("button", { name: "Pick a practice account" }).click();
  const [robin, sam] = [page.getByRole("menuitem").nth(0), page.getByRole("menuitem").nth(1)];
  await expect(robin).toContainText("Code from an app: 123456");
  await expect(robin).toContainText("Password expired");
  await expect(sam).toContainText("Code from an app: 654321");
  await expect(sam).not.toContainText("expired");
  await expectBothLooks(page, "practice-accounts-menu");

  await page.getByRole("menuitem", { name: "Show all accounts" }).click();
  const dialog = page.getByRole("dialog", { name: "Practice accounts" });
  await expect(dialog.getByRole("row", { name: /Robin Lake/ })).toContainText("Practice-Robin-1");
  await expect(dialog.getByRole("row", { name: /Sam Field/ })).toContainText("654321");
  await expectBothLooks(page, "practice-accounts");
});

test("an account of the dialog fills in the form, and its password can be copied", async ({
  app: { page },
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await startScenario(page, /MFA on all resources/);
  await page.getByRole("button", { name: "Pick a practice account" }).click();
  // Typing finds the entry, as in every menu.
  await typeAhead(page, "show");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Practice accounts" });
  await dialog.getByRole("button", { name: "Copy the password of sam@contoso.example" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Practice-Sam-1");
  await dialog.getByRole("button", { name: "Use sam@contoso.example" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "User name" })).toHaveValue("sam@contoso.example");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("Practice-Sam-1");
});
