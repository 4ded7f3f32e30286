/** The whole way through the form without the mouse, and how its editors look, narrow and wide, light and dark. */
import { readFile } from "node:fs/promises";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { fixHelpUrl, seek, undoAndRedo } from "../support/profile-keyboard.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { staffFile } from "./helpers/staff-profile.ts";
import { openFile, sourceText, tabTo } from "./helpers/steps.ts";

test("keyboard alone: open, add a key, change a dictionary, undo, fix a finding, save", async ({
  app: { page },
}, info) => {
  await chooseFiles(page, () => page.keyboard.press("ControlOrMeta+o"), staffFile);
  await page.getByRole("textbox", { name: "Login app" }).waitFor();

  await seek(page, "NetworkCheck");
  await tabTo(page, /^Add Password check interval/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Password check interval" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("15");
  await page.keyboard.press("Enter");
  await expect.poll(() => sourceText(page)).toContain("<integer>15</integer>");

  await seek(page, "actions menu actions");
  await tabTo(page, /^Add Actions Add/);
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-key="Actions"] :focus')).toHaveCount(1);
  await tabTo(page, /Add a row to Actions/);
  await page.keyboard.press("Enter");
  await expect(page.locator("tr[data-item] :focus")).toHaveCount(1);
  await tabTo(page, /^All keys of Actions 1/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Add .* of Actions 1/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".list-table .dictionary :focus")).toHaveCount(1);

  await undoAndRedo(page, () => sourceText(page));
  await fixHelpUrl(page, () => sourceText(page));
  const download = page.waitForEvent("download");
  await page.keyboard.press("ControlOrMeta+s");
  const path = info.outputPath("saved.mobileconfig");
  await (await download).saveAs(path);
  const saved = await readFile(path, "utf8");
  expect(saved).toContain("<integer>15</integer>");
  expect(saved).toContain("<string>https://help.contoso.example/mac</string>");
});

test("every tab and the editor of a dictionary, in a narrow and a wide window, light and dark", async ({
  app: { page },
}) => {
  await openFile(page, staffFile);
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  for (const name of ["Identity", "Login", "Connect", "Actions", "Shares", "Other"]) {
    await page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
    for (const width of [1024, 1440]) {
      await page.setViewportSize({ width, height: 820 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await capture(page, `tab-${name.toLowerCase()}-${width}-${colorScheme}`);
      }
      // Nothing is cut off at the side.
      const isCut = await page.getByRole("tabpanel").evaluate((form) => form.scrollWidth > form.clientWidth);
      expect(isCut, `${name} at ${width}`).toBe(false);
    }
  }
  await page.setViewportSize({ width: 1024, height: 820 });
  await page.getByRole("tab", { name: /^Actions/ }).click();
  await page.getByRole("button", { name: "Add Actions" }).click();
  await page.getByRole("button", { name: "Add a row to Actions" }).click();
  await page.getByRole("button", { name: "All keys of Actions 1" }).click();
  await page.getByRole("button", { name: "Add a key to Actions 1" }).click();
  await expectBothLooks(page, "dictionary-editor");
});
