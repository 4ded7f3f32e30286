/**
 * Whether a profile can be rolled out: what is open, the ways to it, and practice never says go. Every reason at once
 * comes from a made-up host.
 */
import { resolve } from "node:path";
import type { Page } from "playwright";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { longHistory, rolloutWithEveryFix } from "./fakes/history.ts";
import { openTestScreen } from "./fakes/open-test-screen.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { goTo, pickAccount, startScenario } from "./helpers/steps.ts";

const simplePolicies = resolve(import.meta.dirname, "../../fixtures/policies/recipes/simple/policies.json");

const line = (page: Page) => page.getByRole("button", { name: /^Ready to roll out\?/ });
const box = (page: Page) => page.getByRole("dialog", { name: "Can this be rolled out?" });

test("the Test screen says what is open before a roll-out, and offers what to do about it", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  await expect(line(page)).toContainText(/Not yet, \d questions open/);
  await line(page).click();
  await expect(box(page)).toContainText("The two sign-ins have not been tested together.");
  // Both come from practice, so it is one thing to mend.
  await expect(box(page)).toContainText("Profile and policies are the practice tenant's");
  await expect(box(page).getByRole("listitem").getByRole("button")).toHaveText([
    "Test both…",
    "Open the real profile…",
  ]);
  await box(page).getByRole("button", { name: "Test both…" }).click();
  await expect(box(page)).toBeHidden();
  await expect(page.getByRole("textbox", { name: "User name" })).toBeFocused();

  await pickAccount(page);
  await line(page).click();
  await box(page).getByRole("button", { name: "Run Test both" }).click();
  await expect(page.getByRole("region", { name: "Waiting for you" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Nothing is proven.");
});

test("practice never leads to go, also where its policies lock nobody out and it is left again", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  await line(page).click();
  await expect(box(page)).toContainText("Open the real profile.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Shift+p");
  await expect(page.getByRole("switch", { name: "Practice" })).not.toBeChecked();
  await line(page).click();
  await expect(box(page)).toContainText("No Conditional Access policies are loaded");
  await expect(box(page)).not.toContainText("Ready: this profile can be rolled out.");
  await chooseFiles(
    page,
    () => box(page).getByRole("button", { name: "Load policies…" }).click(),
    simplePolicies,
  );
  await expect(box(page)).not.toContainText("No Conditional Access policies are loaded");
  await expect(box(page)).toContainText("This is the practice profile.");
});

test("every reason and every way stands in one box", async ({ unopened: { page, url } }) => {
  await openTestScreen(page, url, { "history.list": longHistory, "rollout.judge": rolloutWithEveryFix });
  await expect(line(page)).toContainText("No, 3 reasons");
  await line(page).click();
  const buttons = box(page).getByRole("listitem").getByRole("button");
  await expect(buttons).toHaveText([
    "Show the findings",
    "Show the run",
    "Test both…",
    "Open the real profile…",
    "Load policies…",
    "Sign on Export…",
  ]);
  await expect(box(page)).toContainText("The profile has 1 error. First: Nobody could log in");
  await expectBothLooks(page, "rollout");
  await box(page).getByRole("button", { name: "Export…", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Export", exact: true })).toBeVisible();
});

test("the ways lead to the run, to the findings and to Export, from Export as well", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url, { "history.list": longHistory, "rollout.judge": rolloutWithEveryFix });
  await line(page).click();
  await box(page).getByRole("button", { name: "Show the findings" }).click();
  await expect(page.getByRole("region", { name: "Findings" })).toBeVisible();
  await goTo(page, "Export");
  const onExport = page.getByRole("complementary", { name: "Checks" });
  await expect(onExport.getByRole("button", { name: "Sign on Export…" })).toHaveCount(0);
  // There the findings stand beside it.
  await expect(onExport).not.toContainText("First: ");
  await expect(onExport.getByRole("button", { name: "Show the findings" })).toHaveCount(0);
  await capture(page, "rollout-on-export");
  await onExport.getByRole("button", { name: "Show the run" }).click();
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
  const asked = await page.evaluate(() =>
    (window as unknown as { fakeSent: { name: string; input: unknown }[] }).fakeSent.filter(
      ({ name }) => name === "history.run",
    ),
  );
  expect(asked).toEqual([{ name: "history.run", input: { runId: "run-6" } }]);
});
