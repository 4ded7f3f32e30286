/** Changes are never lost: saving, the question before, drafts, two tabs. By keyboard where it is about keys. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";

const profile = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadDisplayName</key><string>${name}</string>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadIdentifier</key><string>com.contoso.${name}</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.jamf.connect.login</string>
<key>OIDCProvider</key><string>EntraID</string>
<key>OIDCTenant</key><string>contoso.com</string>
<key>OIDCClientSecret</key><string>not-for-the-disk</string>
</dict></array></dict></plist>`;

async function open(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name: /^Open a profile/ }).first();
  const ask = async () => ((await button.isVisible()) ? button.click() : page.keyboard.press("Control+o"));
  await chooseFiles(page, ask, {
    name: `${name}.mobileconfig`,
    mimeType: "application/xml",
    buffer: Buffer.from(profile(name)),
  });
}

/** Drops a profile on the window. */
async function drop(page: Page, name: string): Promise<void> {
  const given = { name: `${name}.mobileconfig`, text: profile(name) };
  await page.evaluate((file) => {
    const data = new DataTransfer();
    data.items.add(new File([file.text], file.name));
    const over = document.querySelector(".frame") ?? document.body;
    for (const type of ["dragenter", "dragover", "drop"])
      over.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, given);
}

// Start has a field of that name in its templates.
const tenant = (page: Page) =>
  page.getByRole("tabpanel").getByRole("textbox", { name: "Tenant", exact: true }).first();
const question = (page: Page) => page.getByRole("alertdialog", { name: /^Save the changes to/ });

/** Opens a profile and changes it. */
async function edit(page: Page, name = "staff"): Promise<void> {
  await open(page, name);
  // The profile before has such a field, too.
  await expect(page).toHaveTitle(new RegExp(` ${name} `));
  await tenant(page).fill("fabrikam.com");
  await tenant(page).press("Enter");
  await expect(page).toHaveTitle(/\(edited\)/);
}

/** Drafts in the home folder of the app, once there are as many. */
async function draftsIn(home: string, count: number): Promise<string[]> {
  const folder = join(home, "latchkey", "drafts");
  // The folder comes with the first draft.
  const names = () => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => !name.startsWith("."));
  await expect.poll(names).toHaveLength(count);
  return names().map((name) => join(folder, name));
}

test("Save is a download under the file's name, also of what is still being typed, and the title says when it is due", async ({
  app: { page, home },
}) => {
  await edit(page);
  const [draft = ""] = await draftsIn(home, 1);
  expect(readFileSync(draft, "utf8")).toContain("fabrikam.com");
  expect(readFileSync(draft, "utf8")).not.toContain("not-for-the-disk");
  await tenant(page).fill("tailspin.com");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("staff.mobileconfig");
  const text = readFileSync(await saved.path(), "utf8");
  expect(text).toContain("<string>tailspin.com</string>");
  expect(text).toContain("<string>not-for-the-disk</string>");
  await expect(page).not.toHaveTitle(/\(edited\)/);
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await draftsIn(home, 0);
});

test("before another document the page asks, by keyboard: Cancel keeps, Discard goes on, Save saves first", async ({
  app: { page, home },
}) => {
  await edit(page);
  await open(page, "pilot");
  await expect(question(page)).toBeVisible();
  await expect(question(page).getByRole("button", { name: "Save" })).toBeFocused();
  await expectBothLooks(page, "unsaved-question");
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeHidden();
  await expect(page).toHaveTitle(/staff \(edited\)/);
  await expect(tenant(page)).toHaveValue("fabrikam.com");

  await open(page, "pilot");
  await expect(question(page).getByRole("button", { name: "Save" })).toBeFocused();
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("staff.mobileconfig");
  await expect(page).toHaveTitle(/pilot/);

  await edit(page);
  await open(page, "pilot");
  await question(page).getByRole("button", { name: "Discard" }).press("Enter");
  await expect(page).toHaveTitle(/pilot/);
  await expect(page).not.toHaveTitle(/edited/);
  await draftsIn(home, 0);
});

