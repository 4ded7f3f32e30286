/** Set up: from a tenant in which nothing is set up to a recipe that Test both proves, and back. */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { signInByRequest } from "./helpers/practice-login.ts";
import { contosoFile, goTo, openFile, pickAccount, startScenario, tabTo } from "./helpers/steps.ts";

const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`);
const proof = (page: Page) => page.getByRole("region", { name: "Proof" });
const recipes = (page: Page) => page.getByRole("grid", { name: "Recipes A to E" });
/** What stands beside the verdict once a walk is at its end. */
const walked = (page: Page) => page.locator(".set-up-head").getByRole("button", { name: "Show all recipes" });
const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 }).first();

async function choose(page: Page, recipe: RegExp): Promise<void> {
  await recipes(page).getByRole("row", { name: recipe }).click();
  await expect(recipes(page).getByRole("row", { name: recipe })).toHaveAttribute("aria-selected", "true");
}

/** Carries the chosen recipe out and waits until it has ended. */
async function carryOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Carry out in practice" }).click();
  await expect(walked(page)).toBeVisible();
}

/** Presses a button in the moment in which it comes to stand on the page: from outside a short walk can be over by then. */
async function pressWhenShown(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => {
    const observer = new MutationObserver(() => {
      const button = [...document.querySelectorAll("button")].find(
        ({ textContent }) => textContent.trim() === text,
      );
      if (button === undefined) return;
      observer.disconnect();
      button.click();
    });
    observer.observe(document.body, { subtree: true, childList: true });
  }, name);
}

async function pressByHand(page: Page, id: string): Promise<void> {
  await step(page, id)
    .getByRole("button", { name: /^(?:Do it|Turn on)$/ })
    .click();
  // Done, or in the fold of those that are.
  await expect(page.locator(`[data-step="${id}"][data-state="to-do"]`)).toHaveCount(0);
}

const wholeWay = [
  { recipe: /API app excluded/, byHand: ["switch-on"] },
  { recipe: /Two API apps/, byHand: ["switch-on"] },
  { recipe: /Placeholder app/, byHand: ["baseline-scopes", "switch-on"] },
] as const;

for (const { recipe, byHand } of wholeWay) {
  test(`from an empty tenant to a proven recipe: ${recipe.source}, and back`, async ({ app: { page } }) => {
    test.setTimeout(180_000);
    await startScenario(page, /Nothing is set up yet/);
    await goTo(page, "Set up");
    await choose(page, recipe);
    await page.getByRole("button", { name: /^Take “Emergency access”/ }).click();
    await carryOut(page);
    for (const id of byHand) await pressByHand(page, id);
    await expect(page.locator("[data-step]:is([data-state=to-do], [data-state=cannot-tell])")).toHaveCount(0);
    await expect(recipes(page).getByRole("row", { name: recipe })).toContainText("clean");
    await expect(page.getByLabel("Paste the printed ids")).toHaveValue(/latchkey\.client-id=/);
    await page.getByRole("button", { name: "Fill the profile" }).click();
    await expect(proof(page)).toContainText("filled. Test both shows whether it holds.");
    await capture(page, `set-up-filled-${byHand.length}-${recipe.source.slice(0, 3)}`);
    await goTo(page, "Test");
    await pickAccount(page);
    await goTo(page, "Set up");
    await page.getByRole("button", { name: "Test both" }).click();
    await signInByRequest(page);
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText(
      "The login demands MFA and the password check does not.",
    );
    await goTo(page, "Set up");
    await expect(heading(page)).toContainText("holds: MFA at the login and a clean check.");
    await page.getByRole("button", { name: "Undo in practice" }).click();
    await expect(page.getByText(/^Undone: /)).toBeVisible();
    await expect(step(page, "client-app")).toHaveAttribute("data-state", "to-do");
  });
}

test("what each step sends is shown, before and with its answer", async ({ app: { page } }) => {
  await startScenario(page, /Nothing is set up yet/);
  await goTo(page, "Set up");
  await expect(heading(page)).toContainText("Nobody is asked for MFA today.");
  await expectBothLooks(page, "set-up-empty-tenant");
  const script = page.getByRole("region", { name: "Script", exact: true });
  for (const [format, words] of [
    ["PowerShell", "Connect-MgGraph"],
    ["az", "az "],
    ["Markdown", "# "],
    ["Graph", '"lookUp"'],
  ] as const) {
    await page
      .getByRole("radiogroup", { name: "Format of the script" })
      .getByText(format, { exact: true })
      .click();
    await expect(script).toContainText(words);
  }
  const first = step(page, "login-api");
  const stateAt = () => first.locator(".set-up-state").evaluate((word) => word.getBoundingClientRect().x);
  const closed = await stateAt();
  await first.getByRole("button", { name: /^Show request/ }).click();
  await expect(first).toContainText("POST /v1.0/applications");
  expect(await stateAt()).toBe(closed);
  // Who does it is said once, over the steps.
  await expect(
    page.getByRole("region", { name: /^Steps for D/ }).getByRole("heading", { level: 3 }),
  ).toHaveText([
    "Cloud Application Administrator · steps 1–12",
    "Conditional Access Administrator · steps 13–15",
  ]);
  await expectBothLooks(page, "set-up-request");
  await carryOut(page);
  // What is done takes one row, and what is left stands in sight.
  await expect(page.locator("[data-step]")).toHaveCount(3);
  await expectBothLooks(page, "set-up-folded");
  await page.getByRole("button", { name: "Show steps 1 to 12" }).click();
  await expect(page.locator("[data-step]")).toHaveCount(15);
  await expect(page.getByRole("button", { name: "Hide steps 1 to 12" })).toBeFocused();
  await expect(first).not.toContainText("POST /v1.0/applications");
  await first.getByRole("button", { name: /^Show request/ }).click();
  await expect(first).toContainText("0 found");
  await expect(first).toContainText("answered with 201");
  // What the walk left to a person is what the list of steps has left, and what the verdict leads to.
  await expect(page.locator(".set-up-steps-head")).toContainText("13 done · 1 to do · 1 not needed");
  await expect(heading(page)).toHaveText("One step is left: turn the policy on.");
  // Its press stands beside the verdict, and at the step, which may be out of sight.
  await expect(page.getByRole("button", { name: "Turn on" })).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Show step" })).toHaveCount(0);
  await expect(recipes(page).getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Show all recipes" }).click();
  await expect(recipes(page).getByRole("row")).toHaveCount(6);
  await expect(page.getByRole("navigation").getByRole("button", { name: "Set up" })).toContainText("1 to do");
  await expect(recipes(page).getByRole("row", { name: /Two API apps/ })).toContainText("Begun");
  await expect(page.getByRole("button", { name: "Carry out in practice" })).toBeDisabled();
  await expectBothLooks(page, "set-up-carried-out");
  await page.getByRole("button", { name: "Text for users" }).click();
  const texts = page.getByRole("dialog", { name: /^Text for users/ });
  await expect(texts.getByRole("region", { name: "Rollout" }).getByRole("listitem").first()).toContainText(
    "The MFA policy is not on yet.",
  );
  await expect(texts.getByRole("button", { name: "Save anyway…" })).toBeVisible();
  await texts.getByRole("button", { name: "Show step" }).click();
  await expect(step(page, "switch-on").getByRole("button", { name: "Turn on" })).toBeFocused();
});

test("a walk can be stopped, and goes on from there", async ({ app: { page } }) => {
  await startScenario(page, /Nothing is set up yet/);
  await goTo(page, "Set up");
  await pressWhenShown(page, "Stop");
  await page.getByRole("button", { name: "Carry out in practice" }).click();
  await expect(page.getByRole("alert")).toContainText("You stopped it.");
  await expectBothLooks(page, "set-up-stopped");
  await carryOut(page);
  // What is left stands above the steps, however far down one reads.
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole("button", { name: /^Show steps 1 to/ }).click();
  await page.locator("[data-step]").last().scrollIntoViewIfNeeded();
  await expect(page.locator("[data-step]").last()).toBeInViewport();
  await expect(heading(page)).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Turn on" }).first().click();
  await expect(step(page, "switch-on")).toHaveAttribute("data-state", "done");
});

test("a recipe that no longer holds says so, and every other says what it would change", async ({
  app: { page },
}) => {
  await startScenario(page, /^Custom scope of 2023, with enforcement/);
  await goTo(page, "Set up");
  await expect(heading(page)).toHaveText(
    "Recipe B no longer holds. Recipe D keeps MFA at the login and a clean check.",
  );
  await expect(recipes(page).getByRole("row", { name: /Custom scope/ })).toContainText("50076");
  for (const width of [1440, 1180, 1024, 720]) {
    await page.setViewportSize({ width, height: width <= 1024 ? 700 : 820 });
    await expectBothLooks(page, `set-up-held-${width}`);
  }
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole("button", { name: "Script…", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Script and way back" })).toContainText("Copy script");
  await expectBothLooks(page, "set-up-script-1024");
});

test("a profile of the person's own: no policies, nothing written, and its ids stay out of practice", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await goTo(page, "Set up");
  await expect(page.getByRole("main")).toContainText("No policies are loaded");
  await expect(recipes(page).getByRole("row", { name: /Recommended/ })).toHaveAccessibleName(/Two API apps/);
  // What the row says of the recipe is not said a second time.
  await expect(page.locator(".set-up-cautions > li:visible")).toHaveText([/^Name a break-glass account/]);
  await expect(recipes(page).getByRole("columnheader")).toHaveText([
    "Recipe",
    "After the steps",
    "Risk",
    "Who must act",
  ]);
  await expect(page.getByRole("main")).toContainText("from here. The identity team");
  await expect(page.locator("[data-step][data-state=done]")).toHaveCount(0);
  await expectBothLooks(page, "set-up-no-policies");
  await expect(page.locator(".set-up-steps-head")).toContainText("15 steps, state not known");
  await page.getByRole("button", { name: "Name one…" }).click();
  await expect(page.getByLabel("Break-glass account")).toBeFocused();
  // Where the field stands in a drawer, the button opens that first.
  const size = page.viewportSize() ?? { width: 1280, height: 820 };
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole("button", { name: "Name one…" }).click();
  const drawer = page.getByRole("dialog", { name: "Script and way back" });
  await expect(drawer.getByLabel("Break-glass account")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.setViewportSize(size);
  await page.getByLabel("Break-glass account").fill("Sam");
  await expect(page.getByRole("alert")).toContainText("This is no object ID of an account.");
  await expectNoAxeFault(page);
  await page.getByLabel("Break-glass account").fill("");
  await page.getByLabel("Paste the printed ids").fill("nothing of use");
  await page.getByRole("button", { name: "Fill the profile" }).click();
  await expect(page.getByRole("alert")).toContainText("These are not all the lines that the script prints.");
  // Nothing was made yet: the way back is folded.
  await expect(page.getByRole("button", { name: "Undo script" })).toBeHidden();
  await page.getByText("Way back", { exact: true }).click();
  await page.getByRole("button", { name: "Undo script" }).click();
  await expect(page.getByRole("dialog", { name: "Undo script" })).toContainText("DELETE");
  await expectBothLooks(page, "set-up-undo");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Text for users" }).click();
  const texts = page.getByRole("dialog", { name: /^Text for users/ });
  await expect(texts).toContainText("login window");
  await expect(texts.getByRole("button", { name: "Copy anyway" })).toBeVisible();
  await expect(texts.getByRole("region", { name: "Text", exact: true })).not.toContainText("50126");
  await texts.getByText("Service desk", { exact: true }).click();
  await expect(texts.getByRole("region", { name: "Text", exact: true })).toContainText("50126");
  await expectBothLooks(page, "set-up-users-text");
});

test("the keyboard alone: to the screen, to another recipe, to a request and back", async ({
  app: { page },
}) => {
  await startScenario(page, /Nothing is set up yet/);
  await page.keyboard.press("Alt+5");
  await expect(page.getByRole("heading", { name: "Set up", exact: true })).toBeVisible();
  await recipes(page)
    .getByRole("row", { name: /Two API apps/ })
    .focus();
  await page.keyboard.press("ArrowUp");
  await expect(recipes(page).getByRole("row", { name: /API app excluded/ })).toBeFocused();
  await expect(page.getByRole("region", { name: /^Steps for C/ })).toBeVisible();
  await tabTo(page, /^Show request of step 1/);
  await page.keyboard.press("Enter");
  await expect(step(page, "check-api")).toContainText("POST /v1.0/applications");
  await page.keyboard.press("Enter");
  await expect(step(page, "check-api")).not.toContainText("POST /v1.0/applications");
});
