/** Logins through the practice tenant's own sign-in page in another tab, and what is pasted afterwards. */
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
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

test("what is no answer of this login is said at the field, and the login goes on waiting until esc stops it", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await page
    .getByLabel("Address where the browser ended")
    .fill("https://127.0.0.1/jamfconnect?code=stolen&state=other");
  await page.getByRole("button", { name: "Finish the login" }).click();
  const waiting = page.getByRole("region", { name: "Waiting for you" });
  await expect(waiting.getByRole("alert")).toContainText("This address belongs to another login.");
  await expectBothLooks(page, "pasted-of-another-login");
  await page.getByLabel("Address where the browser ended").fill("garbage");
  await expect(waiting.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(waiting.getByRole("alert")).toContainText("This is no address.");
  await expect(page.locator('[data-step="sign-in"]')).toHaveAttribute("data-state", "running");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute("data-outcome", "cancelled");
});

test("an error that the sign-in page shows is pasted instead: the pair has both answers", async ({
  app: { page },
}) => {
  await startScenario(page, /^Compliant device/);
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test both" }).click();
  await page.getByLabel("Address where the browser ended").fill("AADSTS53000: Device is not compliant.");
  await page.getByRole("button", { name: "Finish the login" }).click();
  const signIn = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(signIn("Login window")).toContainText("53000");
  await expect(signIn("Password check")).toContainText("53000");
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(
    "Nobody gets past the login window.",
  );
  await expectBothLooks(page, "both-blocked");
});
