/** A screen that meets a fault of ours: the rest of the page stays, and what was changed is still there. */
import { expect, test } from "../support/fixtures.ts";
import { emit, installFakeHost } from "./fakes/fake-host.ts";
import { baseAnswers } from "./fakes/open-test-screen.ts";
import { contosoProfile } from "./fakes/profile.ts";
import { expectBothLooks } from "./helpers/looks.ts";

const edited = { ...contosoProfile, edited: true, unsaved: true };
/** What the Profile screen cannot show; everything around it can. */
const broken = { ...edited, notes: null as never };

test("a screen that breaks down says so and where the changes are; Save still works, and it can be shown again", async ({
  unopened: { page, url },
}) => {
  await installFakeHost(page, { ...baseAnswers, "profile.current": edited });
  await page.goto(new URL("/", url).href);
  await page.getByRole("textbox", { name: "Tenant", exact: true }).first().waitFor();
  await emit(page, "profile.changed", broken);
  const fault = page.getByRole("alert").filter({ hasText: "This screen has broken down." });
  await expect(fault).toContainText("their draft is on disk, without secrets");
  await expect(fault).not.toContainText("Cannot read");
  await expectBothLooks(page, "broken-screen");
  await page.keyboard.press("Control+s");
  await expect
    .poll(() => page.evaluate(() => JSON.stringify((window as unknown as { fakeSent: unknown }).fakeSent)))
    .toContain("document.save");
  await emit(page, "profile.changed", { ...edited, displayName: "Again" });
  await fault.getByRole("button", { name: "Show the screen again" }).press("Enter");
  await expect(fault).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Tenant", exact: true }).first()).toBeVisible();
});

test("a page that breaks down says that nothing of the changes is on disk where that is so, and loads again", async ({
  unopened: { page, url },
}) => {
  const notKept = { code: "draft-not-kept", title: "T", detail: "The disk is full.", fix: "F" };
  await installFakeHost(page, {
    ...baseAnswers,
    "profile.current": edited,
    "drafts.list": { drafts: [], problems: [], notKept },
  });
  await page.goto(new URL("/", url).href);
  await page.getByRole("textbox", { name: "Tenant", exact: true }).first().waitFor();
  // The title of the window is no screen's.
  await emit(page, "profile.changed", { ...edited, fileName: {} as never });
  const fault = page.getByRole("alert").filter({ hasText: "This page has broken down." });
  await expect(fault).toContainText("nowhere on disk: The disk is full.");
  await expectBothLooks(page, "broken-page");
  await fault.getByRole("button", { name: "Load the page again" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Tenant", exact: true }).first()).toBeVisible();
});
