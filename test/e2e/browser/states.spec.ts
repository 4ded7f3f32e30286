/** The states of the Test screen on the practice tenant, each in light and in dark. */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { signInByRequest } from "./helpers/practice-login.ts";
import { pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });
const meaning = (page: Page) => page.getByRole("complementary", { name: "Meaning" });
const toolBar = (page: Page) => page.locator(".tool-bar");

/** Picks an account in a scenario, ready to test. */
async function practise(page: Page, title: RegExp): Promise<void> {
  await startScenario(page, title);
  await pickAccount(page);
}

async function testBoth(page: Page): Promise<void> {
  await toolBar(page).getByRole("button", { name: "Test both" }).click();
  await signInByRequest(page);
  await page.getByRole("region", { name: "The two sign-ins" }).waitFor();
}

test("success: the person is signed in, the account of the Mac is previewed, the log line predicted", async ({
  app: { page },
}) => {
  await practise(page, /MFA on all resources/);
  await toolBar(page).getByRole("button", { name: "Test OIDC" }).click();
  await signInByRequest(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "succeeded");
  await expect(verdict(page)).toContainText("Jamf Connect accepts this.");
  await expect(meaning(page)).toContainText("Success");
  await expect(page.locator('[data-step="sign-in"]')).toHaveAttribute("data-state", "done");
  await expect(page.getByText("Robin Lake").first()).toBeVisible();
  await expectBothLooks(page, "success");
});

test("50076: the password is correct, the card says what Jamf Connect makes of the error, and the request is shown with its password masked", async ({
  app: { page },
}) => {
  await practise(page, /MFA on all resources/);
  const password = await page.getByLabel("Password", { exact: true }).inputValue();
  await runCheck(page);
  await expect(verdict(page).getByRole("heading")).toHaveText("The password is correct.");
  await expect(verdict(page)).toContainText("Entra demanded MFA, so it answered with an error.");
  const cost = "Each check leaves a red line in the log, about 24 a day for each Mac.";
  await expect(verdict(page)).toContainText(cost);
  await expect(verdict(page)).toContainText("Jamf Connect accepts this.");
  await expect(verdict(page)).toContainText("AADSTS50076");
  await expect(verdict(page)).toContainText("Documented");
  await expect(page.locator("[data-step]")).toHaveCount(6);
  await expect(page.locator('[data-state="accepted-error"]')).toHaveCount(1);
  await expect(meaning(page)).toContainText("Failure, 50076");
  await expect(meaning(page)).toContainText("CA001 Require MFA for all users");
  await expectBothLooks(page, "50076");

  const request = page.locator('[data-step="request"]');
  const opener = request.getByRole("button").first();
  if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
  await expect(request).toContainText("password=masked");
  await expect(request).toContainText("50076");
  expect(password.length).toBeGreaterThan(5);
  expect((await page.locator("body").innerText()).includes(password)).toBe(false);
});

test("a wrong password counts to lock-out; before the third the app asks, and sends nothing unless told to", async ({
  app: { page },
}) => {
  await practise(page, /MFA on all resources/);
  const field = page.getByLabel("Password", { exact: true });
  const rows = page.getByRole("grid", { name: "Runs" }).locator(".run-item");
  for (const [index, wrong] of ["not the password", "nor this one"].entries()) {
    await field.fill(wrong);
    await runCheck(page);
    await expect(rows).toHaveCount(index + 1);
    await expect(verdict(page)).toHaveAttribute("data-outcome", "password-wrong");
  }
  await expect(verdict(page)).toContainText("AADSTS50126");
  const lockOut = verdict(page).getByText("Counts to lock-out").locator("xpath=following-sibling::dd[1]");
  await expect(lockOut).toHaveText("Yes");
  await expectBothLooks(page, "wrong-password");

  const check = toolBar(page).getByRole("button", { name: "Test ROPG" });
  await check.click();
  const question = page.getByRole("alertdialog", { name: /^2 wrong passwords for/ });
  await expect(question).toContainText("Nothing has been sent this time.");
  await expect(question.getByRole("button", { name: "Do not send" })).toBeFocused();
  await expectBothLooks(page, "lock-out-warning");
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(rows).toHaveCount(2);

  await check.click();
  await question.getByRole("button", { name: "Send this password" }).click();
  await expect(rows).toHaveCount(3);
});

