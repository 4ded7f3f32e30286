/** Sign-in logs: the one number, over time, rows, what a code means, and what comes out of them. */
import { gzipSync } from "node:zlib";
import type { Page } from "playwright";
import { graphRow, portalCsv, type TestRow, testRow } from "../../support/sign-in-rows.ts";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 10, 9, 7);
const people = ["mira.keller", "s.lindqvist", "t.marchetti", "e.brandt", "l.ferrari"];

/** Two weeks: checks that succeed until the 17th, and have met MFA since; one Mac with an old password, one person locked out. */
function twoWeeks(): readonly TestRow[] {
  let number = 0;
  const row = (at: number, code: number, user: string, over: Partial<TestRow> = {}) =>
    testRow(number++, { at: new Date(at).toISOString(), code, user: `${user}@contoso.com`, ...over });
  const checks = Array.from({ length: 14 }, (_, index) => index).flatMap((index) =>
    Array.from({ length: index % 7 > 4 ? 10 : 40 }, (_each, check) => {
      const at = start + index * day + check * 11 * 60_000;
      const met = at >= Date.UTC(2026, 10, 17, 11);
      return row(at, met ? 50076 : 0, people[check % people.length] ?? "", {
        policy: met ? "CA003 Require MFA" : null,
        requirement: met ? "multiFactorAuthentication" : "singleFactorAuthentication",
      });
    }),
  );
  const old = Array.from({ length: 23 }, (_, index) =>
    row(start + 12 * day + index * 15 * 60_000, 50126, "j.okafor"),
  );
  const locked = Array.from({ length: 6 }, (_, index) =>
    row(start + 13 * day + index * 60_000, 50053, "a.novak"),
  );
  return [...checks, ...old, ...locked, row(start + 13 * day, 50057, "=cmd|' /C calc'!A0")];
}

const log = twoWeeks();
const json = (rows: readonly TestRow[]) => Buffer.from(JSON.stringify(rows.map(graphRow)));

async function addFiles(page: Page, files: readonly { readonly name: string; readonly buffer: Buffer }[]) {
  await chooseFiles(
    page,
    () => page.getByRole("button", { name: "Add files…" }).click(),
    files.map((file) => ({ ...file, mimeType: "application/octet-stream" })),
  );
}

const headline = (page: Page) => page.locator(".signs-headline");
const rows = (page: Page) => page.getByRole("grid", { name: "Sign-ins" });
const total = (page: Page) => page.locator(".signs-total");

test.beforeEach(async ({ app: { page } }) => {
  await page
    .getByRole("navigation", { name: "Start" })
    .getByRole("button", { name: /Read a sign-in log/ })
    .click();
});

