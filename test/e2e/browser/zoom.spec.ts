/**
 * Enlarged text: the least window at 150 % and an ordinary one at 200 %, which is a page of 683 and of 640 points for a browser (WCAG
 * 2.2, 1.4.4 and 1.4.10). Nothing is cut off, the page does not scroll sideways, and every control can be got at.
 */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { signInByRequest } from "./helpers/practice-login.ts";
import { outOfReach } from "./helpers/reachable.ts";
import { contosoFile, goTo, openFile, pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

const zooms = [
  { name: "150", width: 683, height: 467 },
  { name: "200", width: 640, height: 410 },
] as const;

/** What each screen is in when it is looked at. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start: async (page) => {
    await page
      .locator("#scenarios")
      .getByRole("button", { name: /^Show all/ })
      .click();
  },
  profile: async (page) => {
    await openFile(page, contosoFile);
    await expect(page.getByRole("textbox", { name: "Login app" })).toBeVisible();
  },
  "test-empty": (page) => startScenario(page, /No MFA/),
  "test-verdict": async (page) => {
    await startScenario(page, /MFA on all resources/);
    await pickAccount(page);
    await runCheck(page);
  },
  "test-both": async (page) => {
    await startScenario(page, /MFA on all resources/);
    await pickAccount(page);
    await page.locator(".tool-bar").getByRole("button", { name: "Test both" }).click();
    await signInByRequest(page);
    await page.getByRole("region", { name: "The two sign-ins" }).waitFor();
  },
  "conditional-access": async (page) => {
    await startScenario(page, /MFA on all resources/);
    await goTo(page, "Conditional Access");
    await expect(page.locator(".ca-grid")).toBeVisible();
  },
  "sign-ins": async (page) => {
    await page.getByRole("button", { name: /^Read a sign-in log/ }).click();
    await expect(page.getByRole("heading", { name: "Sign-ins", exact: true })).toBeVisible();
  },
  export: async (page) => {
    await openFile(page, contosoFile);
    await goTo(page, "Export");
    await expect(page.getByRole("heading", { name: "Export", exact: true })).toBeVisible();
  },
  explain: async (page) => {
    await page.getByRole("button", { name: /^Explain an error/ }).click();
    await expect(page.getByRole("heading", { name: "Explain", exact: true })).toBeVisible();
  },
};

for (const [name, arrive] of Object.entries(screens)) {
  test(`${name}: enlarged, nothing is cut off and every control can be got at`, async ({ app: { page } }) => {
    await arrive(page);
    for (const { name: zoom, width, height } of zooms) {
      await page.setViewportSize({ width, height });
      // React makes the bar a strip a moment after the style sheet has laid it over the screen.
      await expect(page.locator(".side:not(.side-collapsed, .start-side)")).toHaveCount(0);
      await page.evaluate(() => {
        for (const part of document.querySelectorAll(".screen, .frame")) part.scrollTo(0, 0);
      });
      await capture(page, `zoom-${zoom}-${name}`);
      expect(await outOfReach(page), `${name} at ${zoom} %`).toEqual([]);
    }
    await expectNoAxeFault(page, "structure");
  });
}

test("enlarged, the side bar is a strip, and lies over the screen from its button until somebody goes somewhere", async ({
  app: { page },
}) => {
  await page.setViewportSize(zooms[1]);
  await openFile(page, contosoFile);
  const work = page.getByRole("navigation", { name: "Work" });
  const words = work.locator(".document-name");
  await expect(words).toBeHidden();
  await work.getByRole("button", { name: "Show the side bar" }).click();
  await expect(words).toBeVisible();
  await capture(page, "zoom-200-side-bar");
  await goTo(page, "Export");
  await expect(page.getByRole("heading", { name: "Export", exact: true })).toBeVisible();
  await expect(words).toBeHidden();
});

test("a dialog that the list of runs has opened stays when the window is narrowed, and what is under it follows after", async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1280, height: 820 });
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  const runs = page.getByRole("complementary", { name: "Runs" });
  await runs.getByRole("button", { name: /roll out/i }).click();
  const dialog = page.getByRole("dialog", { name: "Can this be rolled out?" });
  await expect(dialog).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(() => page.evaluate(() => matchMedia("(max-width: 1079px)").matches)).toBe(true);
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.locator(".list-column")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "1 run", exact: true })).toBeVisible();
});

test("a dialog of the tool bar stays when the window is narrowed, and what is under it follows at once", async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1280, height: 820 });
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  await page.getByRole("button", { name: "Report" }).click();
  const dialog = page.getByRole("dialog", { name: "Download a report" });
  await expect(dialog).toBeVisible();
  await expect(page.locator(".list-column")).toHaveCount(1);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(page.locator(".list-column")).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});
