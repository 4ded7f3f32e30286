/** The route over Jamf Pro's API, against a practice Jamf Pro: create, change, update, unchanged. */
import type { Page } from "playwright";
import { startPracticeJamfPro } from "../../../main/practice-jamf-pro/index.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

async function openRoute(page: Page): Promise<void> {
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await page.locator(".route", { hasText: "Jamf Pro API" }).click();
}

async function deliver(page: Page, button: RegExp): Promise<void> {
  await page.locator(".tool-bar").getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  const name = dialog.getByRole("textbox");
  if ((await name.count()) > 0) {
    const label = await dialog.locator(".field-label").innerText();
    await name.fill(label.replace(/^.*confirm: /, ""));
  }
  await dialog.getByRole("button", { name: /^(Create|Update) profile/ }).click();
}

test("a newcomer without a server sees create, change, update and unchanged", async ({ app: { page } }) => {
  await openRoute(page);
  const needs = page.getByRole("complementary", { name: "Before you sign in" });
  const address = page.getByLabel("Jamf Pro address, or Jamf Platform gateway");
  await address.fill("https://eu.api.jamfcloud.com");
  await expect(needs).toContainText("configuration-profiles:update");
  await address.fill("");
  await expect(needs).toContainText("Update macOS Configuration Profiles");
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Not ready: 1 error.");
  await expectNoAxeFault(page);
  await capture(page, "export-jamf-pro-sign-in");
  await page.getByRole("button", { name: "Try it on a practice Jamf Pro" }).click();
  await expect(page.getByRole("heading", { name: /^Creates “/ })).toBeVisible();
  await expect(page.locator(".tool-bar")).toContainText("Practice");
  await expect(page.getByText("OIDCTenant").first()).toBeVisible();
  await expectBothLooks(page, "export-jamf-pro-create");
  await page.setViewportSize({ width: 1024, height: 700 });
  await capture(page, "export-jamf-pro-create-1024");
  await expectNoAxeFault(page, "structure");
  await page.setViewportSize({ width: 1280, height: 820 });
  await deliver(page, /^Create profile/);
  await expect(page.getByRole("heading", { name: /^Created “.*Nothing is unexplained/ })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Delivery in detail" })).toContainText(
    "Read back and compared",
  );
  await capture(page, "export-jamf-pro-created");

  await goTo(page, "Profile");
  const field = page.getByRole("textbox", { name: "Login app" });
  await field.fill("99999999-9999-9999-9999-999999999999");
  await field.press("Enter");
  await goTo(page, "Export");
  await expect(page.getByRole("heading", { name: /^Updates “.*in place/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "What changes" })).toContainText("OIDCClientID");
  await capture(page, "export-jamf-pro-update");
  await deliver(page, /^Update profile 3/);
  await expect(page.getByRole("heading", { name: /^Updated “/ })).toBeVisible();
  await page.getByRole("radio", { name: /id 3/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("heading", { name: /is what is on the server/ })).toBeVisible();
});

test("an unexplained difference comes first, with the way back, and the old profile is put back", async ({
  app: { page },
}) => {
  const started = await startPracticeJamfPro();
  if (!started.ok) throw new Error(started.problem.title);
  const { world, origin, stop } = started.value;
  await openRoute(page);
  await page.getByLabel("Jamf Pro address, or Jamf Platform gateway").fill(origin);
  await page.getByLabel("Client ID").fill(world.clientId);
  await page.getByLabel("Client secret").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("does not take this client");
  await page.getByLabel("Client secret").fill(world.clientSecret);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".identity", { hasText: "PRACTICE Jamf Connect, pilot" }).click();
  await expect(
    page.getByRole("heading", { name: /^Updates “PRACTICE Jamf Connect, pilot” in place/ }),
  ).toBeVisible();
  world.troubles = [
    {
      kind: "meddling",
      change: (root) => ({
        kind: "dict",
        entries: new Map([...root.entries, ["PayloadScope", { kind: "string", value: "User" }]]),
      }),
    },
  ];
  await deliver(page, /^Update profile 2/);
  await expect(page.getByRole("heading", { name: /not explained/ })).toBeVisible();
  await expect(page.getByRole("table").locator("tbody tr").first()).toContainText("Unexplained");
  await expectBothLooks(page, "export-jamf-pro-unexplained");
  await page.setViewportSize({ width: 1024, height: 700 });
  await capture(page, "export-jamf-pro-unexplained-1024");
  await page.setViewportSize({ width: 1280, height: 820 });
  await page.getByRole("button", { name: "Accept PayloadScope" }).click();
  const question = page.getByRole("dialog");
  const accept = question.getByRole("button", { name: "Accept", exact: true });
  await expect(accept).toBeDisabled();
  await question.getByRole("textbox", { name: "Reason" }).fill("Agreed with the help desk");
  await expectBothLooks(page, "export-jamf-pro-accept");
  await accept.click();
  await expect(page.getByRole("heading", { name: /1 accepted, nothing else is unexplained/ })).toBeVisible();
  await expect(page.getByRole("table")).toContainText("Accepted: Agreed with the help desk");
  await expectBothLooks(page, "export-jamf-pro-accepted");
  const report = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save report…" }).click();
  expect((await report).suggestedFilename()).toBe("PRACTICE Jamf Connect, pilot delivery.md");
  await page.getByRole("button", { name: "Restore the old profile…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore the old profile" }).click();
  await expect(page.getByRole("heading", { name: /^The old “.*” is back/ })).toBeVisible();
  await stop();
});
