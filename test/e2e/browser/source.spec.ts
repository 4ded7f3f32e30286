/** The source as text: typed into the form and back, errors at their place, secrets as marks, the policy of the page unbroken. */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, openFile } from "./helpers/steps.ts";

const tenant = "com.jamf.connect.login";

/** A small profile, so that all of it is in view. */
function small(settings: string) {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>OIDCProvider</key><string>EntraID</string>${settings}</dict></plist>`;
  return { name: `${tenant}.plist`, mimeType: "application/xml", buffer: Buffer.from(text) };
}

/** The editor, when it is there: before, the same text stands there to read. */
function editor(page: Page) {
  return page.getByRole("textbox", { name: "Source text" });
}

/** Puts the cursor behind a text of the source. */
async function clickBehind(page: Page, text: string): Promise<void> {
  await editor(page).locator(".cm-line", { hasText: text }).first().click();
  await page.keyboard.press("End");
}

test("what is typed in the source stands in the form, and undo takes it back in both", async ({
  app: { page },
}) => {
  await openFile(page, small("<key>OIDCClientID</key><string>aaaa</string>"));
  const field = page.getByRole("textbox", { name: "Login app" });
  await expect(field).toHaveValue("aaaa");
  await clickBehind(page, "<string>aaaa</string>");
  for (let press = 0; press < "</string>".length; press += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("bb?");
  await expect(field).toHaveValue("aaaabb?");
  await expect(editor(page)).toBeFocused();
  // Beyond what main knows there is nothing of the editor's own to take back.
  await page.keyboard.press("Control+z");
  await expect(field).toHaveValue("aaaa");
  await expect(editor(page)).toContainText("<string>aaaa</string>");
  await page.keyboard.press("Control+y");
  await expect(editor(page)).toContainText("<string>aaaabb?</string>");
});

test("an error is underlined and said, the form stays and can be changed, and both come together when it is mended", async ({
  app: { page },
}) => {
  await openFile(
    page,
    small("<key>OIDCClientID</key><string>aaaa</string><key>OIDCTenant</key><string>t1</string>"),
  );
  await clickBehind(page, "<string>EntraID</string>");
  await page.keyboard.type("<");
  const state = page.locator(".source-state");
  await expect(state).toContainText(/Line \d+, column \d+/);
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await expect(page.getByText("The source holds an error in line")).toBeVisible();
  const field = page.getByRole("textbox", { name: "Login app" });
  await expect(field).toHaveValue("aaaa");
  await expectBothLooks(page, "source-error");
  // The form has the focus, and what is typed stays where it is.
  await field.fill("cccc");
  await field.press("Enter");
  await expect(editor(page)).toContainText("<string>cccc</string>");
  await expect(editor(page)).toContainText("<string>EntraID</string><");
  await page.getByRole("button", { name: "Show the error" }).click();
  await expect(editor(page)).toBeFocused();
  await clickBehind(page, "<string>EntraID</string>");
  await page.keyboard.press("Backspace");
  await expect(state).toBeEmpty();
  await expect(field).toHaveValue("cccc");
});

test("attack: a stored secret is a mark that cannot be copied elsewhere; a new one is typed over it", async ({
  app: { page },
}) => {
  await openFile(
    page,
    small("<key>OIDCClientSecret</key><string>canary-secret</string><key>HelpURL</key><string>x</string>"),
  );
  await expect(editor(page)).toContainText("•••••• 1 (kept, not shown)");
  await expect(page.locator("body")).not.toContainText("canary");
  await clickBehind(page, "<string>x</string>");
  for (let press = 0; press < "</string>".length; press += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.insertText("•••••• 1 (kept, not shown)");
  await expect(page.locator(".source-state")).toContainText(
    "The mark of a secret stands where it did not stand before.",
  );
  await page.getByRole("button", { name: "Drop what was typed" }).click();
  await expect(page.locator(".source-state")).toBeEmpty();
  await clickBehind(page, "•••••• 1");
  for (let press = 0; press < "</string>".length; press += 1) await page.keyboard.press("ArrowLeft");
  // One key takes the whole mark away.
  await page.keyboard.press("Backspace");
  await expect(editor(page)).not.toContainText("••");
  await page.keyboard.type("canary-two");
  await page.getByRole("searchbox").focus();
  await expect(editor(page)).toContainText("•••••• 1 (kept, not shown)");
  await expect(page.locator("body")).not.toContainText("canary");
});

test("no message about the content security policy comes of the editor, whose styles are adopted sheets of a shadow root", async ({
  app: { page },
}) => {
  const messages: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security|Trusted/i.test(message.text()))
      messages.push(message.text());
  });
  page.on("pageerror", (error) => messages.push(error.message));
  await openFile(page, small("<key>HelpURL</key><string>‮evil‎ a​</string>"));
  await clickBehind(page, "EntraID");
  await page.keyboard.type("&");
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await page.locator(".cm-lintRange-error").first().hover();
  await expect(page.locator(".cm-tooltip")).toBeVisible();
  // Marks that turn the direction of writing are shown by their codes.
  await expect(page.locator(".source-unseen")).toHaveText(["U+202E", "U+200E", "U+200B"]);
  await capture(page, "source-unseen");
  const styles = await page.evaluate(() => {
    const root = document.querySelector(".source-editor")?.shadowRoot;
    return [
      root?.adoptedStyleSheets.length,
      root?.querySelectorAll("style").length,
      document.querySelectorAll("style").length,
    ];
  });
  expect(styles[0]).toBeGreaterThan(0);
  expect(styles.slice(1)).toEqual([0, 0]);
  expect(messages).toEqual([]);
  const chunks = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(chunks.filter((name) => /code-editor-[^/]*[.]js$/.test(name))).toHaveLength(1);
});

test("the keyboard leaves the editor, with Tab as with Escape and Tab, and the cursor stays where it was while the form changes", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  await expect(editor(page)).not.toBeFocused();
  await editor(page).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editor(page)).not.toBeFocused();
  const field = page.getByRole("textbox", { name: "Login app" });
  await field.fill("99999999-9999-9999-9999-999999999999");
  await field.press("Enter");
  await editor(page).focus();
  await page.keyboard.type(" <!-- here -->");
  await expect(editor(page).locator(".cm-line", { hasText: "<!-- here -->" })).toContainText("</plist>");
});

test("a source of more than 1 MB is shown, and said not to be edited as text", async ({ app: { page } }) => {
  await openFile(page, small(`<key>HelpURL</key><string>${"x".repeat(1_000_001)}</string>`));
  await expect(page.getByText("This source has more than 1 MB")).toBeVisible();
  await expect(page.getByRole("region", { name: "Source text" })).toContainText("<key>HelpURL</key>");
  await expect(editor(page)).toHaveCount(0);
});

test("the source follows the open tab; where it stands alone, findings are at their lines", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  const first = () =>
    editor(page).evaluate((content) => {
      const top = content.closest(".cm-scroller")?.getBoundingClientRect().top ?? 0;
      const lines = [...content.querySelectorAll(".cm-line")];
      return lines.find((line) => line.getBoundingClientRect().bottom > top + 2)?.textContent?.trim();
    });
  await expect.poll(first).toContain("<?xml");
  await page.getByRole("tab", { name: /^Connect/ }).click();
  await expect.poll(first).toBe("<dict>");
  await expect(editor(page)).toContainText("IdPSettings");
  await page.getByRole("tab", { name: /^Identity/ }).click();
  await expect.poll(first).toContain("<?xml");
  await page.locator(".segment-option", { hasText: "Source" }).click();
  await page.getByRole("region", { name: "Findings" }).getByRole("button", { name: "Line 67" }).click();
  await expect(page.locator(".cm-line.source-marked").first()).toContainText("<key>TenantID</key>");
});
