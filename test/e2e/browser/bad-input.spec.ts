/** Files that are no profile, and a link that was used: what is wrong, where, what to do, and nothing else is lost. */

import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { contosoFile, openFile, sourceText } from "./helpers/steps.ts";

const file = (name: string, text: string) => ({
  name,
  mimeType: "application/xml",
  buffer: Buffer.from(text),
});

test("a broken profile opens as an error with its place, and the file's own lines around it", async ({
  app: { page },
}) => {
  const lines = [
    '<?xml version="1.0"?>',
    '<plist version="1.0">',
    "<dict>",
    "<key>HelpURL</key>",
    "<string>https://help.contoso.example/?a=mac&t=login</string>",
    "</dict>",
    "</plist>",
  ];
  await openFile(page, file("hybrid.mobileconfig", lines.join("\n")));
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading")).toContainText("line 5, column");
  await expect(alert).toContainText("Your file has not been changed.");
  await expect(page.locator(".source-marked")).toContainText("a=mac&t=login");
  await expect(page.locator(".source-marked mark")).toHaveText("&");
  await capture(page, "error-not-xml");
  await expectNoAxeFault(page);
});

const noProfiles = [
  ["an empty file", Buffer.alloc(0)],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ["a truncated profile", Buffer.from('<?xml version="1.0"?><plist version="1.0"><dict><key>OIDC')],
  ["a web page", Buffer.from("<!doctype html><html><body>Sign in</body></html>")],
] as const;

test("an empty file, a picture, a truncated profile and a web page are refused with what is wrong and what to do", async ({
  app: { page },
}) => {
  for (const [what, buffer] of noProfiles) {
    await test.step(what, async () => {
      await openFile(page, { name: "input.mobileconfig", mimeType: "application/xml", buffer });
      await expect(page.getByRole("alert").getByRole("heading")).not.toBeEmpty();
      await expect(page.getByText("What to do")).toBeVisible();
      await page.getByRole("button", { name: "Back to Start" }).click();
      await expect(page.getByRole("heading", { name: /two sign-ins/ })).toBeVisible();
    });
  }
});

test("a bad file does not take away the profile that is open", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  await page.getByRole("button", { name: /^Document/ }).click();
  await chooseFiles(
    page,
    () => page.getByRole("menuitem", { name: /Open another profile/ }).click(),
    file("bad.plist", "no"),
  );
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: /^Back to/ }).click();
  await expect(page.getByRole("textbox", { name: "Login app" })).toBeVisible();
});

test("a link that was used already says so, and how to get a new one", async ({ app }) => {
  const second = await app.page.context().newPage();
  await second.goto(app.url);
  await expect(second.getByRole("alert")).toContainText("not let in");
  await expect(second.getByText(/start Latchkey again/)).toBeVisible();
  await capture(second, "error-link-used");
  await expectNoAxeFault(second);
});

const settings = (text: string) =>
  file(
    "com.jamf.connect.login.plist",
    `<plist version="1.0"><dict><key>OIDCProvider</key><string>EntraID</string><key>OIDCClientID</key><string>aaaa</string>${text}</dict></plist>`,
  );

test("attack: names with markup, turned writing and 10,000 characters are text, and their rows can be changed", async ({
  app: { page },
}) => {
  const long = "N".repeat(10_000);
  const names = ["&lt;img src=x onerror=alert(1)&gt;", "\u202egnp.exe", long];
  await openFile(
    page,
    settings(names.map((name, index) => `<key>${name}</key><string>v${index}</string>`).join("")),
  );
  await page.getByRole("tab", { name: /^Login/ }).click();
  const rows = page.locator(".key-row", { hasText: "not in the catalogue" });
  await expect(rows).toHaveCount(3);
  await expect(page.locator(".profile-form img")).toHaveCount(0);
  await expect(rows.filter({ hasText: "gnp.exe" }).locator(".unseen-mark").first()).toBeVisible();
  const isCut = await page.getByRole("tabpanel").evaluate((form) => form.scrollWidth > form.clientWidth);
  expect(isCut).toBe(false);
  for (const [index, row] of (await rows.all()).entries()) {
    expect((await row.boundingBox())?.height).toBeLessThan(450);
    const field = row.getByRole("textbox");
    await field.fill(`changed ${index}`);
    await field.press("Enter");
    if (index < 2) {
      await expect.poll(() => sourceText(page)).toContain(`<string>changed ${index}</string>`);
    } else {
      // No setting has a name of this length: that is said at its field, which keeps what was typed.
      await expect(row.getByRole("alert")).toContainText("A setting cannot have this name.");
      await expect(field).toHaveValue(`changed ${index}`);
    }
  }
  await expectNoAxeFault(page);
});

test("a source with an error that comes while a field of the form has the focus takes neither the focus nor what is typed", async ({
  app: { page },
}) => {
  await openFile(page, settings("<key>HelpURL</key><string>https://contoso.example</string>"));
  const field = page.getByRole("textbox", { name: "Login app" });
  await page
    .getByRole("textbox", { name: "Source text" })
    .locator(".cm-line", { hasText: "<string>EntraID</string>" })
    .click();
  await page.keyboard.type("<");
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("bb");
  await expect(page.getByText("The source holds an error in line")).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type("cc");
  await expect(field).toHaveValue("aaaabbcc");
  await page.keyboard.press("Enter");
  await expect.poll(() => sourceText(page)).toContain("<string>aaaabbcc</string>");
  await expect(page.getByText("The source holds an error in line")).toBeVisible();
});

test("a profile of 16 MB opens, is searched and changed", async ({ app: { page } }) => {
  test.setTimeout(600_000);
  // So much goes through main and back in its own time, which is long where other work is done as well.
  const patient = { timeout: 240_000 };
  const keys = Array.from(
    { length: 160 },
    (_, index) => `<key>Own${index}</key><string>${"x".repeat(100_000)}</string>`,
  );
  await openFile(page, settings(keys.join("\n")));
  const field = page.getByRole("textbox", { name: "Login app" });
  await expect(field).toHaveValue("aaaa", patient);
  await expect(page.getByText("it is shown here and not edited as text")).toBeVisible();
  await page.getByRole("searchbox").fill("Own159");
  await expect(page.locator('[data-key="Own159"]')).toBeVisible(patient);
  await page.getByRole("searchbox").fill("");
  await field.fill("bbbb");
  await field.press("Enter");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeEnabled(patient);
  expect((await sourceText(page)).includes("<string>bbbb</string>")).toBe(true);
  await expect(field).toHaveValue("bbbb");
});
