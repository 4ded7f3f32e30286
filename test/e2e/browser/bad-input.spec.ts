/** Files that are no profile, and a link that was used: what is wrong, where, what to do, and nothing else is lost. */
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { contosoFile, openFile } from "./helpers/steps.ts";

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
  await expect(alert.getByRole("heading")).toContainText("Line 5, column");
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
      await expect(page.getByRole("heading", { name: /Two sign-ins/ })).toBeVisible();
    });
  }
});

test("a bad file does not take away the profile that is open", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  await page.getByRole("button", { name: /^Document/ }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: /Open another profile/ }).click();
  await (await chooser).setFiles(file("bad.plist", "no"));
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: /^Back to/ }).click();
  await expect(page.getByRole("textbox", { name: "Login app" })).toBeVisible();
});

test("a link that was used already says so, and how to get a new one", async ({ app }) => {
  const second = await app.page.context().newPage();
  await second.goto(app.url);
  await expect(second.getByRole("alert")).toContainText("already used");
  await expect(second.getByText(/Start Latchkey again/)).toBeVisible();
  await capture(second, "error-link-used");
  await expectNoAxeFault(second);
});
