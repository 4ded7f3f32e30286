import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

test("turning a policy off changes what the next password check meets", async ({ app: { page } }) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.getByRole("button", { name: "Change…" }).click();
  const dialog = page.getByRole("dialog", { name: "Switches of the practice tenant" });
  await expectNoAxeFault(page);
  await capture(page, "practice-switches");
  await dialog.getByRole("button", { name: /State of CA001/ }).click();
  await page.getByRole("option", { name: "Off" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await runCheck(page);
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute("data-outcome", "succeeded");
});