test("the screen says what it takes; a log gives the one number, the chart and what to act on", async ({
  app: { page },
}) => {
  await expect(page.getByRole("heading", { name: "Which failures are real?" })).toBeVisible();
  await expectBothLooks(page, "sign-ins-empty");
  await addFiles(page, [{ name: "InteractiveSignIns.json", buffer: json(log) }]);
  await expect(headline(page).getByRole("heading")).toHaveAccessibleName(
    /^30 real failures\. The other \d+ were correct passwords\.$/,
  );
  await expect(headline(page)).toContainText("Jamf Connect accepts 50076.");
  await expect(page.locator(".tool-bar")).toContainText("470 rows · 9 to 22 Nov 2026");
  const panel = page.getByRole("complementary", { name: "What the log says" });
  await expect(panel).toContainText("a.novak@contoso.com: locked once, 6 answers 50053.");
  await expect(panel).toContainText("j.okafor@contoso.com fails with 50126 every 15 minutes: 23 times");
  await expect(panel).toContainText(/Password checks have met MFA since/);
  await expectBothLooks(page, "sign-ins");
  for (const width of [1440, 1180, 1024]) {
    await page.setViewportSize({ width, height: 768 });
    await capture(page, `sign-ins-${width}`);
    await expectNoAxeFault(page, "everything");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("rows are searched, sorted and narrowed, a code is explained, and all by keyboard", async ({
  app: { page },
}) => {
  await addFiles(page, [{ name: "log.json.gz", buffer: gzipSync(json(log)) }]);
  await expect(total(page)).toHaveText("470 rows");
  await rows(page).focus();
  await rows(page).press("End");
  await expect(rows(page).getByRole("row", { selected: true })).toContainText("9 Nov 07:00:00");
  await rows(page).press("Home");
  await rows(page).press("ArrowDown");
  await expect(rows(page)).toHaveAttribute("aria-activedescendant", "sign-in-1");
  const filter = page.getByRole("button", { name: "Real failures only" });
  await filter.click();
  await expect(total(page)).toHaveText("30 rows");
  await expect(filter).toHaveAttribute("aria-pressed", "true");
  await filter.click();
  await expect(total(page)).toHaveText("470 rows");
  await filter.click();
  await expect(total(page)).toHaveText("30 rows");
  await page.getByRole("columnheader", { name: "Code" }).getByRole("button").click();
  await expect(page.getByRole("columnheader", { name: "Code" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Reason" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Policy" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Reason" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Policy" })).toHaveCount(0);
  await expect(rows(page)).toHaveAttribute("aria-colcount", "9");
  await page.locator("body").press("ControlOrMeta+f");
  await page.getByRole("searchbox", { name: "Search rows" }).fill("okafor");
  await expect(total(page)).toHaveText("23 rows");
  await rows(page).getByRole("row").nth(1).click();
  const chosen = page.getByRole("region", { name: "Chosen row" });
  await expect(chosen.getByRole("heading")).toHaveText("50126, password wrong");
  await chosen.getByRole("button", { name: "Show the whole row" }).click();
  await expect(chosen).toContainText("Correlation id");
  await expect(chosen).toContainText("openid");
  await expectBothLooks(page, "sign-ins-code");
  await page.getByRole("searchbox", { name: "Search rows" }).fill(log[40]?.correlationId ?? "");
  await expect(total(page)).toHaveText("0 rows");
  await page.getByRole("button", { name: "Real failures only" }).click();
  await expect(total(page)).toHaveText("1 row");
});

test("a person and a bar narrow everything, and are taken back", async ({ app: { page } }) => {
  await addFiles(page, [{ name: "log.json", buffer: json(log) }]);
  const panel = page.getByRole("complementary", { name: "What the log says" });
  await panel
    .getByRole("button", { name: /^Only j.okafor@contoso.com/ })
    .first()
    .click();
  await expect(headline(page).getByRole("heading")).toHaveAccessibleName("23 real failures.");
  await expectBothLooks(page, "sign-ins-person");
  await page.getByRole("button", { name: "Take back: j.okafor@contoso.com" }).click();
  await page.getByRole("button", { name: /^Sun 15 Nov:/ }).click();
  await expect(total(page)).toHaveText("10 rows");
  await page.getByRole("button", { name: /^Take back: 15 Nov/ }).click();
  await expect(total(page)).toHaveText("470 rows");
  await panel.locator(".signs-class", { hasText: "Success" }).click();
  await expect(total(page)).not.toHaveText("470 rows");
});

test("what was refused is said beside what was read, and more can be added", async ({ app: { page } }) => {
  await addFiles(page, [
    { name: "page.html.json", buffer: Buffer.from("<html></html>") },
    { name: "log.csv", buffer: Buffer.from(portalCsv(log.slice(0, 50))) },
  ]);
  await expect(page.getByRole("alert")).toContainText(
    "page.html.json was not added. This is no sign-in log. It is HTML or XML.",
  );
  await expect(total(page)).toHaveText("50 rows");
  await addFiles(page, [{ name: "all.json", buffer: json(log) }]);
  await expect(total(page)).toHaveText("470 rows");
  await expectBothLooks(page, "sign-ins-refused");
  await page.getByRole("button", { name: "Forget all logs" }).click();
  await expect(page.getByRole("heading", { name: "Which failures are real?" })).toBeVisible();
});

test("attack: rows are saved without a formula, and the report without a name", async ({ app: { page } }) => {
  await addFiles(page, [{ name: "log of contoso.json", buffer: json(log) }]);
  const saved = async (name: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const path = await (await download).path();
    const { readFile } = await import("node:fs/promises");
    return readFile(path, "utf8");
  };
  const csv = await saved("Save the shown rows as CSV");
  expect(csv).toContain(`"'=cmd|`);
  const report = await saved("Save a masked report");
  expect(report).toContain("30 real failures.");
  expect(report).not.toMatch(/contoso|okafor|novak|CA003|203\.0/);
  await page.getByRole("button", { name: "KQL" }).click();
  await expect(page.getByRole("dialog")).toContainText("union isfuzzy=true SigninLogs");
  await capture(page, "sign-ins-kql");
});

test("a log that is dropped opens here, and the open profile says which rows are Jamf Connect's", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await goTo(page, "Sign-ins");
  await addFiles(page, [{ name: "log.json", buffer: json(log) }]);
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: "No row is from this profile's apps, so all apps are shown." }),
  ).toBeVisible();
  await expect(total(page)).toHaveText("470 rows");
});
