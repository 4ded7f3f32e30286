/** The practice scenarios, on Start and in the popup, and one that differs between browser and login window. */
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { signInByPaste } from "./helpers/practice-login.ts";
import { pickAccount, startScenario, typeAhead } from "./helpers/steps.ts";

const groups = [
  "Where MFA comes from",
  "Recipes",
  "Controls and conditions",
  "App registration and service",
  "Accounts",
  "Who checks the password",
];

test("scenarios stand under the same headings on Start and in the popup, where typing finds one", async ({
  app: { page },
}) => {
  const scenarios = page.getByRole("region", { name: "Practice scenarios" });
  await expect(scenarios.getByRole("heading", { level: 3 })).toHaveText(groups);
  const some = await scenarios.getByRole("listitem").count();
  await scenarios.getByRole("button", { name: /^Show all/ }).click();
  await expect(scenarios.getByRole("heading", { level: 3 })).toHaveText(groups);
  const all = await scenarios.getByRole("listitem").count();
  expect(all).toBeGreaterThan(some);
  await capture(page, "start-all-scenarios");

  await startScenario(page, /MFA on all resources/);
  await page.getByRole("button", { name: /Practice scenario/ }).click();
  const list = page.getByRole("listbox");
  await expect(list.locator(".option-heading")).toHaveText(groups);
  await expect(list.getByRole("option")).toHaveCount(all);
  await capture(page, "practice-scenarios");
  await expectNoAxeFault(page);
  await typeAhead(page, "smart");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Work" })).toContainText("Smart lockout");
});

test("a compliant Mac that only browsers show gets in by a browser, which a prediction for the login window denies", async ({
  app: { page },
}) => {
  await startScenario(page, /shown by browsers only/);
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await signInByPaste(page);
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute("data-outcome", "succeeded");
  await expect(page.getByRole("main")).toContainText(
    "The live login does not match what the policies predict",
  );
});
