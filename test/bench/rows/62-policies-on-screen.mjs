import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importBundled } from "../support/bundle.mjs";
import { longestTaskOf } from "../support/page-tasks.mjs";
import { policy } from "../support/policies.mjs";
import { missingBuild } from "../support/product.mjs";

/** The longest task of the page's main thread while 500 policies are on screen. */
export const rows = [
  {
    what: "longest task while 500 policies are filtered, sign by sign",
    aim: { ms: 100 },
    missing: missingBuild,
    measure: () =>
      longestTaskOf(openPolicies, async (page) => {
        await page.getByRole("searchbox", { name: "Search policies" }).focus();
        await page.keyboard.type("1");
        await page.keyboard.press("Backspace");
      }),
  },
  {
    what: "the same while policies are switched off and on: a new answer for all of them",
    aim: { ms: 100 },
    missing: missingBuild,
    measure: () =>
      longestTaskOf(openPolicies, async (page) => {
        // The first that is in view: which that is follows from what the policies do to the sign-ins.
        await page.getByRole("checkbox", { name: /^On: / }).first().focus();
        await page.keyboard.press("Space");
      }),
  },
];

async function openPolicies(page, url) {
  const { chooseFiles } = await importBundled("test/e2e/support/file-chooser.ts");
  await page.goto(url);
  const start = page.getByRole("navigation", { name: "Start" });
  const profile = readFileSync(join(import.meta.dirname, "../../fixtures/profiles/contoso.mobileconfig"));
  await chooseFiles(page, () => start.getByRole("button", { name: /Open a profile/ }).click(), {
    name: "contoso.mobileconfig",
    mimeType: "application/xml",
    buffer: profile,
  });
  await page
    .getByRole("link", { name: "Conditional Access" })
    .or(page.getByRole("button", { name: "Conditional Access" }))
    .first()
    .click();
  const load = page.getByRole("main").getByRole("button", { name: "Load policies…" }).first();
  const policies = Buffer.from(JSON.stringify(Array.from({ length: 500 }, (_, index) => policy(index))));
  await chooseFiles(page, () => load.click(), {
    name: "policies.json",
    mimeType: "application/json",
    buffer: policies,
  });
  await page.getByRole("grid", { name: "Policies by sign-ins" }).getByRole("row").nth(5).waitFor();
}
