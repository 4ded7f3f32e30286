/** What is found in a profile: why, on demand, and once more before it is exported. */
import { readFile } from "node:fs/promises";
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

test("a finding says why, how certain that is, its source and an example; the Export screen lists it before anything is written", async ({
  app: { page },
}) => {
  const text = (await readFile(contosoFile, "utf8")).replace(
    /(<key>OIDCClientID<\/key>\s*<string>)[^<]*/,
    "$1not a guid",
  );
  await openFile(page, {
    name: "odd.mobileconfig",
    mimeType: "application/xml",
    buffer: Buffer.from(text),
  });
  const findings = page.getByRole("region", { name: "Findings", exact: true });
  const row = findings
    .getByRole("listitem")
    .filter({ hasText: "OIDCClientID is not the id of an app registration" })
    .first();
  const why = row.getByRole("button", { name: /^Why\?/ });
  await why.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Documented: it stands in the source below.");
  await expect(dialog.getByRole("link")).toHaveAttribute("href", /^https:\/\/learn\.microsoft\.com\//);
  await expect(dialog).toContainText("<key>OIDCClientID</key>");
  await expect(dialog).toContainText("not-a-guid");
  await expectBothLooks(page, "why");
  await page.keyboard.press("Escape");
  await expect(why).toBeFocused();

  await goTo(page, "Export");
  const open = page.getByRole("region", { name: "Verdict" });
  await expect(open).toContainText(/Not ready: \d+ errors, and no certificate is chosen\./);
  await expect(open.getByRole("article").first()).toContainText(
    "OIDCClientID is not the id of an app registration",
  );
  await expect(open.getByRole("article").first().getByRole("button")).toHaveCount(2);
  // What can keep people out is to be had, and does not invite: the one filled button mends the first error.
  await expect(open.getByRole("article").first().locator(".button-primary")).toHaveCount(1);
  await expect(page.locator(".button-primary")).toHaveCount(1);
  await expect(open.getByRole("article").filter({ hasText: "Warning:" })).toHaveCount(0);
  await expectBothLooks(page, "export-findings");
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectBothLooks(page, "export-findings-1024");
  await open.getByRole("button", { name: /^Show \d+ warnings? in the profile$/ }).click();
  await expect(open.getByRole("article").filter({ hasText: "Warning:" })).not.toHaveCount(0);
  await expectBothLooks(page, "export-findings-all-1024");
});
