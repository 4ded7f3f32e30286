/** The verdict of the password check in every scenario of the practice tenant. */
import { listScenarios } from "../../main/practice-tenant/index.ts";
import { pickAccount, runCheck } from "../e2e/browser/helpers/steps.ts";
import { test } from "./app.ts";
import { take, wide } from "./take.ts";

for (const { name, title } of listScenarios())
  test(name, async ({ pictured }) => {
    const { page } = pictured;
    await wide(pictured);
    const scenarios = page.locator("#scenarios");
    await scenarios.getByRole("button", { name: /^Show all/ }).click();
    await scenarios
      .getByRole("listitem")
      .filter({ has: page.getByText(wholeTitle(title)) })
      .getByRole("button")
      .click();
    await page.getByRole("heading", { name: "Test", exact: true }).waitFor();
    await pickAccount(page);
    await runCheck(page);
    await take(pictured, `verdict-${name}`);
  });

/** The title and nothing else, with the words beside it where what is expected is uncertain. */
function wholeTitle(title: string): RegExp {
  return new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*(code not confirmed)?\\s*$`);
}