test("a call that is overtaken on its way does not undo what was done after it", async ({
  app: { page, home },
}) => {
  await open(page, "staff");
  await tenant(page).waitFor();
  let isOvertaken = false;
  let state: "before" | "held" | "come" = "before";
  await page.route("**/call/document.keepUnstored", async (route) => {
    const isTyped = route.request().postData()?.includes("fabrikam.com") ?? false;
    if (state === "before" && isTyped) {
      state = "held";
      // As long as it takes the page to send what came after it, or a moment where it does not.
      await expect
        .poll(() => isOvertaken, { timeout: 2000 })
        .toBe(true)
        .catch(() => undefined);
      await route.continue();
      state = "come";
      return;
    }
    await route.continue();
    if (state === "held") isOvertaken = true;
  });
  await tenant(page).fill("fabrikam.com");
  await expect.poll(() => state).toBe("held");
  await tenant(page).press("Enter");
  await expect.poll(() => state).toBe("come");
  await expect(page).toHaveTitle(/\(edited\)/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  await download;
  await expect(page).not.toHaveTitle(/\(edited\)/);
  await open(page, "pilot");
  await expect(page).toHaveTitle(/pilot/);
  // Everything of the first one is in its file.
  await draftsIn(home, 0);
});

test("a reload shows the document with its changes; the browser asks before a tab with changes is closed", async ({
  app: { page },
}) => {
  await edit(page);
  const asked = new Promise<string>((resolve) => {
    page.once("dialog", (dialog) => {
      resolve(dialog.type());
      void dialog.accept();
    });
  });
  await page.reload();
  expect(await asked).toBe("beforeunload");
  await expect(page).toHaveTitle(/staff \(edited\)/);
  await expect(tenant(page)).toHaveValue("fabrikam.com");
});

test("a text that does not fit and a source with an error are asked about, and are there again after a reload", async ({
  app: { page },
}) => {
  await open(page, "staff");
  await tenant(page).waitFor();
  const source = page.getByRole("textbox", { name: "Source text" });
  await source.locator(".cm-line", { hasText: "contoso.com" }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type("<");
  await expect(page.locator(".source-state")).toContainText(/Line \d+, column \d+/);
  await open(page, "pilot");
  await expect(question(page)).toContainText("the source holds text that no file can take");
  await expect(question(page)).toHaveAccessibleDescription(/Save leaves out what does not fit/);
  await expectBothLooks(page, "unstored-question");
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeHidden();
  const asked = new Promise<string>((resolve) => {
    page.once("dialog", (dialog) => {
      resolve(dialog.type());
      void dialog.accept();
    });
  });
  await page.reload();
  expect(await asked).toBe("beforeunload");
  await expect(source).toContainText("</string><");
  await expect(page.locator(".source-state")).toContainText(/Line \d+, column \d+/);
});

test("before a template and a dropped file the page asks too, and Cancel keeps what is open", async ({
  app: { page },
}) => {
  await edit(page);
  const stays = async () => {
    await expect(question(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(question(page)).toBeHidden();
    await expect(page).toHaveTitle(/staff \(edited\)/);
  };
  await drop(page, "pilot");
  await stays();
  await page.getByRole("button", { name: /^Document / }).click();
  await page.getByRole("menuitem", { name: /New from a template/ }).click();
  await page.getByRole("button", { name: "Make the profile" }).click();
  await stays();
});

test("a draft of an app that was killed is offered, says what it lacks, and is saved when that is settled", async ({
  unopened: { page, url, home },
}) => {
  const id = "0b2c4a6e-1111-4222-8333-444455556666";
  const folder = join(home, "latchkey", "drafts");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(draft(id)));
  writeFileSync(join(folder, `${id.replace("0", "1")}.json`), "{");
  await page.goto(url);
  const offers = page.getByRole("region", { name: "Changes that were not saved" });
  await expect(offers).toContainText("staff.mobileconfig");
  await expect(offers).toContainText("OIDC client secret");
  await expect(offers).toContainText("A draft cannot be read.");
  await expectBothLooks(page, "draft-offered");
  await offers.getByRole("button", { name: "Restore staff.mobileconfig" }).press("Enter");
  await expect(tenant(page)).toHaveValue("fabrikam.com");
  await expect(page.getByRole("status").filter({ hasText: "1 value is missing." })).toBeVisible();

  await page.keyboard.press("Control+s");
  const missing = page.getByRole("dialog", { name: "Values that the draft left out" });
  await expect(missing).toContainText("OIDCClientSecret");
  await expectBothLooks(page, "left-out");
  await missing.locator("input").fill("entered-again");
  await missing.getByRole("button", { name: "Use this value" }).press("Enter");
  await page
    .getByRole("dialog", { name: "Every value is there again" })
    .getByRole("button", { name: "Done" })
    .press("Enter");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  expect(readFileSync(await (await download).path(), "utf8")).toContain("<string>entered-again</string>");
});

test("a second tab is told that both show one document", async ({ app: { page, url } }) => {
  const bearer = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  const second = await page.context().newPage();
  await second.addInitScript((held) => {
    for (const [key, value] of Object.entries(JSON.parse(held) as Record<string, string>))
      sessionStorage.setItem(key, value);
  }, bearer);
  await second.goto(new URL("/", url).href);
  await expect(second.getByText("Latchkey is open in another tab.")).toBeVisible();
  await expect(page.getByText("Latchkey is open in another tab.")).toHaveCount(0);
});

function draft(id: string) {
  return {
    version: 1,
    id,
    writer: 4_194_304,
    savedAt: new Date().toISOString(),
    mark: "left-out-0b2c4a6e",
    file: { name: "staff.mobileconfig", path: null, digest: "0".repeat(64), bytes: 700 },
    format: "mobileconfig",
    encoding: "xml",
    domain: null,
    root: {
      PayloadDisplayName: "staff",
      PayloadType: "Configuration",
      PayloadContent: [
        {
          PayloadType: "com.jamf.connect.login",
          OIDCProvider: "EntraID",
          OIDCTenant: "fabrikam.com",
          OIDCClientSecret: "left-out-0b2c4a6e",
        },
      ],
    },
  };
}
