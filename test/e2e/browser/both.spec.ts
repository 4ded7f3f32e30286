/** Test both on the practice tenant, and what can be done with runs: compare, forget, report, judge a roll-out. */
import { readFile } from "node:fs/promises";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { signInByRequest } from "./helpers/practice-login.ts";
import { goTo, pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

test("Test both runs login and check of one person and says what they come to", async ({ app: { page } }) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.getByRole("button", { name: "Test both" }).click();
  await signInByRequest(page);
  const card = page.getByRole("region", { name: "Verdict" });
  await expect(card).toHaveAttribute("data-outcome", "both");
  const verdict = "It works, at a cost: every check leaves a red line in the log.";
  await expect(card.getByRole("heading")).toHaveText(verdict);
  await expect(card).toContainText("The check's answer, AADSTS50076, means a correct password.");
  const check = page.getByRole("region", { name: "Password check" });
  await expect(check).toContainText("Windows Azure Active Directory");
  await expect(check).toContainText("00000002-0000-0000-c000-000000000000");
  await expect(check).toContainText("MFA, not wanted");
  await expect(check).toContainText("accepted as correct");
  const login = page.getByRole("region", { name: "Login window" });
  await expect(login).toContainText("MFA, as wanted");
  await expect(login).toContainText("1 of 1 applies");
  const predicted = page.locator(".prediction-table");
  await expect(predicted.getByText("agrees")).toHaveCount(2);
  await capture(page, "both-at-a-cost");
  await expectNoAxeFault(page);
  await page
    .locator(".segment")
    .getByText(/Steps of the check/)
    .click();
  // The steps come first, the one that brought the error opens to the proof, and what to do stands under them.
  const steps = page.getByRole("region", { name: "Steps" });
  await expect(steps.locator(".steps + .run-findings")).toBeVisible();
  const request = page.locator('[data-step="request"]');
  const opener = request.getByRole("button").first();
  if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
  await expect(request).toContainText("password=masked");
  await capture(page, "both-steps");
});

test("two runs are marked with Space, or the newest two taken by ⌘D, and compared; keeping and forgetting say what they do", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await runCheck(page);
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute(
    "data-outcome",
    "password-wrong",
  );
  const rows = page.getByRole("grid", { name: "Runs" }).locator(".run-item");
  await expect(rows).toHaveCount(2);
  await rows.first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  const marked = page.getByRole("region", { name: "Marked runs" });
  await expect(marked).toContainText("Was 50076 (password correct), now 50126 (password wrong).");
  await capture(page, "compare");
  await marked.getByRole("button", { name: /Compare runs/ }).click();
  await expect(page.getByRole("dialog")).toContainText("password correct");
  await expectBothLooks(page, "compare-dialog");
  await page.keyboard.press("Escape");

  await page.keyboard.press("Escape");
  await page.locator("body").press("ControlOrMeta+d");
  const newest = page.getByRole("dialog", { name: /^Compared/ });
  await expect(newest).toContainText("50076");
  await expect(newest).toContainText("50126");
  await page.keyboard.press("Escape");
  await expect(newest).toBeHidden();
  await rows.nth(1).click();
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute(
    "data-outcome",
    "password-correct",
  );
  await page.getByRole("button", { name: "Forget" }).click();
  await expect(rows).toHaveCount(1);
});

test("a report about a run is masked unless asked otherwise, and holds no password", async ({
  app: { page },
}, info) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  const password = await page.getByLabel("Password", { exact: true }).inputValue();
  await runCheck(page);
  await page.getByRole("button", { name: "Report" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(
    /Covers the open profile and this run ?MFA on all resources today \d\d:\d\d ?r…@contoso\.example, check/,
  );
  const preview = dialog.getByRole("region", { name: "Preview" });
  const text = preview.getByRole("region", { name: "Text of the report" });
  await expect(preview).toContainText("People, tenant and apps are replaced by labels such as person-1.");
  await expect(text).toContainText("50076");
  await expect(text).not.toContainText("r…@contoso.example");
  await dialog.getByText("Show people, tenant and app ids").click();
  await expect(preview).toContainText("People, tenant and app ids are shown.");
  await expect(text).toContainText("r…@contoso.example");
  await expect(text).not.toContainText(password);
  await dialog.getByText("Show people, tenant and app ids").click();
  await expect(text).not.toContainText("r…@contoso.example");
  await capture(page, "report-dialog");
  await expectNoAxeFault(page);
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download the report" }).click();
  const path = info.outputPath("report.md");
  await (await download).saveAs(path);
  const report = await readFile(path, "utf8");
  expect(report).toContain("50076");
  expect(report).not.toContain(password);
  expect(report).not.toContain("robin@contoso.example");
  await expect(dialog.getByRole("status")).toContainText("is downloaded");
});

test("the rollout box says what is missing, and does not take the practice tenant for the real one", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  await goTo(page, "Export");
  const box = page.getByRole("region", { name: "Verdict" });
  await expect(box).toHaveAttribute("data-decision", "not-yet");
  await expect(box).toContainText("Not ready yet");
  await expect(page.getByRole("complementary", { name: "Checks" })).toContainText("Test both");
  await capture(page, "rollout-not-yet");
});
