/** The practice scenarios, on Start and in the popup, and one that differs between browser and login window. */
import type { Route } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { signInByPaste } from "./helpers/practice-login.ts";
import { contosoFile, goTo, openFile, pickAccount, startScenario, typeAhead } from "./helpers/steps.ts";

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

test("without a profile the shortcut leads to the scenarios, and the one that has the focus is told beside them", async ({
  app: { page },
}) => {
  await page.locator("#scenarios").getByRole("listitem").first().waitFor();
  await page.keyboard.press("ControlOrMeta+Shift+p");
  await expect(page.getByRole("button", { name: /^No MFA anywhere/ })).toBeFocused();
  await page.keyboard.press("Tab");
  const beside = page.getByRole("region", { name: "About the scenario" });
  await expect(beside.getByRole("heading")).toHaveText("MFA on all resources");
  await expect(beside).toContainText("which proves that the password is correct");
  await beside.getByRole("button", { name: "Open the practice tenant" }).click();
  await expect(page.getByRole("navigation", { name: "Work" })).toContainText("MFA on all resources");
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

test("nothing is predicted, nor said not to be, before the app has answered", async ({ app: { page } }) => {
  const held: Route[] = [];
  await page.route(/\/call\/test\.predict$/, (route) => void held.push(route));
  await startScenario(page, /MFA on all resources/);
  const predicted = page.getByRole("region", { name: "Prediction" });
  await expect(predicted).toHaveAttribute("aria-busy", "true");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect(predicted).toHaveText("Prediction");
  await page.unroute(/\/call\/test\.predict$/);
  // What the page asked anew meanwhile, it no longer waits for.
  await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  await expect(predicted).toContainText("from 1 policy of the practice tenant");
  await expect(predicted).not.toHaveAttribute("aria-busy");
});

test("the first step is a button: one press fills in an invented person and starts both tests", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await expect(page.getByRole("main")).toContainText("Both go to the practice tenant");
  await page.getByRole("button", { name: /^Test both as robin@/ }).click();
  await expect(page.getByLabel("User name", { exact: true })).toHaveValue(/^robin@/);
  await expect(page.getByRole("region", { name: "Waiting for you" })).toContainText("Sign in as robin@");
  await expect(page.getByRole("button", { name: /^Test both as robin@/ })).toBeHidden();
});

test("with a profile of one's own the first step is Test OIDC, and leads to what both need", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await goTo(page, "Test");
  const next = page.locator(".test-next");
  await expect(next.getByRole("button", { name: "Test OIDC" })).toBeEnabled();
  await expect(next).toContainText("Test both also needs a user name and a password, above.");
  await page.getByRole("button", { name: "Type a user name and a password" }).click();
  await expect(page.getByLabel("User name", { exact: true })).toBeFocused();
  await page.getByLabel("User name", { exact: true }).fill("mira@contoso.com");
  await page.getByRole("button", { name: "Type a password" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
});
