/**
 * The form of the profile: every key of the catalogue, values that do not fit, editors for lists and dictionaries, secrets, what
 * cannot be seen, search, several fixes at once. By keyboard where a person would.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { staffFile as file } from "./helpers/staff-profile.ts";
import { openFile, sourceText, tabTo } from "./helpers/steps.ts";

const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name });

test("a value that does not fit stays in its field, is announced, and the file keeps what it had", async ({
  app: { page },
}) => {
  await openFile(page, file);
  await tab(page, /^Connect/).click();
  const unset = page.locator('[data-unset="PasswordPolicies.NetworkCheck"]');
  await expect(unset).toContainText("Default: 60 minutes");
  await unset.getByRole("button", { name: "Add Password check interval" }).click();
  const field = page.getByRole("textbox", { name: "Password check interval" });
  await expect(field).toBeFocused();
  await expect.poll(() => sourceText(page)).toContain("<integer>60</integer>");
  const misfits = [
    ["abc", "A whole number is needed"],
    ["1.5", "A whole number is needed"],
    ["", "A whole number is needed"],
    ["12345678901234567890", "too large"],
    ["-5", "0 or more"],
  ] as const;
  for (const [text, problem] of misfits) {
    await field.fill(text);
    await field.press("Enter");
    const alert = page.getByRole("alert").filter({ hasText: "The file keeps 60 until then." });
    await expect(alert).toContainText(problem);
    await expect(field).toHaveAccessibleDescription(new RegExp(problem));
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue(text);
    expect(await sourceText(page)).toContain("<integer>60</integer>");
    // Esc ends each, so that the next one is not taken for it.
    await field.press("Escape");
    await expect(field).toHaveAttribute("aria-invalid", "false");
    await expect(field).toHaveValue("60");
  }
  await field.fill("abc");
  await expect(page.getByRole("alert").filter({ hasText: "A whole number is needed" })).toContainText(
    "The file keeps 60 until then.",
  );
  const row = page.getByRole("region", { name: "Findings" }).getByRole("listitem").first();
  await expect(row).toContainText("“abc” stays in the field, 60 stays in the file.");
  await expectBothLooks(page, "profile-misfit");
  await tab(page, /^Login/).click();
  await tab(page, /^Connect/).click();
  await expect(field).toHaveValue("abc");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await row.getByRole("button", { name: "Put 60 back" }).click();
  await expect(field).toHaveValue("60");
  await expect(field).toHaveAttribute("aria-invalid", "false");
  await page
    .locator('[data-key="PasswordPolicies.NetworkCheck"]')
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect(unset).toBeVisible();
  await expect.poll(() => sourceText(page)).not.toContain("NetworkCheck");
});

test("keyboard alone: search and add a key, change a list of dictionaries, undo, apply several fixes as one change", async ({
  app: { page },
}) => {
  await openFile(page, file);
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  await page.locator("body").press("ControlOrMeta+f");
  await page.keyboard.type("actions menu actions");
  await tabTo(page, /^Add Actions Add/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Actions" })).toBeVisible();
  await expect.poll(() => sourceText(page)).toContain("<string>com.jamf.connect.actions</string>");
  await page.locator("body").press("ControlOrMeta+f");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("UserPromotionRole");
  await tabTo(page, /^Duration for the role of Roles 2/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("45");
  await page.keyboard.press("Enter");
  await expect.poll(() => sourceText(page)).toContain("<integer>45</integer>");
  await expect(page.getByRole("textbox", { name: "Role of Roles 3", exact: true })).toBeFocused();
  await page.keyboard.type("Auditor");
  await page.keyboard.press("Tab");
  await expect.poll(() => sourceText(page)).toContain("<string>Auditor</string>");
  for (const width of [1024, 1280]) {
    await page.setViewportSize({ width, height: 820 });
    await capture(page, `profile-table-${width}`);
  }
  await tab(page, /^Connect/).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => sourceText(page)).not.toContain("Auditor");

  const before = await sourceText(page);
  await tabTo(page, /Preview \d+ fixes…/);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Fixes" });
  await expect(dialog).toContainText("Take it out");
  await expectBothLooks(page, "profile-fixes");
  await tabTo(page, /Apply \d+ fixes/);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: /fixes applied/ })).toBeVisible();
  await expect.poll(() => sourceText(page)).toContain("<string>https://help.contoso.example/mac</string>");
  await page.locator("body").press("ControlOrMeta+z");
  await expect.poll(() => sourceText(page)).toBe(before);
});

test("5,000 keys that nobody knows and a value of 10,000 characters open, and rows are laid out when they come near", async ({
  app: { page },
}) => {
  const keys = Array.from({ length: 5000 }, (_, index) => `<key>Own${index}</key><string>v${index}</string>`);
  const text = `<plist version="1.0"><dict><key>OIDCProvider</key><string>EntraID</string><key>LoginWindowMessage</key><string>${"x".repeat(10_000)}</string>${keys.join("")}</dict></plist>`;
  await openFile(page, {
    name: "com.jamf.connect.login.plist",
    mimeType: "application/xml",
    buffer: Buffer.from(text),
  });
  await tab(page, /^Login/).click();
  await expect(page.getByRole("textbox", { name: "Message", exact: true })).toHaveValue("x".repeat(10_000));
  await expect(tab(page, /^Login/)).toContainText("5,001 of");
  expect(await page.locator("[data-key]").count()).toBeLessThan(500);
  await page.getByRole("tabpanel").evaluate((form) => form.scrollTo(0, form.scrollHeight));
  await page.getByRole("searchbox").fill("Own4999");
  const last = page.locator('[data-key="Own4999"]').getByRole("textbox");
  await last.fill("changed");
  await last.press("Enter");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeEnabled();
});

/** Everything that the page shows, holds in fields, or was ever told by main. */
async function everythingOnPage(page: Page): Promise<string> {
  const shown = await page.evaluate(() => {
    const parts: string[] = [];
    const walk = (root: Document | ShadowRoot) => {
      parts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll("*")) {
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
          parts.push(element.value);
        if (element.shadowRoot !== null) walk(element.shadowRoot);
      }
    };
    walk(document);
    return parts.join("\n");
  });
  return shown + (await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })));
}

