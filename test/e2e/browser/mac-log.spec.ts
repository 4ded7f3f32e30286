/** A log of the Mac: dropped, picked or pasted, its attempts and the line that decides each. */
import type { Page } from "playwright";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";

const login = "https://login.microsoftonline.com/contoso/v2.0";

/** Three attempts: no network, nothing that says why, and a person who is not assigned. */
const log = [
  "08:57:21 LoginUI: sign-in window opened",
  `08:57:23 Error Domain=NSURLErrorDomain Code=-1009 "offline" UserInfo={NSErrorFailingURLStringKey=${login}}`,
  "09:03:40 LoginUI: sign-in window opened",
  "09:04:21 LoginUI: Local auth continue pressed",
  "09:12:02 LoginUI: sign-in window opened",
  `09:12:02 GET ${login}/.well-known/openid-configuration`,
  "09:12:03 answer 200, 1,742 bytes",
  "09:12:03 GET /authorize?client_id=3f8d9c12-0000-4000-8000-000000004f36&scope=openid+profile&state=S3cretState",
  "09:12:29 login_hint=megan@contoso.com password: hunter22",
  "09:12:37 error_description=AADSTS50105: Your administrator has configured the application Jamf Connect to block users unless they are specifically granted access to the application.",
  "09:12:37 trace_id=1f0c72ae-1111-4000-8000-00000000c3d0",
  "09:12:38 An error occurred. Contact your IT administrator",
  "",
]
  .map((line) => (line === "" ? "" : `2026-11-18 ${line}`))
  .join("\n");

const verdict = (page: Page) => page.locator(".explain-verdict");
const attempts = (page: Page) => page.getByRole("listbox", { name: "Attempts" }).getByRole("option");
const lines = (page: Page) => page.getByRole("region", { name: "Lines of the log" });

async function openLog(page: Page, text: string, name = "jamf_login.log"): Promise<void> {
  await page.locator("body").press("ControlOrMeta+e");
  await chooseFiles(page, () => page.getByRole("button", { name: "Open a log…" }).click(), {
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
}

test("a log is read: the answer, the attempts, the deciding line, what it means and what is not known", async ({
  app: { page },
}) => {
  await openLog(page, log);
  await expect(verdict(page)).toContainText("3 attempts. The last one stopped at AADSTS50105:");
  await expect(page.locator(".tool-bar")).toContainText("jamf_login.log · 12 lines, 08:57 to 09:12");
  await expect(attempts(page)).toHaveText([
    /The Mac was offline/,
    /No line decides/,
    /Stopped at AADSTS50105/,
  ]);
  await expect(attempts(page).nth(2)).toHaveAttribute("aria-selected", "true");
  await expect(lines(page).locator(".log-decides")).toContainText("Decides");
  await expect(page.locator("body")).not.toContainText(/hunter22|S3cretState|megan/);
  const inspector = page.getByRole("complementary", { name: "What it means" });
  for (const name of ["What the code means", "What Jamf Connect does", "What to do", "What is not known"])
    await expect(inspector.getByRole("heading", { name })).toBeVisible();
  await expect(inspector).toContainText("Why attempt 2 ended.");
  await expect(inspector).toContainText("log show --style compact");
  await expectBothLooks(page, "mac-log");
  for (const width of [1440, 1180, 1024]) {
    await page.setViewportSize({ width, height: width === 1024 ? 700 : 820 });
    await capture(page, `mac-log-${width}`);
    await expectNoAxeFault(page, width === 1024 ? "everything" : "structure");
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  }
});

test("by keyboard: arrows go through the attempts, and one without evidence says so", async ({
  app: { page },
}) => {
  await openLog(page, log);
  await attempts(page).nth(2).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("heading", { name: "Lines of attempt 2" })).toBeVisible();
  await expect(lines(page)).toContainText("Local auth continue pressed");
  await expect(page.getByRole("complementary")).toContainText("How it ended cannot be told from it.");
  await capture(page, "mac-log-undecided");
  await page.getByRole("radio", { name: /^All attempts/ }).click({ force: true });
  await expect(lines(page)).toContainText("sign-in window opened");
  await expect(lines(page).locator(".log-line")).toHaveCount(12);
});

test("pasted lines are read as a log, and what was asked stays beside it", async ({ app: { page } }) => {
  await page.locator("body").press("ControlOrMeta+e");
  const field = page.getByRole("textbox", { name: "Code, text or log lines" });
  await field.fill(log);
  await field.press("Enter");
  await expect(verdict(page)).toContainText("3 attempts.");
  await page.getByRole("radio", { name: "Codes and situations" }).click({ force: true });
  await expect(page.getByRole("heading", { name: "What can be explained" })).toBeVisible();
});

test("a log is dropped on Start, a folder's worth of files together, and what is no log says what it is", async ({
  app: { page },
}) => {
  await dropOn(page, {
    "jamf_login.log": log,
    "sw_vers.txt": "ProductName: macOS\nProductVersion: 15.7.1\n",
    "a.png": "x",
  });
  await expect(verdict(page)).toContainText("3 attempts.");
  await expect(page.getByRole("complementary")).toContainText("15.7.1");
  await dropOn(page, { "novel.txt": "It was a dark night.\n".repeat(20_000) });
  await expect(page.getByRole("alert")).toContainText("novel.txt is no log of the Mac.");
  await expect(verdict(page)).toContainText("3 attempts.");
  await capture(page, "mac-log-refused");
});

/** Drops files onto the window as a person does. */
async function dropOn(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.locator(".frame").dispatchEvent("drop", { dataTransfer: transfer });
}
