/**
 * Runs over time: since when an answer is so, comparing, keeping on the disk, forgetting. Runs of several days,
 * damaged copies and long comparisons come from a made-up host.
 */
import { randomUUID } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { stateFolder } from "../../../main/app/history/state-folder.ts";
import { expect, test } from "../support/fixtures.ts";
import { longComparison, longHistory } from "./fakes/history.ts";
import { openTestScreen } from "./fakes/open-test-screen.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { pickAccount, runCheck, showRuns, startScenario } from "./helpers/steps.ts";

const list = (page: Page) => page.getByRole("complementary", { name: "Runs" });
const marked = (page: Page) => page.getByRole("region", { name: "Marked runs" });
const rows = (page: Page) => page.getByRole("grid", { name: "Runs" }).locator(".run-item");

/** Opens an entry of the menu in the head of the run list. */
async function choose(page: Page, entry: RegExp): Promise<void> {
  await list(page).getByRole("button", { name: "All runs" }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

/** Turns the first policy of the practice tenant off. */
async function turnPolicyOff(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Switches…" }).click();
  const dialog = page.getByRole("dialog", { name: "Switches", exact: true });
  await dialog.getByRole("button", { name: /State of CA001/ }).click();
  await page.getByRole("option", { name: "Off" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
}

test("when an answer changes, the verdict says since when, what it was before and what was changed, and compares the two runs", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  const password = await page.getByLabel("Password", { exact: true }).inputValue();
  await runCheck(page);
  await expect(rows(page)).toHaveCount(1);
  await turnPolicyOff(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test ROPG" }).click();
  const card = page.getByRole("region", { name: "Verdict" });
  await expect(card).toHaveAttribute("data-outcome", "succeeded");
  const sentence =
    /Changed: CA001 turned off\. Since today \d\d:\d\d the check is clean\. Before, it answered 50076\./;
  await expect(card).toContainText(sentence);
  await expect(rows(page).first()).toContainText("Check, CA001 off");
  await expect(rows(page).first()).toContainText("↑ Since here: CA001 turned off");
  // It is said once.
  await expect(list(page)).not.toContainText(sentence);
  await capture(page, "history-turning-point");
  await card.getByRole("button", { name: "Compare before and after" }).focus();
  await page.keyboard.press("Enter");
  await expect(marked(page)).toContainText(/50076 · password correct.*Clean/);
  await expect(marked(page)).toContainText(
    "Was 50076 (password correct), now clean. The profile is unchanged. In between: CA001 turned off.",
  );
  await expect(marked(page).getByRole("button", { name: /^Compare runs/ })).toBeFocused();
  await expect(card).not.toContainText(sentence);
  await marked(page).getByRole("button", { name: "Unmark" }).click();
  await expect(marked(page)).toHaveCount(0);
  await expect(card).toContainText(sentence);
  // A narrow window says over the verdict what was changed, and not twice.
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(page.getByRole("button", { name: /^2 runs/ })).toBeVisible();
  await expect(page.getByText("Changed since the run before:")).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 820 });

  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await runCheck(page);
  await expect(card).toHaveAttribute("data-outcome", "password-wrong");
  await expect(rows(page)).toHaveCount(3);
  await expect(list(page)).toContainText(
    /Changed: CA001 turned off\. The last check had a wrong password\. The one before it was clean; an earlier one answered 50076\./,
  );
  await expect(card).not.toContainText("Since today");
  expect(password).not.toBe("");

  await list(page).getByRole("button", { name: "Compare before and after" }).click();
  await expect(marked(page)).toContainText("Was 50076 (password correct), now clean.");
  await expect(page.getByRole("button", { name: "Report on 2 runs" })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1024, height: 640 });
  await expect(page.getByRole("button", { name: "Report on 2 runs" })).toBeInViewport({ ratio: 1 });
  await capture(page, "history-1024");
  // The scenario gives way to the buttons beside it, and not below them.
  for (const width of [1000, 1024, 1080]) {
    await page.setViewportSize({ width, height: 640 });
    const [practice, buttons] = [page.locator(".practice-on"), page.locator(".tool-bar .pill")];
    const change = practice.getByRole("button", { name: /unlike the scenario/ });
    await expect
      .poll(async () => {
        const [pill, inner, next] = await Promise.all(
          [practice, change, buttons].map((one) => one.boundingBox()),
        );
        if (!pill || !inner || !next) return null;
        return inner.x + inner.width <= pill.x + pill.width && pill.x + pill.width + 8 <= next.x + 0.5;
      })
      .toBe(true);
  }
  await page.locator("body").press("ControlOrMeta+d");
  const dialog = page.getByRole("dialog", { name: "Compared: two runs" });
  await expect(dialog.getByRole("row", { name: /^Predicted answer/ })).toContainText("no MFA");
  await dialog.getByRole("button", { name: /^Show .*the same$/ }).click();
  await expect(dialog.getByRole("row", { name: /^Profile is the same/ })).toHaveText(
    /latchkey-practice.*the same/,
  );
  await expect(dialog).toContainText(/CA001/);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test.describe("in light and dark", () => {
  test.beforeEach(async ({ unopened: { page, url } }) => {
    await openTestScreen(page, url, { "history.list": longHistory, "history.compare": longComparison });
  });

  test("runs of several days tell what is kept, and since when the answer is so", async ({
    unopened: { page },
  }) => {
    await expect(list(page)).toContainText(
      "Since yesterday 16:20 the check answers 50076. Before, it was clean.",
    );
    await expect(list(page)).toContainText(
      "The profile changed in between: ROPGScopes, IdPSettings.ROPGScopes.",
    );
    await expect(rows(page).nth(2)).toContainText("kept");
    await expect(rows(page).nth(2)).not.toContainText("masked");
    await expect(rows(page).nth(3)).toContainText("kept, masked");
    await expectBothLooks(page, "history");
  });

  test("the headings of a comparison carry the days", async ({ unopened: { page } }) => {
    await list(page).getByRole("button", { name: "Compare before and after" }).click();
    await expect(marked(page)).toContainText("Was clean, now 50076 (password correct).");
    await capture(page, "history-marked");
    await marked(page)
      .getByRole("button", { name: /Compare runs/ })
      .click();
    const dialog = page.getByRole("dialog", { name: "Compared: m…@contoso.com, contoso.com" });
    const [older, newer] = [dialog.getByRole("columnheader").nth(0), dialog.getByRole("columnheader").nth(1)];
    await expect(older).toContainText(/Older.*09:05/);
    await expect(newer).toContainText(/Newer.*yesterday 16:20/);
    await expect(dialog.locator(".comparison-runs")).toContainText(
      /Password check.*Clean.*Password check.*50076/,
    );
    await expect(dialog.getByRole("row", { name: /^Answer differs/ })).toContainText("50076");
    const same = dialog.getByRole("row", { name: /^Second factor is the same/ });
    await expect(same).toBeHidden();
    await dialog.getByRole("button", { name: "Show 2 lines that are the same" }).click();
    await expect(same).toBeVisible();
    await dialog.getByRole("button", { name: "Hide 2 lines that are the same" }).click();
    await expect(same).toBeHidden();
    await expect(dialog).toContainText("At least one of the two is a masked copy.");
    await expectBothLooks(page, "history-compared");
  });

  test("copies that cannot be read say why", async ({ unopened: { page } }) => {
    await list(page).getByRole("button", { name: "Show why…" }).click();
    const dialog = page.getByRole("dialog", { name: "2 kept runs cannot be read" });
    await expect(dialog).toContainText("It is not JSON.");
    await expectBothLooks(page, "history-unreadable");
  });

  test("forgetting says what goes", async ({ unopened: { page } }) => {
    await choose(page, /Forget all runs/);
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText("3 runs in memory and 4 kept copies go.");
    await question.getByText(/Also 3 runs of other documents and 2 files that cannot be read/).click();
    await expect(question.getByRole("button", { name: "Forget every run" })).toBeEnabled();
    await expectBothLooks(page, "history-forget");
  });
});

test("a long comparison scrolls inside its dialog, title and buttons stay, and the keyboard scrolls it", async ({
  unopened: { page, url },
}) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await openTestScreen(page, url, { "history.list": longHistory, "history.compare": longComparison });
  await showRuns(page);
  await list(page).getByRole("button", { name: "Compare before and after" }).click();
  await list(page)
    .getByRole("button", { name: /Compare runs/ })
    .click();
  const dialog = page.getByRole("dialog", { name: /^Compared/ });
  const facts = dialog.getByRole("region", { name: "What differs" });
  const last = facts.getByRole("row").last();
  await expect(last).not.toBeInViewport();
  await facts.focus();
  await page.keyboard.press("End");
  await expect(last).toBeInViewport();
  await expect(dialog.getByRole("heading", { name: /Compared/ })).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
});

test("all runs are kept and forgotten at once; unreadable copies are told about and deleted when asked", async ({
  app: { page, home },
}) => {
  const state = stateFolder({
    platform: process.platform,
    environment: { XDG_STATE_HOME: home, APPDATA: home },
    home,
  });
  const folder = join(state, "kept-runs");
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await runCheck(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("password wrong");
  await choose(page, /Keep all masked copies/);
  await expect(rows(page).filter({ hasText: "kept" })).toHaveCount(2);
  expect(await readdir(folder)).toHaveLength(2);
  await list(page).getByRole("button", { name: "All runs" }).click();
  await expect(page.getByRole("menuitem", { name: /Keep all/ })).toBeDisabled();
  await page.keyboard.press("Escape");

  await writeFile(join(folder, `${randomUUID()}.json`), "{");
  await runCheck(page);
  await expect(list(page)).toContainText("1 kept run cannot be read.");
  await list(page).getByRole("button", { name: "Show why…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete 1 file" }).click();
  await expect(list(page)).not.toContainText("cannot be read");
  await expect(rows(page)).toHaveCount(3);
  expect(await readdir(folder)).toHaveLength(2);

  await choose(page, /Forget all runs/);
  const question = page.getByRole("alertdialog", { name: "Forget all runs of this document?" });
  await expect(question).toContainText("3 runs in memory and 2 kept copies go.");
  await expect(question.getByRole("button", { name: "Keep them" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(3);
  await choose(page, /Forget all runs/);
  await question.getByRole("button", { name: "Forget the runs of this document" }).click();
  await expect(list(page)).toContainText("Runs appear here.");
  await expect(page.getByRole("heading", { name: /Run the two logins/ })).toBeVisible();
  await expect.poll(() => readdir(folder)).toEqual([]);
});
