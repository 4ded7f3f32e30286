/** A password check on the practice tenant: what is shown of the request and of the account. */
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

const verdict = { name: "Verdict" } as const;

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
