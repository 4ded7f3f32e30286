/** Practice is never mistaken for the real thing: title, side bar and dialogs say so, at 1280 and 1024. */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { signInByRequest } from "./helpers/practice-login.ts";
import {
  contosoFile,
  goTo,
  openFile,
  pickAccount,
  runCheck,
  showRuns,
  startScenario,
} from "./helpers/steps.ts";

const scenario = "MFA on all resources";

/** In the title, in front of whatever is open, and beside the work: this is practice. */
async function expectPractice(page: Page, title: string): Promise<void> {
  await expect(page).toHaveTitle(title);
  if (await isDialogOpen(page)) {
    await expect(dialogs(page).getByText("Practice", { exact: true })).toBeInViewport({ ratio: 1 });
    return;
  }
  const side = page.locator('[data-pane="side"]');
  const label = side.locator(".tag-practice");
  const mark = side.getByRole("img", { name: `Practice: ${scenario}` });
  await expect(label.or(mark).filter({ visible: true })).toBeInViewport({ ratio: 1 });
}

const dialogs = (page: Page) =>
  page.locator("[role=dialog], [role=alertdialog]").filter({ has: page.locator(".dialog-head") });

async function isDialogOpen(page: Page): Promise<boolean> {
  return (await dialogs(page).count()) > 0;
}

/** The same in narrow and wide windows, and with a narrow side bar where no dialog lies over it. */
async function expectPracticeEverywhere(page: Page, title: string): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 640 });
  await expectPractice(page, title);
  const hasSideBar = !(await isDialogOpen(page));
  if (hasSideBar) {
    await page.getByRole("button", { name: "Make the side bar narrow" }).click();
    await expectPractice(page, title);
  }
  await page.setViewportSize({ width: 1280, height: 640 });
  await expectPractice(page, title);
  if (!hasSideBar) return;
  await page.getByRole("button", { name: "Show the side bar" }).click();
  await expectPractice(page, title);
}

test("every screen and state says that it is practice, whatever the widths of window and side bar", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await expectPracticeEverywhere(page, "Test – Practice – Latchkey");
  await page.getByRole("button", { name: "Make the side bar narrow" }).click();
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 640 });
    await capture(page, `practice-visible-${width}-narrow`);
    await expectNoAxeFault(page);
  }
  await page.getByRole("button", { name: "Show the side bar" }).click();

  await pickAccount(page);
  await runCheck(page);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await runCheck(page);
  await page.locator('[data-outcome="password-wrong"]').waitFor();
  await expectPracticeEverywhere(page, "Test – Practice – Latchkey");
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test both" }).click();
  await expect(page.getByRole("button", { name: /Stop/ })).toBeVisible();
  await expectPracticeEverywhere(page, "Test – Practice – Latchkey");
  await signInByRequest(page);
  await page.getByRole("region", { name: "The two sign-ins" }).waitFor();
  await expectPracticeEverywhere(page, "Test – Practice – Latchkey");

  await page
    .locator(".tool-bar")
    .getByRole("button", { name: /Report/ })
    .click();
  await expect(page.getByRole("dialog", { name: "Download a report" })).toBeVisible();
  await expectPracticeEverywhere(page, "Test – Practice – Latchkey");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  // The list of a narrow window lies in a popup, from which the comparison opens.
  await page.setViewportSize({ width: 1024, height: 640 });
  await showRuns(page);
  await page.getByRole("grid", { name: "Runs" }).locator(".run-item").nth(1).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page
    .getByRole("complementary", { name: "Runs" })
    .getByRole("button", { name: /^Compare runs/ })
    .click();
  const comparison = page.getByRole("dialog", { name: /^Compared/ });
  await expect(comparison).toBeVisible();
  await expectPractice(page, "Test – Practice – Latchkey");
  await page.keyboard.press("Escape");
  await expect(comparison).toBeHidden();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1280, height: 820 });

  await goTo(page, "Profile");
  await expect(page.getByRole("tab", { name: /^Identity/ })).toBeVisible();
  await expectPracticeEverywhere(page, "Profile – Practice – Latchkey");
  await goTo(page, "Export");
  await expect(page.getByRole("heading", { name: "Export", exact: true })).toBeVisible();
  await expectPracticeEverywhere(page, "Export – Practice – Latchkey");
});

test("Start, the error page and a profile of one's own say so too, and no more once practice is off", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await page.getByRole("button", { name: /^Document/ }).click();
  await page.getByRole("menuitem", { name: /^Close/ }).click();
  await expectPractice(page, "Start – Practice – Latchkey");
  await capture(page, "practice-visible-start");

  await openFile(page, { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8]) });
  await expectPractice(page, "Not opened – Practice – Latchkey");
  await page.getByRole("button", { name: "Back to Start" }).click();
  await openFile(page, contosoFile);
  await expectPractice(page, "Test – Practice – Latchkey");
  await goTo(page, "Profile");
  await expectPractice(page, "Profile – Practice – Latchkey");
  await goTo(page, "Test");
  await page.locator(".switch", { hasText: "Practice" }).click();
  await expect(page).toHaveTitle("Test – Contoso Jamf Connect – Latchkey");
  await expect(page.locator(".tag-practice, .side-practice")).toHaveCount(0);
});

test("before anything is open the title is the app's name", async ({ app: { page } }) => {
  await expect(page).toHaveTitle("Latchkey");
});
