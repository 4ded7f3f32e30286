import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { signInByPaste } from "./helpers/practice-login.ts";
import { pickAccount, startScenario } from "./helpers/steps.ts";

test("a login through the practice sign-in page in another tab ends signed in, with the account", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await expect(page.getByRole("region", { name: "Waiting for you" })).toBeVisible();
  await capture(page, "practice-paste");
  await signInByPaste(page);
  const card = page.getByRole("region", { name: "Verdict" });
  await expect(card).toHaveAttribute("data-outcome", "succeeded");
  const meaning = page.getByRole("complementary", { name: "Meaning" });
  await expect(meaning.getByText("Short name")).toBeVisible();
  await capture(page, "practice-login");
});

test("an address that is not the callback of this run ends it without redeeming anything", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await page
    .getByLabel("Address where the browser ended")
    .fill("https://127.0.0.1/jamfconnect?code=stolen&state=other");
  await page.getByRole("button", { name: "Finish the login" }).click();
  const card = page.getByRole("region", { name: "Verdict" });
  await expect(card).toBeVisible();
  await expect(card).not.toHaveAttribute("data-outcome", "succeeded");
  await expect(page.locator('[data-step="exchange"]')).toHaveAttribute("data-state", "skipped");
});

test("esc stops a login that waits", async ({ app: { page } }) => {
  await startScenario(page, /MFA on all resources/);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await expect(page.getByRole("region", { name: "Waiting for you" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute("data-outcome", "cancelled");
});
