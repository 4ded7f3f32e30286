import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

const verdict = { name: "Verdict" } as const;

test("MFA on all resources: the password check answers 50076, which Jamf Connect accepts", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  const card = page.getByRole("region", verdict);
  await expect(card.getByRole("heading")).toContainText("The password is correct");
  await expect(card).toContainText("Jamf Connect accepts this.");
  await expect(card).toContainText("AADSTS50076");
  await expect(card).toContainText("Documented");
  const steps = page.locator("[data-step]");
  await expect(steps).toHaveCount(6);
  await expect(page.locator('[data-state="accepted-error"]')).toHaveCount(1);
  await expect(page.getByRole("complementary", { name: "Meaning" })).toContainText("Failure, 50076");
  await capture(page, "practice-50076");
});

test("the recorded request shows that the password is masked, and never the password", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  const password = await page.getByLabel("Password", { exact: true }).inputValue();
  await runCheck(page);
  const step = page.locator('[data-step="request"]');
  const opener = step.getByRole("button").first();
  if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
  await expect(step).toContainText("password=masked");
  await expect(step).toContainText("50076");
  expect(password.length).toBeGreaterThan(5);
  expect(await page.locator("body").innerText()).not.toContain(password);
});

test("a wrong password is said to be wrong and to count towards lock-out", async ({ app: { page } }) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await runCheck(page);
  const card = page.getByRole("region", verdict);
  await expect(card).toHaveAttribute("data-outcome", "password-wrong");
  await expect(card).toContainText("AADSTS50126");
  await expect(card.getByText("Counts to lock-out").locator("xpath=following-sibling::dd[1]")).toHaveText(
    "Yes",
  );
  await capture(page, "practice-wrong-password");
});

test("without MFA the password check signs in and shows the account on the Mac", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  await pickAccount(page);
  await runCheck(page);
  const card = page.getByRole("region", verdict);
  await expect(card).toHaveAttribute("data-outcome", "succeeded");
  await expect(page.getByRole("complementary", { name: "Meaning" })).toContainText("Short name");
  await page.locator(".segment").getByText("Tokens").click();
  await expect(page.getByRole("region", { name: /token/i }).first()).toContainText("Signature valid");
  await capture(page, "practice-tokens");
});

test("practice is visible on every screen while it runs, and gone when it is switched off", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  const side = page.getByRole("navigation", { name: "Work" });
  await expect(side).toContainText("Practice");
  await side.getByRole("button", { name: /^Profile/ }).click();
  await expect(page.locator(".tool-bar")).toContainText("Practice");
  await side.getByRole("button", { name: /^Test/ }).click();
  await page.locator(".switch", { hasText: "Practice" }).click();
  await expect(side.locator(".tag-practice")).toHaveCount(0);
});
