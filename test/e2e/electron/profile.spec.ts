/** The Profile screen of the desktop app: by keyboard alone to a saved file, and its source, with nothing against the page's policy. */
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "playwright";
import type { Latchkey } from "../../../preload/contract.ts";
import { axeFaults } from "../../support/axe-faults.ts";
import { staffProfile } from "../browser/helpers/staff-profile.ts";
import { tabTo } from "../browser/helpers/steps.ts";
import { fixHelpUrl, seek, undoAndRedo } from "../support/profile-keyboard.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

declare const latchkey: Latchkey;

/** The app with a profile of its own, its page, and what Chromium says against the page. */
async function openStaff(
  launch: (options: { args: readonly string[] }) => Promise<RunningApp>,
  path: string,
) {
  await writeFile(path, staffProfile);
  const app = await launch({ args: [path] });
  const page = await app.page();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  return { app, page, complaints };
}

/** The source of the open profile as main tells it to the page. */
function source(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const current = await latchkey.call("profile.current", {});
    return current.ok ? (current.value?.source ?? "") : "";
  });
}

test("keyboard alone: add a key, change a dictionary, undo, fix a finding, save the file", async ({
  launch,
}, info) => {
  const path = info.outputPath("staff.mobileconfig");
  const { page, complaints } = await openStaff(launch, path);

  await seek(page, "NetworkCheck");
  await tabTo(page, /^Add Password check interval/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Password check interval" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("15");
  await page.keyboard.press("Enter");
  await expect.poll(() => source(page)).toContain("<integer>15</integer>");

  await seek(page, "actions menu actions");
  await tabTo(page, /^Add Actions Add/);
  await page.keyboard.press("Enter");
  await tabTo(page, /Add a row to Actions/);
  await page.keyboard.press("Enter");
  await expect(page.locator("tr[data-item] :focus")).toHaveCount(1);
  expect(await axeFaults(page)).toEqual([]);

  await undoAndRedo(page, () => source(page));
  await fixHelpUrl(page, () => source(page));
  await page.keyboard.press("ControlOrMeta+s");
  await expect.poll(() => readFile(path, "utf8")).toContain("<integer>15</integer>");
  const saved = await readFile(path, "utf8");
  expect(saved).toContain("<string>https://help.contoso.example/mac</string>");
  expect(saved).toContain("<string>canary-of-the-file</string>");
  expect(complaints).toEqual([]);
});

test("attack: the source shows a mark in place of a secret, keeps an error while the form stays, and is asked about before the window closes", async ({
  launch,
}, info) => {
  const path = info.outputPath("staff.mobileconfig");
  const { app, page, complaints } = await openStaff(launch, path);
  const editor = page.getByRole("textbox", { name: "Source text" });
  await expect(editor).not.toContainText("canary-of-the-file");
  await editor.locator(".cm-line", { hasText: "OIDCTenant" }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type("<");
  await expect(page.getByText("The source holds an error in line")).toBeVisible();
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Login app" })).not.toHaveValue("");
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain("canary-of-the-file");

  void app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  const question = page.getByRole("alertdialog", { name: /^Save the changes to/ });
  await question.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.getByText("The source holds an error in line")).toBeVisible();
  expect(await readFile(path, "utf8")).toBe(staffProfile);
  expect(complaints).toEqual([]);
});
