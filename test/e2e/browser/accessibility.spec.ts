/**
 * What each screen is like for everybody: axe in light and dark and in narrow windows, and nothing moves that need
 * not.
 */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile, pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

/** What each screen is in when it is looked at. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start: async (page) => expect(page.getByRole("heading", { name: /two sign-ins/ })).toBeVisible(),
  profile: async (page) => {
    await openFile(page, contosoFile);
    await expect(page.getByRole("textbox", { name: "Login app" })).toBeVisible();
  },
  "profile-login": async (page) => {
    await openFile(page, contosoFile);
    await page.getByRole("tab", { name: /^Login/ }).click();
    await expect(page.locator('[data-key="DenyLocal"]')).toBeVisible();
  },
  "test-empty": (page) => startScenario(page, /No MFA/),
  "test-verdict": async (page) => {
    await startScenario(page, /MFA on all resources/);
    await pickAccount(page);
    await runCheck(page);
  },
  export: async (page) => {
    await openFile(page, contosoFile);
    await goTo(page, "Export");
    await expect(page.getByRole("heading", { name: "Export", exact: true })).toBeVisible();
  },
};

for (const [name, arrive] of Object.entries(screens)) {
  test(`axe finds nothing on ${name}, light or dark, and it fits narrow windows`, async ({
    app: { page },
  }) => {
    await arrive(page);
    await expectBothLooks(page, name);
    for (const width of [1180, 1024]) {
      await page.setViewportSize({ width, height: 640 });
      await capture(page, `${name}-${width}`);
      await expectInside(page);
      // The narrowest window has everything that a less narrow one has, in the same colours.
      await expectNoAxeFault(page, width === 1024 ? "everything" : "structure");
    }
  });
}

/** Expects that nothing makes the page scroll sideways and that every button of the tool bar can be seen. */
async function expectInside(page: Page): Promise<void> {
  const outside = () =>
    page.evaluate(() => ({
      sideways: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
      buttons: [...document.querySelectorAll(".tool-bar .button")]
        .filter((button) => button.checkVisibility({ visibilityProperty: true }))
        .filter((button) => button.getBoundingClientRect().right > window.innerWidth)
        .map((button) => button.textContent),
    }));
  await expect.poll(outside).toEqual({ sideways: 0, buttons: [] });
}
