import type { Page } from "playwright";
import { expect } from "playwright/test";

/** The source of the open profile, read in the way of the host that the page is in. */
type ReadSource = () => Promise<string>;

/** Types into the search of the profile, over what was sought before. */
export async function seek(page: Page, words: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
}

/** Takes the last change back and brings it again, from a finding, because in a field undo is the field's own. */
export async function undoAndRedo(page: Page, source: ReadSource): Promise<void> {
  const changed = await source();
  await page.keyboard.press("F8");
  await expect(page.locator("[data-finding]:focus")).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(source).not.toBe(changed);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(source).toBe(changed);
}

/** Walks through the findings to the blank at the end of the staff profile's help address, and applies its fix. */
export async function fixHelpUrl(page: Page, source: ReadSource): Promise<void> {
  const isFixed = async () => !(await source()).includes("mac </string>");
  for (let presses = 0; presses < 12 && !(await isFixed()); presses += 1) {
    const name = await page.evaluate(() => document.activeElement?.getAttribute("data-finding") ?? "");
    if (name.startsWith("invisible-characters") && name.includes("HelpURL")) {
      await page.keyboard.press("ControlOrMeta+Enter");
      await expect.poll(isFixed).toBe(true);
    } else {
      await page.keyboard.press("F8");
    }
  }
}
