/** Every domain in one go, and the lines of the source that are not as in the file. */
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

test("all domains leave in one archive under the names that were shown", async ({ app: { page } }, info) => {
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await page.locator(".route", { hasText: "Plist per domain" }).click();
  await page.getByRole("button", { name: "Domain to write" }).click();
  await page.getByRole("option", { name: "Each of 3 domains, in one go" }).click();
  const names = page.locator(".export-names code");
  await expect(names).toContainText("com.jamf.connect.login.plist");
  const shown = (await names.textContent())?.split(", ");
  await expectBothLooks(page, "export-each");
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectBothLooks(page, "export-each-1024");
  const button = "Download 3 property lists";
  const started = page.waitForEvent("download");
  await page.locator(".tool-bar").getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Contoso Jamf Connect");
  await dialog.getByRole("button", { name: button }).click();
  const path = info.outputPath("plists.zip");
  await (await started).saveAs(path);
  const files = unzipSync(await readFile(path));
  expect(shown).toHaveLength(3);
  expect(Object.keys(files)).toEqual(shown);
  await expect(page.getByRole("heading", { name: "Downloaded: contoso-plists.zip" })).toBeVisible();
});

test("what is another than in the file is marked line by line, by sign and by word", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  const field = page.getByRole("textbox", { name: "Login app" });
  await field.fill("99999999-9999-9999-9999-999999999999");
  await field.press("Enter");
  await goTo(page, "Export");
  await page.locator(".segment").getByText("Changes").click();
  const changes = page.getByRole("region", { name: "Changes" });
  const lines = changes.getByRole("listitem");
  const added = lines.filter({ hasText: "added: " });
  await expect(added.first()).toContainText("+");
  await expect(added.first()).toContainText("<string>99999999-9999-9999-9999-999999999999</string>");
  await expect(lines.filter({ hasText: "removed: " }).first()).toContainText("−");
  await expectBothLooks(page, "export-lines");
});
