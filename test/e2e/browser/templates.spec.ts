/** A new profile from a template: on Start, over an open profile, and with the tenant looked up by its domain. */
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, currentView, openFile, sourceText, startScenario } from "./helpers/steps.ts";

const client = "7e1d4c52-92c4-4b5f-8f7e-5a1b2c3d4e01";

test("a template asks for its blanks, says what does not fit at its field, and makes a profile without an error", async ({
  app: { page },
}) => {
  // By keyboard alone: the command, the choice, the fields, the button.
  await page.locator("#start-templates").waitFor();
  await page.getByRole("radio", { name: /Two API apps/ }).waitFor();
  await page.keyboard.press("Control+n");
  await expect(page.getByRole("radio", { name: /Two API apps/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const form = page.getByRole("region", { name: "Blanks of the template" });
  await expect(form.getByRole("heading")).toHaveText("C, API app excluded");
  // One filled button: opening a profile, until somebody has begun to fill a template in.
  const filled = page.locator(".button-primary");
  await expect(filled).toHaveText(["Open a profile…"]);
  await form.getByRole("textbox", { name: "Tenant" }).fill("contoso.com");
  await expect(form).toContainText(
    "Look up asks login.microsoftonline.com for the ID and sends only the domain.",
  );
  await expect(filled).toHaveText(["Make the profile"]);
  await form.getByRole("textbox", { name: "Jamf Connect app" }).fill("1234");
  await form
    .getByRole("textbox", { name: "API app for the check" })
    .fill("api://6d1e9b63-0000-4000-8000-bbbbbbbbbbbb/check");
  await page.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toContainText("Jamf Connect app is not an ID as Entra gives them.");
  await expectBothLooks(page, "templates");
  await form.getByRole("textbox", { name: "Jamf Connect app" }).fill(client);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "Jamf Connect.mobileconfig" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Login app" })).toHaveValue(client);
  await expect.poll(() => sourceText(page)).toContain("bbbbbbbbbbbb/check");
  const findings = (await currentView(page))?.findings ?? null;
  expect(findings?.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("in a narrow window the row of the chosen template opens its form, and has the focus again when it closes", async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole("radio", { name: /^Google/ }).focus();
  await page.keyboard.press("Space");
  const fillIn = page.getByRole("button", { name: "Fill in Google" });
  await expect(page.getByRole("button", { name: /^Fill in/ })).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(fillIn).toBeFocused();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "New profile" });
  // Arrow keys in a field are the field's: they choose no other template.
  await drawer.getByRole("textbox", { name: "Jamf Connect app" }).press("ArrowDown");
  await expect(drawer.getByRole("heading", { name: "Google" })).toBeVisible();
  await expectBothLooks(page, "templates-drawer");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(fillIn).toBeFocused();
});

test("over an open profile the templates come as a sheet, and the open one stays until the new one is made", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await expect(page.getByRole("heading", { name: "contoso.mobileconfig" })).toBeVisible();
  await page.keyboard.press("Alt+n");
  const sheet = page.getByRole("dialog", { name: "New from a template" });
  await sheet.getByRole("radio", { name: /^Google/ }).focus();
  await page.keyboard.press("Space");
  await sheet
    .getByRole("textbox", { name: "Jamf Connect app" })
    .fill("829415848243-example.apps.googleusercontent.com");
  await sheet.getByLabel("Client secret").fill("not-a-secret-of-anybody");
  await expectBothLooks(page, "templates-sheet");
  // Another blank is not filled in, and the open profile is still what it was.
  await expect(page.locator("main h1, header h1").first()).toHaveText("contoso.mobileconfig");
  await expect.poll(() => sourceText(page)).toContain("11111111-1111-1111-1111-111111111111");
  await sheet.getByRole("button", { name: "Make the profile" }).click();
  await expect(sheet).toBeHidden();
  await expect.poll(() => sourceText(page)).toContain("GoogleID");
  await expect.poll(() => sourceText(page)).not.toContain("not-a-secret-of-anybody");
});

test("in practice the tenant is looked up at the practice tenant, and a domain that it does not have is said", async ({
  app: { page },
}) => {
  await startScenario(page, /MFA on all resources/);
  await page.keyboard.press("Alt+n");
  const sheet = page.getByRole("dialog", { name: "New from a template" });
  await sheet.getByRole("textbox", { name: "Tenant" }).fill("fabrikam.com");
  await expect(sheet).toContainText(/Look up asks 127\.0\.0\.1:\d+ for the ID/);
  await sheet.getByRole("button", { name: "Look up" }).click();
  await expect(sheet.getByRole("alert")).toContainText("The tenant does not exist in this cloud.");
  await sheet.getByRole("textbox", { name: "Tenant" }).fill("contoso.example");
  await sheet.getByRole("button", { name: "Look up" }).click();
  await expect(
    sheet.getByRole("status").filter({ hasText: "names this ID for contoso.example" }),
  ).toBeVisible();
  await expect(sheet.getByRole("textbox", { name: "Tenant" })).toHaveValue(/^[0-9a-f-]{36}$/);
});
