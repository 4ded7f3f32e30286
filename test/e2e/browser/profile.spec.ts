/** The profile editor: every key once, editing, undo, search, dropping a file, the source beside it. */
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { contosoFile, openFile } from "./helpers/steps.ts";

test("every key of an opened profile is shown once, with its name, and counted in its tab", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await expect(page.getByRole("heading", { name: "contoso.mobileconfig" })).toBeVisible();
  const form = page.getByRole("tabpanel");
  await expect(form.getByRole("textbox", { name: "Login app" })).toHaveValue(
    "11111111-1111-1111-1111-111111111111",
  );
  await page.getByRole("tab", { name: /^Login/ }).click();
  await expect(form).toContainText("DenyLocal");
  await expect(form.locator('[data-key="OIDCAdmin"]')).toContainText("Helpdesk");
  await expect(form.locator('[data-key="OIDCClientID"]')).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Source text" })).toContainText("<key>OIDCClientID</key>");
  // An error and the warnings are counted apart.
  await expect(page.getByRole("button", { name: /^Profile.*1 error.*4 warnings$/ })).toBeVisible();
  await capture(page, "profile-login");
});

test("a changed client ID stands in the source at once; undo and redo bring it back and forth", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  const field = page.getByRole("textbox", { name: "Login app" });
  const source = page.getByRole("textbox", { name: "Source text" });
  await field.fill("99999999-9999-9999-9999-999999999999");
  await field.press("Enter");
  await expect(source).toContainText("99999999-9999-9999-9999-999999999999");
  await expect(page.locator(".tool-bar")).toContainText("Edited");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(source).not.toContainText("99999999-9999");
  await expect(field).toHaveValue("11111111-1111-1111-1111-111111111111");
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(field).toHaveValue("99999999-9999-9999-9999-999999999999");
});

test("esc takes back what is typed and not yet stored", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  const field = page.getByRole("textbox", { name: "Login app" });
  await field.fill("half");
  await field.press("Escape");
  await expect(field).toHaveValue("11111111-1111-1111-1111-111111111111");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeDisabled();
});

test("a scope is added and removed without typing a separator", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  const row = page.locator('[data-field="login-scopes"]');
  await row.getByRole("textbox", { name: /^Add/ }).fill("offline_access");
  await row.getByRole("textbox", { name: /^Add/ }).press("Enter");
  const source = page.getByRole("textbox", { name: "Source text" });
  await expect(source).toContainText("/jamfconnect+openid+profile+email+offline_access</string>");
  await row
    .getByRole("row", { name: "profile" })
    .getByRole("button", { name: /Remove/ })
    .click();
  await expect(source).toContainText("/jamfconnect+openid+email+offline_access</string>");
});

test("a switch changes a boolean key", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  await page.getByRole("tab", { name: /^Login/ }).click();
  const row = page.locator('[data-key="DenyLocal"]');
  await expect(row.getByRole("switch")).toBeChecked();
  await row.locator(".switch").click();
  await expect(row.getByRole("switch")).not.toBeChecked();
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeEnabled();
});

test("search finds keys of every tab by name, meaning and value", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  const form = page.getByRole("tabpanel");
  await page.getByRole("searchbox", { name: "Search keys and meanings" }).fill("helpdesk");
  await expect(form.locator('[data-key="OIDCAdmin"]')).toBeVisible();
  await expect(form.locator('[data-key="DenyLocal"]')).toHaveCount(0);
  await page.getByRole("searchbox").fill("no such key");
  await expect(form).toContainText("Nothing matches");
});

test("only set keys hides identity fields that hold nothing", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  const redirect = page.locator('[data-field="redirect-uri"]');
  await expect(redirect).toBeVisible();
  await page.locator(".switch", { hasText: "Show set keys only" }).click();
  await expect(redirect).toBeHidden();
  await expect(page.locator('[data-field="tenant"]')).toBeVisible();
});

test("a file can be dropped into the window", async ({ app: { page } }) => {
  const drop = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const text =
      '<?xml version="1.0"?><plist version="1.0"><dict><key>OIDCProvider</key><string>EntraID</string></dict></plist>';
    transfer.items.add(new File([text], "com.jamf.connect.login.plist"));
    return transfer;
  });
  await page.locator(".frame").dispatchEvent("dragover", { dataTransfer: drop });
  await expect(page.locator(".drop-veil")).toContainText("Drop a profile");
  await page.locator(".frame").dispatchEvent("drop", { dataTransfer: drop });
  await expect(page.getByRole("heading", { name: "com.jamf.connect.login.plist" })).toBeVisible();
});

test("a tab with an error shows it when it is first opened, with its group and its lines in the source, and the focus stays on the tab", async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openFile(page, contosoFile);
  const login = page.getByRole("tab", { name: /^Login/ });
  await login.click();
  const error = page.locator(".profile-form .finding-error");
  await expect(error).toBeInViewport({ ratio: 1 });
  await expect(login).toBeFocused();
  const form = page.getByRole("tabpanel");
  const group = form.getByRole("heading", { name: /^Local login/ });
  const edge = (await form.boundingBox())?.y ?? 0;
  expect(Math.abs(((await group.boundingBox())?.y ?? 0) - edge)).toBeLessThan(2);
  const marked = page.locator(".cm-line.source-marked");
  await expect(marked).toHaveText([/<key>DenyLocal<\/key>/, /<true\/>/]);
  await expect(marked.last()).toBeInViewport({ ratio: 1 });
  // Once: whoever comes back begins at the top.
  await page.getByRole("tab", { name: /^Connect/ }).click();
  await login.click();
  await expect(error).not.toBeInViewport();
  await expect(marked).toHaveCount(0);
  // Under it is the sentence of another finding, and its detail a press away.
  const next = page.locator('[data-key="DenyLocal"] .finding-warning');
  await expect(next).toContainText("The login window needs a network but offers no way to choose one.");
  await expect(next).not.toContainText("AllowNetworkSelection");
  await next.getByRole("button", { name: /^Why\?/ }).click();
  await expect(page.getByRole("dialog")).toContainText("AllowNetworkSelection");
});

test("in a narrow window the value of the key that has the focus is in sight in the source", async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openFile(page, contosoFile);
  await page.getByRole("tab", { name: /^Connect/ }).click();
  await page.getByRole("textbox", { name: "Password check interval" }).focus();
  const value = page.locator(".cm-line.source-marked", { hasText: "<integer>" });
  await expect(value.getByText("60")).toBeInViewport({ ratio: 1 });
  // Lines break elsewhere in a window of another width.
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(value.getByText("60")).toBeInViewport({ ratio: 1 });
  }
});

test("the lines of the key that has the focus are marked in the source", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  await page.getByRole("textbox", { name: "Login app" }).focus();
  const marked = page.locator(".cm-line.source-marked");
  await expect(marked).toHaveText([/<key>OIDCClientID<\/key>/, /11111111-1111/]);
  await page.getByRole("tab", { name: /^Login/ }).click();
  await page.locator('[data-key="DenyLocal"] input').focus();
  await expect(marked).toHaveText([/<key>DenyLocal<\/key>/, /<true\/>/]);
  await capture(page, "profile-marked");
});
