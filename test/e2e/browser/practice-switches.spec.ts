/** The switches of the practice tenant: what they change, what differs from the scenario, how to go back. */
import type { Locator, Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

/** Opens the switches through the button that says whether any was changed. */
async function openSwitches(page: Page): Promise<Locator> {
  await page
    .locator(".practice-switch")
    .getByRole("button", { name: /^(Switches|\d+ changed)/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Switches", exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function choose(dialog: Locator, label: RegExp | string, option: string): Promise<void> {
  await dialog.getByRole("button", { name: label }).click();
  await dialog.page().getByRole("option", { name: option }).click();
}

const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });

test("turning a policy off changes what the next password check meets", async ({ app: { page } }) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  const dialog = await openSwitches(page);
  await expect(dialog.getByRole("heading", { level: 3 })).toHaveText([
    "Policies",
    "MFA without a policy",
    "The Mac and the place",
    "Accounts",
    "App registration",
    "The service",
  ]);
  await choose(dialog, /State of CA001/, "Off");
  await dialog.getByRole("button", { name: "Done" }).click();
  await runCheck(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "succeeded");
});

test("what differs from the scenario is marked and counted, and one press puts it back", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  const dialog = await openSwitches(page);
  const reset = dialog.getByRole("button", { name: "Reset to the scenario" });
  await expect(reset).toBeDisabled();
  await expect(dialog.locator(".switch-differs")).toHaveCount(0);

  const robin = dialog.getByRole("group", { name: "robin@contoso.example" });
  await robin.getByText("Account enabled").click();
  await choose(dialog, /State of CA001/, "Report only");
  const row = dialog.locator(".switch-row", { hasText: "CA001" });
  await expect(row).toContainText("Scenario: on");
  await expect(dialog.locator(".switch-differs")).toHaveCount(2);
  await expect(dialog.getByRole("status")).toHaveText("2 switches differ from the scenario");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.locator(".practice-switch").getByRole("button", { name: /^2 changed/ })).toBeVisible();
  await expect(page.locator(".banner-practice")).toContainText("2 switches were changed");
  await capture(page, "practice-changed");

  await runCheck(page);
  await expect(verdict(page)).toContainText("AADSTS50057");

  await openSwitches(page);
  await reset.click();
  await expect(dialog.locator(".switch-differs")).toHaveCount(0);
  await expect(reset).toBeDisabled();
  await dialog.getByRole("button", { name: "Done" }).click();
  await runCheck(page);
  await expect(verdict(page)).toContainText("AADSTS50076");
});

test("an account that is locked out says so in the menu, and its check meets the lock-out", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  await pickAccount(page);
  const dialog = await openSwitches(page);
  await dialog.getByRole("group", { name: "robin@contoso.example" }).getByText("Locked out").click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Pick a practice account" }).click();
  await expect(page.getByRole("menuitem").first()).toContainText("Locked out");
  await page.keyboard.press("Escape");
  await runCheck(page);
  await expect(verdict(page)).toContainText("AADSTS50053");
});

test("the place and the country are offered where the tenant has them", async ({ app: { page } }) => {
  await startScenario(page, /Blocked country/);
  await pickAccount(page);
  const dialog = await openSwitches(page);
  await expect(dialog.getByRole("button", { name: /Place/ })).toHaveCount(0);
  const country = dialog.getByLabel("Country, two letters");
  await expect(country).toHaveValue("US");
  await country.fill("4");
  await expect(country).toHaveValue("");
  await expect(dialog.locator(".switch-differs")).toHaveCount(0);
  await country.fill("at");
  await expect(country).toHaveValue("AT");
  await expect(dialog.locator(".switch-row", { hasText: "Country" })).toContainText("Scenario: US");
  await dialog.getByRole("button", { name: "Done" }).click();
  await runCheck(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "succeeded");

  await page.getByRole("button", { name: /Practice scenario/ }).click();
  await page.getByRole("option", { name: /^Blocked location/ }).click();
  await openSwitches(page);
  await expect(country).toHaveCount(0);
  await choose(dialog, /Place/, "Head office");
  await dialog.getByRole("button", { name: "Done" }).click();
  await runCheck(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "succeeded");
});

test("the switches fit the smallest window and are accessible", async ({ app: { page } }) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await startScenario(page, /Blocked location/);
  const dialog = await openSwitches(page);
  await choose(dialog, /State of CA008/, "Off");
  await dialog.getByText("Security defaults").click();
  await expect(dialog.locator(".switch-differs")).toHaveCount(2);
  await expectBothLooks(page, "practice-switches");

  await dialog.getByRole("heading", { name: "The service" }).scrollIntoViewIfNeeded();
  for (const part of [
    dialog.getByRole("heading", { level: 2 }),
    dialog.getByRole("button", { name: "Done" }),
  ])
    await expect(part).toBeInViewport({ ratio: 1 });
  const outside = await dialog.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const body = element.querySelector(".dialog-scroll");
    const wide = body === null || body.scrollWidth > body.clientWidth;
    return top < 0 || left < 0 || bottom > window.innerHeight || right > window.innerWidth || wide;
  });
  expect(outside).toBe(false);
  await capture(page, "practice-switches-end");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeInViewport({ ratio: 1 });
  await capture(page, "practice-changed-1024");
});

test("the keyboard alone opens the switches, changes one and closes them", async ({ app: { page } }) => {
  await startScenario(page, /No MFA/);
  const opener = page.locator(".practice-switch").getByRole("button", { name: "Switches…" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Switches", exact: true });
  await dialog.getByRole("switch", { name: "Security defaults" }).focus();
  await page.keyboard.press("Space");
  await expect(dialog.getByRole("status")).toHaveText("1 switch differs from the scenario");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^1 changed/ })).toBeFocused();
});
