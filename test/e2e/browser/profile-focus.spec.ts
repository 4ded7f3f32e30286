/** After every press of the form the focus is on what comes next, and nowhere it has to be looked for. By keyboard alone. */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { staffFile } from "./helpers/staff-profile.ts";
import { contosoFile, openFile } from "./helpers/steps.ts";

const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name });

/** Presses a control by keyboard. */
async function press(
  page: Page,
  name: string | RegExp,
  role: "button" | "textbox" = "button",
): Promise<void> {
  await page.getByRole(role, { name, exact: typeof name === "string" }).press("Enter");
}

const focused = (page: Page, name: string | RegExp, role: "button" | "textbox" = "button") =>
  expect(page.getByRole(role, { name, exact: typeof name === "string" })).toBeFocused();

test("the focus goes on when a key is removed and added, wherever its row goes", async ({
  app: { page },
}) => {
  await openFile(page, staffFile);
  await press(page, "Remove Login app");
  await focused(page, "Login app", "textbox");
  await tab(page, /^Login/).click();
  await press(page, "Remove Help page");
  await focused(page, "Add Help page");
  await page.keyboard.press("Enter");
  await focused(page, "Help page", "textbox");
  // Under another heading than before.
  const others = page.getByRole("region", { name: "For other providers" });
  const add = others.getByRole("button", { name: /^Add / }).first();
  const title = ((await add.getAttribute("aria-label")) ?? "").replace("Add ", "");
  await add.press("Enter");
  await expect(
    page
      .locator(".key-row", { has: page.getByRole("button", { name: `Remove ${title}`, exact: true }) })
      .locator(":focus"),
  ).toHaveCount(1);
});

test("the focus goes on in tables, lists, secrets and values of one's own", async ({ app: { page } }) => {
  await openFile(page, staffFile);
  await tab(page, /^Connect/).click();
  const table = page.getByRole("table", { name: "Roles" });
  await page.getByRole("button", { name: "Add a row to Roles" }).press("Enter");
  await focused(page, "Role of Roles 3", "textbox");
  await press(page, "Remove Roles 3");
  await expect(table.getByRole("button", { name: "Remove Roles 2" })).toBeFocused();
  await press(page, "Remove Roles 1");
  // The row that has come up is in the place of the one that has gone.
  await expect(table.getByRole("button", { name: "Remove Roles 1" })).toBeFocused();
  await expect(table.getByRole("textbox", { name: "Role of Roles 1", exact: true })).toHaveValue("Helpdesk");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveCount(1);
  await expect(page.locator("body:focus, main:focus")).toHaveCount(0);

  await tab(page, /^Identity/).click();
  const secret = page.locator('[data-key="OIDCClientSecret"]').getByRole("button", { name: /^Replace/ });
  await secret.press("Enter");
  await page.keyboard.type("canary");
  await page.keyboard.press("Enter");
  await expect(secret).toBeFocused();
  const popup = page.locator('[data-field="provider"] .popup');
  await popup.press("Enter");
  await page.getByRole("option", { name: "Another value…" }).press("Enter");
  await focused(page, "Provider", "textbox");
  await press(page, "Choose from the list");
  await expect(popup).toBeFocused();
});

test("the focus goes on when a fix was applied and taken back, beside the key and in the list", async ({
  app: { page },
}) => {
  await openFile(page, staffFile);
  await tab(page, /^Login/).click();
  await page
    .locator(".profile-form article")
    .getByRole("button", { name: /Take it out/ })
    .first()
    .press("Enter");
  await expect(page.locator("body:focus, main:focus")).toHaveCount(0);
  await expect(page.locator(":focus")).toHaveCount(1);
  const rows = page.getByRole("region", { name: "Findings" }).getByRole("listitem");
  await rows.locator(".finding-actions button:not(.why-button)").first().press("Enter");
  await expect(page.locator("body:focus, main:focus")).toHaveCount(0);
  await expect(page.locator(":focus")).toHaveCount(1);
});

test("a field of several lines keeps the focus while it becomes one of one line", async ({
  app: { page },
}) => {
  const text =
    '<plist version="1.0"><dict><key>OIDCProvider</key><string>EntraID</string><key>LoginWindowMessage</key><string>one\ntwo</string></dict></plist>';
  await openFile(page, {
    name: "com.jamf.connect.login.plist",
    mimeType: "application/xml",
    buffer: Buffer.from(text),
  });
  await tab(page, /^Login/).click();
  const field = page.getByRole("textbox", { name: "Message", exact: true });
  await field.press("ControlOrMeta+a");
  await page.keyboard.type("three four");
  await expect(field).toHaveValue("three four");
  await expect(field).toBeFocused();
});

test("a shared value that is not set is a quiet row; its press opens the field and goes into it", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  const row = page.locator('[data-field="redirect-uri"]');
  await expect(row).toContainText("Default: https://127.0.0.1/jamfconnect");
  await expect(page.getByRole("textbox", { name: "Redirect URI" })).toHaveCount(0);
  await press(page, "Add Redirect URI");
  await focused(page, "Redirect URI", "textbox");
  await page.keyboard.type("https://127.0.0.1/jamfconnect");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("goes to com.jamf.connect.login › OIDCRedirectURI");
  await press(page, "Set Check secret");
  await expect(page.locator('[data-field="check-secret"] input:focus')).toHaveCount(1);
  await page.keyboard.press("Escape");
  await focused(page, "Set Check secret");
});
