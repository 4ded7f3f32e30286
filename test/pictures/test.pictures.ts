/** Test: empty, running, both clean and both red, single runs, history, comparing, the report, and what is behind a verdict. */
import { goTo, pickAccount, runCheck, startScenario } from "../e2e/browser/helpers/steps.ts";
import { test } from "./app.ts";
import { take, wide } from "./take.ts";

test("both red", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await startScenario(page, /MFA on all resources/);
  await page.locator(".forecast:not([aria-busy])").waitFor();
  await page.locator(".rollout-line").waitFor();
  await take(pictured, "test-practice-empty");
  await pickAccount(page);
  await page.getByRole("button", { name: "Test both" }).click();
  await page.getByRole("region", { name: "Waiting for you" }).waitFor();
  await take(pictured, "test-running");
  await pictured.signIn();
  await page.locator('[aria-label="Verdict"][data-outcome="both"]').waitFor();
  await take(pictured, "test-both-red");
  await page
    .locator(".segment")
    .getByText(/Steps of the check/)
    .click();
  await take(pictured, "test-steps");
  await page
    .locator(".segment")
    .getByText(/Tokens/)
    .click();
  await take(pictured, "test-tokens");
  await page.locator(".segment").getByText("Picture").click();
  await page
    .locator(".tool-bar")
    .getByRole("button", { name: /Report/ })
    .click();
  await page
    .getByRole("region", { name: "Text of the report" })
    .getByText(/# Jamf Connect login report/)
    .waitFor();
  await take(pictured, "test-report");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Switches…" }).click();
  await page.getByRole("dialog").waitFor();
  await take(pictured, "test-switches");
});

test("both clean", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await startScenario(page, /Two API apps/);
  await pickAccount(page);
  await page.getByRole("button", { name: "Test both" }).click();
  await pictured.signIn();
  await page.locator('[aria-label="Verdict"][data-outcome="both"]').waitFor();
  await take(pictured, "test-both-clean");
});

test("history", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  await take(pictured, "test-check");
  await page.getByRole("button", { name: "Switches…" }).click();
  const dialog = page.getByRole("dialog", { name: "Switches", exact: true });
  await dialog.getByRole("button", { name: /State of CA001/ }).click();
  await page.getByRole("option", { name: "Off" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  const again = page.locator(".tool-bar").getByRole("button", { name: "Test ROPG" });
  const rows = page.getByRole("grid", { name: "Runs" }).locator(".run-item");
  await again.click();
  await page.locator('[aria-label="Verdict"][data-outcome="succeeded"]').waitFor();
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await again.click();
  await page.locator('[aria-label="Verdict"][data-outcome="password-wrong"]').waitFor();
  await pickAccount(page);
  await page.getByRole("button", { name: "Test both" }).click();
  await pictured.signIn();
  await page.locator('[aria-label="Verdict"][data-outcome="both"]').waitFor();
  await rows.nth(3).getByRole("checkbox").waitFor();
  await take(pictured, "history");
  await rows.first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await take(pictured, "history-marked");
  await page
    .getByRole("region", { name: "Marked runs" })
    .getByRole("button", { name: /Compare runs/ })
    .click();
  await page.getByRole("dialog").waitFor();
  await take(pictured, "history-compared");
  await page.getByRole("button", { name: /^Show .* that are the same$/ }).click();
  await take(pictured, "history-compared-whole");
  await page.keyboard.press("Escape");
  await goTo(page, "Profile");
});
