/** A log of the Mac in the desktop app: it is read where it lies. */
import { writeFile } from "node:fs/promises";
import { expect, test } from "./support/app.ts";
import { pickFile } from "./support/pick-file.ts";

const log = [
  "2026-11-18 09:12:02 LoginUI: opened by megan@contoso.com",
  "2026-11-18 09:12:37 error_description=AADSTS50105: not assigned",
  "",
].join("\n");

test("a log is picked and read where it lies, without a profile", async ({ app }, testInfo) => {
  const path = testInfo.outputPath("jamf_login.log");
  await writeFile(path, log);
  const page = await app.page();
  await page.locator("[data-app-state=ready]").waitFor();
  await page.locator("body").press("ControlOrMeta+e");
  await page.getByRole("button", { name: "Open a log…" }).waitFor();
  await pickFile(page, "main input[type=file]:not([webkitdirectory])", path);
  await expect(page.getByRole("main")).toContainText("1 attempt. It stopped at AADSTS50105:");
  await expect(page.getByRole("main")).not.toContainText("megan");
});
