/** Changes are never lost: the window and the app ask before they close, Save writes the file, a kill leaves a draft. */
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect, type RunningApp, test } from "./support/app.ts";

const profile = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
<key>OIDCProvider</key><string>EntraID</string><key>OIDCTenant</key><string>contoso.com</string>
</dict></plist>`;

// Start has a field of that name in its templates.
const tenant = (page: Page) =>
  page.getByRole("tabpanel").getByRole("textbox", { name: "Tenant", exact: true }).first();
const question = (page: Page) => page.getByRole("alertdialog", { name: /^Save the changes to/ });

/** Types a tenant into the profile that the app was started with; the field keeps the focus. */
async function type(app: RunningApp, text: string): Promise<Page> {
  const page = await app.page();
  await tenant(page).fill(text);
  return page;
}

/** As a person closes the window or ends the app; the process may be gone before it can answer. */
function end(app: RunningApp, how: "close" | "quit"): void {
  const ended =
    how === "quit"
      ? app.evaluate(({ app: electronApp }) => electronApp.quit())
      : app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  void ended.catch(() => undefined);
}

for (const how of ["close", "quit"] as const) {
  test(`${how}: what is being typed counts; Cancel keeps the window, Save writes the file it came from`, async ({
    launch,
  }, testInfo) => {
    const path = testInfo.outputPath("com.jamf.connect.login.plist");
    await writeFile(path, profile);
    const app = await launch({ args: [path] });
    const page = await type(app, "fabrikam.com");
    end(app, how);
    await question(page).getByRole("button", { name: "Cancel" }).press("Enter");
    await expect(question(page)).toHaveCount(0);
    await expect(tenant(page)).toHaveValue("fabrikam.com");
    expect(await readFile(path, "utf8")).toBe(profile);
    end(app, how);
    await question(page).getByRole("button", { name: "Save" }).press("Enter");
    expect(await app.untilExit()).toBe(0);
    expect(await readFile(path, "utf8")).toContain("<string>fabrikam.com</string>");
  });
}

test("Discard closes and leaves the file as it was", async ({ launch }, testInfo) => {
  const path = testInfo.outputPath("com.jamf.connect.login.plist");
  await writeFile(path, profile);
  const app = await launch({ args: [path] });
  const page = await type(app, "fabrikam.com");
  end(app, "close");
  await question(page).getByRole("button", { name: "Discard" }).press("Enter");
  expect(await app.untilExit()).toBe(0);
  expect(await readFile(path, "utf8")).toBe(profile);
});

test("a file that another program changes meanwhile is not written over without a question", async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath("com.jamf.connect.login.plist");
  await writeFile(path, profile);
  const app = await launch({ args: [path] });
  const page = await type(app, "fabrikam.com");
  await tenant(page).press("Enter");
  await expect(page).toHaveTitle(/\(edited\)/);
  const theirs = profile.replace("contoso.com", "tailspin.com");
  await writeFile(path, theirs);
  await page.keyboard.press("Control+s");
  const changed = page.getByRole("alertdialog", { name: /was changed by another program/ });
  await expect(changed).toContainText("OIDCTenant");
  await changed.getByRole("button", { name: "Take theirs" }).press("Enter");
  await expect(tenant(page)).toHaveValue("tailspin.com");
  expect(await readFile(path, "utf8")).toBe(theirs);
});
