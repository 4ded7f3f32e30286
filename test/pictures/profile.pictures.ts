/** Start, the editor, Export and what opens over them. */
import { readFile } from "node:fs/promises";
import { expect } from "playwright/test";
import { contosoFile, goTo } from "../e2e/browser/helpers/steps.ts";
import { chooseFiles } from "../e2e/support/file-chooser.ts";
import { signedFile } from "../support/signed-file.ts";
import { test } from "./app.ts";
import { take, wide } from "./take.ts";

test("start", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await page.locator("#scenarios").getByRole("listitem").first().waitFor();
  await take(pictured, "start");
  await page.getByRole("button", { name: /^Show all/ }).click();
  await page.locator("#scenarios").evaluate((scenarios) => scenarios.scrollIntoView());
  await page.locator("#scenarios").getByRole("listitem").nth(1).hover();
  await take(pictured, "start-scenarios");
  const signed = await signedFile(await readFile(contosoFile, "utf8"));
  const nav = page.getByRole("navigation", { name: "Start" });
  await nav.getByRole("button", { name: /signatures/ }).click();
  await chooseFiles(
    page,
    () => page.getByRole("button", { name: "Signed profiles: choose files" }).click(),
    await pictured.file("staff-signed.mobileconfig", signed),
  );
  await page
    .getByRole("dialog")
    .getByRole("heading", { name: /^The signature/ })
    .waitFor();
  await take(pictured, "start-signatures");
  await page.keyboard.press("Escape");
  await pictured.open(await pictured.file("cut.mobileconfig", "<plist><dict>\n<key>"));
  await page.getByRole("alert").waitFor();
  await take(pictured, "start-refused-file");
});

test("profile", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await pictured.open(contosoFile);
  await goTo(page, "Profile");
  await page.getByRole("tab", { name: /^Identity/ }).waitFor();
  await take(pictured, "profile-identity");
  await page.getByRole("tab", { name: /^Login/ }).click();
  await take(pictured, "profile-login");
  await page.getByRole("tab", { name: /^Connect/ }).click();
  await take(pictured, "profile-connect");
  await page.getByRole("radio", { name: "Source" }).click({ force: true });
  await page.locator(".cm-content").waitFor();
  await take(pictured, "profile-source");
  await page.getByRole("radio", { name: "Split" }).click({ force: true });
  // Split shows in the source what has the focus in the form.
  await page.getByRole("tab", { name: /^Connect/ }).click();
  await page.getByRole("textbox", { name: "Password check interval" }).focus();
  await take(pictured, "profile-split", { keepsFocus: true });
});

test("export and set up without policies", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await pictured.open(contosoFile);
  await goTo(page, "Export");
  for (const [title, name] of [
    ["Jamf Pro, locked", "signed"],
    ["Jamf Pro, editable", "unsigned"],
    ["Jamf Pro API", "jamf-pro"],
    ["Plist per domain", "plist"],
    ["A Mac by hand", "mac"],
  ] as const) {
    const route = page.locator(".route", { hasText: title });
    await route.first().click();
    await page.locator(".route[data-selected]", { hasText: title }).waitFor();
    await expect(page.locator(".export-building")).toHaveCount(0);
    await take(pictured, `export-${name}`);
  }
  await goTo(page, "Set up");
  await page.getByRole("grid", { name: "Recipes A to E" }).waitFor();
  await take(pictured, "set-up-without-policies");
  await goTo(page, "Conditional Access");
  await page.getByRole("heading", { level: 1, name: "Conditional Access" }).waitFor();
  await take(pictured, "ca-empty");
  await goTo(page, "Test");
  await page.getByRole("heading", { level: 1, name: "Test" }).waitFor();
  await take(pictured, "test-empty");
});
