import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { contosoFile, openFile, startScenario } from "./helpers/steps.ts";

/** Presses Tab until the control with this name has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute("aria-label") ?? ""} ${element?.textContent ?? ""}`;
    });
    if (name.test(focused)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No control named ${name} was reached with Tab.`);
}

test("a scenario is started, a password check run and its verdict read with the keyboard alone", async ({
  app: { page },
}) => {
  await tabTo(page, /MFA on all resources/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
  await tabTo(page, /Pick a practice account/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Alt+Digit2");
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "The password is correct" })).toBeAttached();
});

test("shortcuts change screens, and F6 walks through the panes and back", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  await page.locator("body").press("ControlOrMeta+2");
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
  await page.locator("body").press("Alt+3");
  await expect(page.getByRole("heading", { name: "Export", exact: true })).toBeVisible();
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane"));
  const walk: unknown[] = [];
  for (let presses = 0; presses < 3; presses += 1) {
    await page.keyboard.press("F6");
    walk.push(await pane());
  }
  expect(walk).toEqual(["side", "list", "main"]);
  await page.keyboard.press("Shift+F6");
  expect(await pane()).toBe("list");
});

test("the file dialog opens with the shortcut", async ({ app: { page } }) => {
  const chooser = page.waitForEvent("filechooser");
  await page.locator("body").press("ControlOrMeta+o");
  await chooser;
});

test("undo and redo work by shortcut outside of fields", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  const field = page.getByRole("textbox", { name: "Login app" });
  await field.fill("99999999-9999-9999-9999-999999999999");
  await field.press("Enter");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeEnabled();
  await page.getByRole("tab", { name: /^Identity/ }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(field).toHaveValue("11111111-1111-1111-1111-111111111111");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(field).toHaveValue("99999999-9999-9999-9999-999999999999");
});

test("the focus is visible on every control that Tab reaches on the Test screen", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  const invisible: string[] = [];
  for (let presses = 0; presses < 14; presses += 1) {
    await page.keyboard.press("Tab");
    const fault = await page.evaluate(() => {
      const shows = (element: Element | null): boolean => {
        if (element === null) return false;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return outlineStyle !== "none" || boxShadow !== "none";
      };
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      // A hidden input shows its focus on the label around it.
      const host =
        element.closest(".field-box, .switch")?.querySelector(".switch-track") ??
        element.closest(".field-box, .segment-option, .switch");
      return shows(element) || shows(host) ? null : element.outerHTML.slice(0, 120);
    });
    if (fault !== null) invisible.push(fault);
  }
  expect(invisible).toEqual([]);
});
