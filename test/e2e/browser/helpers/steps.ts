import { resolve } from "node:path";
import type { Locator, Page } from "playwright";
import { expect } from "playwright/test";
import type { CallOutput, Result } from "../../../../preload/contract.ts";
import { popupWidth } from "../../../../renderer/components/use-media.ts";
import { chooseFiles } from "../../support/file-chooser.ts";

/** A profile of our own with both Jamf Connect domains, one of them inside a managed preferences payload. */
export const contosoFile = resolve(import.meta.dirname, "../../../fixtures/profiles/contoso.mobileconfig");

type FileLike = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The button on Start that asks for a profile. */
export function openButton(page: Page): Locator {
  return page.getByRole("navigation", { name: "Start" }).getByRole("button", { name: /Open a profile/ });
}

/** Opens a file through the button on Start, as a person does. */
export function openFile(page: Page, file: FileLike): Promise<void> {
  return chooseFiles(page, () => openButton(page).click(), file);
}

/** Goes to a screen through the side bar. */
export async function goTo(
  page: Page,
  screen: "Profile" | "Test" | "Conditional Access" | "Sign-ins" | "Set up" | "Export" | "Explain",
): Promise<void> {
  await page
    .getByRole("navigation", { name: "Work" })
    .getByRole("button", { name: new RegExp(`^${screen}`) })
    .click();
}

/** Starts a practice scenario from Start by its title; ends on the Test screen with a fitting profile. */
export async function startScenario(page: Page, title: RegExp): Promise<void> {
  const scenarios = page.locator("#scenarios");
  const button = scenarios.getByRole("button", { name: title });
  await scenarios.getByRole("listitem").first().waitFor();
  if ((await button.count()) === 0) await scenarios.getByRole("button", { name: /^Show all/ }).click();
  await button.click();
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
}

/** Picks the first practice account: an ordinary member of staff. */
export async function pickAccount(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Pick a practice account" }).click();
  await page.getByRole("menuitem").first().click();
}

/** Runs the password check and waits for its verdict. */
export async function runCheck(page: Page): Promise<void> {
  await page.locator(".tool-bar").getByRole("button", { name: "Test ROPG" }).click();
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
}

/** Shows the list of runs, which a narrow window keeps in a popup. */
export async function showRuns(page: Page): Promise<void> {
  // Asked of the page: after a change of its size, what is on it follows a moment later.
  if (await page.evaluate((query) => matchMedia(query).matches, popupWidth))
    await page
      .locator("[data-pane=main]")
      .getByRole("button", { name: /^\d+ runs?$/ })
      .click();
  await expect(page.getByRole("grid", { name: "Runs" })).toBeVisible();
}

/** The open profile as main tells it to the page. */
export function currentView(page: Page): Promise<CallOutput<"profile.current">> {
  return page.evaluate(async () => {
    const bearer = sessionStorage.getItem("latchkey.bearer");
    const headers = { authorization: `Bearer ${bearer}` };
    const answer = await fetch("/call/profile.current", { method: "POST", headers, body: "{}" });
    const current: Result<CallOutput<"profile.current">> = await answer.json();
    return current.ok ? current.value : null;
  });
}

/** The source as main tells it to the page: the editor draws only the lines that are in view. */
export async function sourceText(page: Page): Promise<string> {
  return (await currentView(page))?.source ?? "";
}

/** Presses Tab until the control with this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      // A part of the page has the text of all that is in it.
      const text = element?.matches("button, a") === true ? element.textContent : "";
      return `${element?.getAttribute("aria-label") ?? ""} ${text ?? ""}`;
    });
    if (name.test(focused)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No control named ${name} was reached with Tab.`);
}

/**
 * Types the first letters of what is meant in an open list. A list takes letters together that come within a second, and on a busy
 * machine keys that are pressed from outside come later than a person's would: these come at once.
 */
export async function typeAhead(page: Page, letters: string): Promise<void> {
  await page.evaluate((keys) => {
    for (const key of keys)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
  }, letters);
}