test("misconfiguration: the fix patches the profile with one press, can be taken back, and the next check is clean", async ({
  app: { page },
}) => {
  await practise(page, /v2 request at the v1 endpoint/);
  await runCheck(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "misconfigured");
  await expect(verdict(page)).toContainText("AADSTS900144");
  await expectBothLooks(page, "misconfigured");
  const fix = page.getByRole("button", { name: "Use the v2 address" });
  await fix.click();
  const undo = page.locator(".test-finding").getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(fix).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(undo).toBeVisible();
  await toolBar(page).getByRole("button", { name: "Test ROPG" }).click();
  await expect(verdict(page)).toHaveAttribute("data-outcome", "succeeded");
});

test("a block names the policy that the answer names, and says that the password is correct", async ({
  app: { page },
}) => {
  await practise(page, /Blocked location/);
  await runCheck(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "blocked");
  await expect(verdict(page)).toContainText("AADSTS53003");
  await expect(verdict(page).getByRole("heading")).toContainText(/CA\d{3}/);
  await expectBothLooks(page, "blocked-by-policy");
});

test("an expired password is correct and has to be changed", async ({ app: { page } }) => {
  await practise(page, /Password expired/);
  await runCheck(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "password-expired");
  await expect(verdict(page)).toContainText("AADSTS50055");
  await expectBothLooks(page, "password-expired");
});

test("Test both, proven: the login demands MFA, the check does not", async ({ app: { page } }) => {
  await practise(page, /^API app excluded(?!, before)/);
  await testBoth(page);
  await expect(verdict(page)).toContainText("The login demands MFA and the password check does not.");
  await expect(page.getByRole("region", { name: "Login window" })).toContainText("MFA, as wanted");
  await expect(page.getByRole("region", { name: "Password check" })).toContainText("Clean");
  await expectBothLooks(page, "both-proven");
});

test("Test both, not proven: a step at another provider shows in no token, so nothing is claimed of the login", async ({
  app: { page },
}) => {
  await practise(page, /MFA by another provider/);
  await testBoth(page);
  await expect(verdict(page)).toContainText("Whether it demands MFA is not proven.");
  await expect(page.getByRole("region", { name: "Login window" })).toContainText(
    "which factors is not proven",
  );
  await expect(page.locator(".pair-evidence")).toContainText("proves nothing here");
  await expectBothLooks(page, "both-not-proven");
});

test("running, then cancelled: what happens, what is known, what is predicted, how long there is, and Stop; nothing moves where motion is reduced", async ({
  app: { page },
}) => {
  await practise(page, /MFA on all resources/);
  await toolBar(page).getByRole("button", { name: "Test both" }).click();
  const waiting = page.getByRole("region", { name: "Waiting for you" });
  await expect(waiting).toContainText(/Ends by itself in \d:\d\d/);
  await expect(page.locator('[data-step="sign-in"][data-state="running"]')).toBeVisible();
  await expect(page.locator('[data-state="waiting"]').first()).toBeVisible();
  await expect(meaning(page)).toContainText("Client ID exists in this tenant");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expectBothLooks(page, "running");
  const check = page.locator(".waiting-fold");
  await expect(check.locator("summary")).toHaveText(
    /^\s*Password check\s*6 steps · starts when the login is done$/,
  );
  await expect(check.locator('[data-step="request"]')).toBeHidden();
  await check.locator("summary").press("Enter");
  await expect(check.locator('[data-step="request"]')).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(verdict(page).getByRole("heading")).toHaveText("You stopped the run.");
  await expect(page.getByRole("region", { name: "Password check" })).toContainText("Stopped");
  await expect(page.locator(".pair-log")).toContainText("No line");
  await expect(toolBar(page).getByRole("button", { name: "Test both" })).toBeEnabled();
  await expectBothLooks(page, "cancelled-both");

  await toolBar(page).getByRole("button", { name: "Test OIDC" }).click();
  await waiting.waitFor();
  await toolBar(page).getByRole("button", { name: /^Stop/ }).click();
  await expect(verdict(page)).toHaveAttribute("data-outcome", "cancelled");
  await expect(page.locator('[data-step="sign-in"]')).toHaveAttribute("data-state", "stopped");
  await expectBothLooks(page, "cancelled");
});
