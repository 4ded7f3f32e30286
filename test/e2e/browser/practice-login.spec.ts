import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { pickAccount, startScenario } from "./helpers/steps.ts";

test("a login through the practice sign-in page in another tab ends signed in, with the account", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  const hint = page.locator(".practice-hint");
  await expect(hint).toBeVisible();
  await capture(page, "practice-paste");
  const value = async (name: string) =>
    (
      await hint
        .locator("dt", { hasText: name })
        .locator("xpath=following-sibling::dd[1]")
        .locator("code")
        .innerText()
    ).trim();
  const [password, code] = [await value("Password"), await value("Code")];

  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: /Open the sign-in page/ }).click();
  const signIn = await opened;
  await signIn.locator('[name="passwd"]').fill(password);
  await signIn.getByRole("button", { name: "Sign in" }).click();
  // Nothing listens at the redirect URI: the browser shows an error page under the address that holds the code.
  const ended = signIn.waitForRequest((request) => request.url().startsWith("https://127.0.0.1/jamfconnect"));
  await signIn.locator('[name="otc"]').fill(code);
  await signIn.getByRole("button").first().click();
  const address = (await ended).url();
  await signIn.close();

  await page.getByLabel("Address where the browser ended").fill(address);
  await page.getByRole("button", { name: "Finish the login" }).click();
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