test("attack: secrets are set, replaced and removed, and none of them is ever on the page", async ({
  app: { page },
}, info) => {
  const told: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => told.push(String(payload))));
  page.on("response", async (answer) => told.push(await answer.text().catch(() => "")));
  await page.reload();
  await openFile(page, file);
  const row = page.locator('[data-key="OIDCClientSecret"]');
  await expect(row).toContainText("stored");
  await row.getByRole("button", { name: /^Replace/ }).click();
  await page.keyboard.type("canary-typed");
  await page.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: /^Replace/ })).toBeFocused();
  // One that is typed and left is stored like what is typed anywhere else.
  await page.getByRole("button", { name: "Set Check secret" }).click();
  await page.keyboard.type("canary-new");
  await page.getByRole("tab", { name: /^Login/ }).click();
  await page.getByRole("tab", { name: /^Identity/ }).click();
  await expect(page.getByRole("button", { name: "Replace Check secret" })).toBeVisible();
  const all = (await everythingOnPage(page)) + told.join("\n");
  expect(all).toContain("OIDCClientSecret");
  expect(all).not.toContain("canary");

  const download = page.waitForEvent("download");
  await page.locator("body").press("ControlOrMeta+s");
  const path = info.outputPath("saved.mobileconfig");
  await (await download).saveAs(path);
  const saved = await readFile(path, "utf8");
  expect(saved).toContain("<string>canary-typed</string>");
  expect(saved).toContain("<string>canary-new</string>");
  expect(saved).not.toContain("canary-of-the-file");

  await row.getByRole("button", { name: /^Remove/ }).click();
  await expect(row).toBeHidden();
  await expect(page.locator('[data-unset="OIDCClientSecret"]')).toBeVisible();
});

test("a license is imported from its file, and only for whom, how many and until when is shown", async ({
  app: { page },
}) => {
  await openFile(page, file);
  const text =
    '<plist version="1.0"><dict><key>Name</key><string>Contoso</string><key>LicenseKey</key><string>canary-key</string><key>NumberOfClients</key><integer>250</integer><key>ExpirationDate</key><string>2031-01-31</string></dict></plist>';
  await page.locator('input[type="file"][aria-label="File for License"]').setInputFiles({
    name: "Contoso.jamfconnectlicense",
    mimeType: "application/xml",
    buffer: Buffer.from(text),
  });
  await expect(page.locator('[data-field="license"]')).toContainText("Contoso, 250 Macs, until 2031-01-31");
  expect(await page.content()).not.toContain("canary-key");
});

test("what cannot be seen is shown and taken out by a press; a name with markup is text; help moves no field", async ({
  app: { page },
}) => {
  await openFile(page, file);
  await tab(page, /^Login/).click();
  const help = page.locator('[data-key="HelpURL"]');
  await expect(help).toContainText("blanks or line breaks at its ends");
  await expect(help.locator(".unseen-mark").first()).toHaveAttribute("title", "A blank");
  const own = page.locator(".key-row", { hasText: "not in the catalogue" });
  await expect(own).toContainText("name <b>");
  await expect(own.getByRole("textbox")).toHaveValue("<img src=x>");
  const height = () => page.getByRole("tabpanel").evaluate((form) => form.scrollHeight);
  const before = await height();
  await help.getByRole("button", { name: "About Help page" }).click();
  const dialog = page.getByRole("dialog", { name: "Help page" });
  await expect(dialog).toContainText("com.jamf.connect.login › HelpURL");
  await expect(dialog).toContainText("documented");
  expect(await height()).toBe(before);
  await expectBothLooks(page, "profile-help");
  await page.keyboard.press("Escape");
  await help.getByRole("button", { name: "Take it out" }).click();
  await expect.poll(() => sourceText(page)).toContain("<string>https://help.contoso.example/mac</string>");
});
