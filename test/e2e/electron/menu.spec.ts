/** The application menu: what its entries do. */
import type { Latchkey } from "../../../preload/contract.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

declare const latchkey: Latchkey;

/** Chooses an item of the application menu. */
async function choose(app: RunningApp, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const item = items.find(({ label }) => label === wanted);
    if (item === undefined) throw new Error(`The menu has no ${wanted}.`);
    item.click();
  }, label);
}

test("the Test menu explains errors and practises, the Help menu lists the keys", async ({ app }) => {
  const page = await app.page();
  await page.locator("[data-app-state=ready]").waitFor();
  await choose(app, "Explain an Error");
  await expect(page.getByRole("heading", { name: "Explain", exact: true })).toBeVisible();
  // Under a dialog the menu does nothing, as the keys do.
  await choose(app, "Keyboard Shortcuts");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.getByRole("button", { name: "Close" }).click();
  await choose(app, "Keyboard Shortcuts");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();

  await page.evaluate(() => latchkey.call("practice.start", { scenario: "no-mfa", openProfile: true }));
  await expect(page.getByRole("navigation", { name: "Work" })).toBeVisible();
  await choose(app, "Practice Tenant");
  await expect(page.getByRole("switch", { name: "Practice" })).not.toBeChecked();
  await choose(app, "Compare Runs");
  await expect(page.getByRole("complementary", { name: "Runs" })).toContainText(
    "There are no runs to compare yet.",
  );
});
