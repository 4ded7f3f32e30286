/** Conditional Access with policies that people have published: a folder of them, and what is refused beside it. */
import { open, readdir } from "node:fs/promises";
import { sampleFolder } from "../../support/samples.ts";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

const folder = sampleFolder("ca-policies");

if (folder !== null) {
  test("a folder of real policy files is one answer, and every file that is not used says why", async ({
    app: { page },
  }) => {
    const files = (await readdir(folder, { recursive: true })).filter((name) => /\.json$/i.test(name));
    expect(files.length).toBeGreaterThanOrEqual(60);
    await openFile(page, contosoFile);
    await goTo(page, "Conditional Access");
    const main = page.getByRole("main");
    await chooseFiles(page, () => main.getByRole("button", { name: "Load a folder…" }).click(), folder);
    await expect(main).toContainText(/[\d ]{2,} policies, loaded/);
    const summary = main.locator("summary", { hasText: /\d+ files: \d+ policies/ });
    await expect(summary).toContainText(new RegExp(`^${files.length} files: `));
    const policies = Number(/(\d+) policies/.exec((await summary.textContent()) ?? "")?.[1]);
    expect(policies).toBeGreaterThanOrEqual(60);
    await summary.click();
    // What is not used has a sentence of its own beside it.
    for (const refused of await main.locator("details[open] li:has(b)").all())
      expect((await refused.locator("b").textContent()) ?? "").toMatch(/\S{2,}.*\.$/);
    await expectBothLooks(page, "ca-samples");
  });
}

test("a file of 100 MB is refused with its reason, and what was loaded stays", async ({
  app: { page },
}, testInfo) => {
  await openFile(page, contosoFile);
  await goTo(page, "Conditional Access");
  const main = page.getByRole("main");
  const policy = {
    displayName: "CA001 MFA",
    state: "enabled",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  };
  await chooseFiles(page, () => main.getByRole("button", { name: "Load files…" }).first().click(), {
    name: "one.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(policy)),
  });
  await expect(main).toContainText("1 policy, loaded");
  const huge = testInfo.outputPath("huge.json");
  const handle = await open(huge, "w");
  await handle.truncate(100_000_000);
  await handle.close();
  await main.getByRole("button", { name: "More ways to load" }).click();
  await chooseFiles(page, () => page.getByRole("button", { name: "Add files…" }).click(), huge);
  await expect(page.getByRole("alert").filter({ hasText: "huge.json" })).toBeVisible();
  await expect(main).toContainText("1 policy, loaded");
});
