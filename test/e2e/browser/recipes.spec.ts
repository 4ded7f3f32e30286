/** From a pair at a cost to the recipe for it, played in the practice tenant and put into a profile of one's own. */
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { signInByRequest } from "./helpers/practice-login.ts";
import { contosoFile, goTo, openFile, pickAccount, startScenario } from "./helpers/steps.ts";

test("a pair at a cost leads to recipe D, which played in the practice tenant is the split that is wanted", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test both" }).click();
  await signInByRequest(page);
  const card = page.getByRole("region", { name: "Verdict" });
  await expect(card).toContainText("It works, at a cost: every check leaves a red line in the log.");
  // What it costs, and what the tenant's setting would change: nothing, for a policy without an exclusion.
  await expect(page.getByText(/about 24 red lines a day for each Mac/i)).toBeVisible();
  const rows = page.locator(".pair-columns .settings-table tbody tr");
  await expect(rows).toHaveText([/^Enforced, hereMFA50076$/, /^Legacy\s*MFA50076$/]);

  await page.getByRole("main").getByRole("button", { name: "Conditional Access" }).click();
  await page.getByRole("row", { name: /CA001 Require MFA for all users/ }).click();
  const policy = page.getByLabel(/^Policy /);
  await expect(policy.getByText("The sign-in asks only for basic scopes").first()).toBeVisible();
  await goTo(page, "Test");

  await page.getByRole("button", { name: "Set up recipe D…" }).click();
  await expect(page.getByRole("row", { name: /Two API apps/ })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: /^About recipe/ }).click();
  const sheet = page.getByRole("dialog", { name: "Set up: recipe D, two API apps" });
  await expect(sheet.locator(".settings-table tbody tr")).toHaveCount(3);
  await expectNoAxeFault(page);
  await capture(page, "recipe-sheet");
  await sheet.getByRole("button", { name: "Try it in the practice tenant" }).click();
  await expect(sheet.getByText("The practice tenant is set up like this.")).toBeVisible();
  await sheet.getByRole("button", { name: "Close" }).click();
  await goTo(page, "Test");

  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test both" }).click();
  await signInByRequest(page);
  await expect(card).toContainText("The login demands MFA and the password check does not.");
  await expect(card).toContainText("This is the split you want.");
  const check = page.getByRole("region", { name: "Password check" });
  await expect(check).toContainText("None");
  await expect(check).toContainText(/CA\d{3} leaves this app out/);
  await expect(page.getByText("The excluded API app hands out tokens for a password alone.")).toBeVisible();
  await expectNoAxeFault(page);
  await capture(page, "both-split");
});

test("the scopes of a recipe go into a profile of the person's own, and come out again", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await goTo(page, "Test");
  await page.getByRole("button", { name: "Set up the tenant…" }).click();
  await page.getByRole("button", { name: /^About recipe/ }).click();
  const sheet = page.getByRole("dialog", { name: /^Set up:/ });
  await sheet.getByLabel("API app of the login").fill("aaaa1111-0000-4000-8000-000000000001");
  await sheet.getByRole("button", { name: "Put the scopes into the profile" }).click();
  await expect(sheet.getByRole("alert")).toContainText("The API app of the check is not named.");
  await sheet.getByLabel("API app of the check").fill("not an app");
  await sheet.getByRole("button", { name: "Put the scopes into the profile" }).click();
  await expect(sheet.getByRole("alert")).toContainText("This does not name the API app of the check.");
  await expectNoAxeFault(page);
  await capture(page, "recipe-problem");
  await sheet.getByLabel("API app of the check").fill("api://aaaa2222-0000-4000-8000-000000000002/ropg");
  await sheet.getByRole("button", { name: "Put the scopes into the profile" }).click();
  await expect(sheet.getByText("The profile asks for these scopes now.")).toBeVisible();
  await sheet.getByRole("button", { name: "Close" }).click();

  await goTo(page, "Profile");
  const asked = page.getByRole("main");
  await expect(asked).toContainText("api://aaaa1111-0000-4000-8000-000000000001/jamfconnect");
  await expect(asked).toContainText("api://aaaa2222-0000-4000-8000-000000000002/ropg");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(asked).not.toContainText("api://aaaa2222-0000-4000-8000-000000000002/ropg");
});
