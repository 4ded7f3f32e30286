/** Changes are never lost: the window and the app ask before they close, Save writes the file, a kill leaves a draft. */
import { readdirSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
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

/** The text of the only draft of an app, once it holds a text. */
async function draftOf(app: RunningApp, text: string): Promise<string> {
  const folder = join(app.userData, "drafts");
  const drafts = () => {
    try {
      return readdirSync(folder)
        .filter((name) => !name.startsWith("."))
        .map((name) => readFileSync(join(folder, name), "utf8"))
        .join("");
    } catch {
      return "";
    }
  };
  await expect.poll(drafts).toContain(text);
  return drafts();
}

test("a kill leaves a draft without secrets, which the next start offers and restores", async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath("com.jamf.connect.login.plist");
  await writeFile(
    path,
    profile.replace("</dict>", "<key>OIDCClientSecret</key><string>canary</string></dict>"),
  );
  const app = await launch({ args: [path] });
  const page = await type(app, "fabrikam.com");
  await tenant(page).press("Enter");
  expect(await draftOf(app, "fabrikam.com")).not.toContain("canary");
  await app.kill();
  expect(await readFile(path, "utf8")).toContain("contoso.com");

  const again = await launch({ after: app });
  const next = await again.page();
  const offers = next.getByRole("region", { name: "Changes that were not saved" });
  await expect(offers).toContainText("OIDC client secret");
  await offers.getByRole("button", { name: /^Restore/ }).press("Enter");
  await expect(tenant(next)).toHaveValue("fabrikam.com");
  await expect(next).toHaveTitle(/\(edited\)/);
});

test("a page that has broken down lets the window close, and the changes are offered at the next start", async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath("com.jamf.connect.login.plist");
  await writeFile(path, profile);
  const app = await launch({ args: [path] });
  const page = await type(app, "fabrikam.com");
  await tenant(page).press("Enter");
  await draftOf(app, "fabrikam.com");
  await app.evaluate(({ BrowserWindow }) => {
    // What no page can show.
    const broken = { id: "x", findings: 1, payloads: [], unsaved: true };
    BrowserWindow.getAllWindows()[0]?.webContents.send("latchkey:event:profile.changed", broken);
  });
  await expect(page.getByText("This page has broken down.")).toBeVisible();
  end(app, "close");
  expect(await app.untilExit()).toBe(0);
  const next = await (await launch({ after: app })).page();
  await expect(next.getByRole("button", { name: /^Restore/ })).toBeVisible();
});

test("a page that was loaded again is asked as before when its window closes", async ({
  launch,
}, testInfo) => {
  const path = testInfo.outputPath("com.jamf.connect.login.plist");
  await writeFile(path, profile);
  const app = await launch({ args: [path] });
  const page = await type(app, "fabrikam.com");
  await tenant(page).press("Enter");
  await expect(page).toHaveTitle(/\(edited\)/);
  await page.reload();
  await expect(tenant(page)).toHaveValue("fabrikam.com");
  end(app, "close");
  await question(page).getByRole("button", { name: "Discard" }).press("Enter");
  expect(await app.untilExit()).toBe(0);
  expect(await readFile(path, "utf8")).toBe(profile);
});

test("an error in the source is asked about before the window closes, and the policy of the page is kept", async ({
  launch,
  startSecond,
}, testInfo) => {
  const path = testInfo.outputPath("com.jamf.connect.login.plist");
  await writeFile(path, profile);
  const app = await launch();
  const page = await app.page();
  const messages: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security|Trusted/i.test(message.text()))
      messages.push(message.text());
  });
  page.on("pageerror", (error) => messages.push(error.message));
  await page.locator("[data-app-state=ready]").waitFor();
  await startSecond(app, [path]);
  const source = page.getByRole("textbox", { name: "Source text" });
  await source.locator(".cm-line", { hasText: "EntraID" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type("<");
  await expect(page.locator(".source-state")).toContainText(/Line \d+, column \d+/);
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  end(app, "close");
  await expect(question(page)).toContainText("the source holds text that no file can take");
  await question(page).getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(question(page)).toHaveCount(0);
  await expect(source).toContainText("<string>EntraID</string><");
  end(app, "close");
  await question(page).getByRole("button", { name: "Discard" }).press("Enter");
  expect(await app.untilExit()).toBe(0);
  expect(await readFile(path, "utf8")).toBe(profile);
  expect(messages).toEqual([]);
});
