import { importBundled } from "../support/bundle.mjs";
import { asXml, fullProfile } from "../support/full-profile.mjs";
import { longestTaskOf } from "../support/page-tasks.mjs";
import { missingBuild } from "../support/product.mjs";

/**
 * The longest task of the page's main thread, from the browser's own trace: while a person types in a field, sign by sign, and where
 * each stroke is stored at once, with the new view and its findings that come back.
 */
export const rows = [
  {
    what: "longest task after a key stroke in a 120-key profile with findings",
    aim: { ms: 50 },
    missing: missingBuild,
    measure: () => longestTaskOf(openProfile, async (page) => page.keyboard.type("x")),
  },
  {
    what: "the same where the stroke is stored: a new view, its findings",
    aim: { ms: 50 },
    missing: missingBuild,
    measure: () =>
      longestTaskOf(openProfile, async (page) => {
        await page.keyboard.type("x");
        await page.keyboard.press("Enter");
      }),
  },
];

async function openProfile(page, url) {
  const { chooseFiles } = await importBundled("test/e2e/support/file-chooser.ts");
  await page.goto(url);
  const start = page.getByRole("navigation", { name: "Start" });
  await chooseFiles(page, () => start.getByRole("button", { name: /Open a profile/ }).click(), {
    name: "full.mobileconfig",
    mimeType: "application/xml",
    buffer: Buffer.from(asXml(fullProfile(120))),
  });
  await page.getByRole("tab", { name: /^Login/ }).click();
  await page.getByRole("region", { name: "Findings" }).getByRole("listitem").first().waitFor();
  const field = page.locator(".profile-form .key-row .typed:not(.typed-number) input").first();
  await field.focus();
  await field.press("End");
}
