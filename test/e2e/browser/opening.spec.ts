/** What people have, dropped into the window: each goes where it belongs. And a profile beside another one. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { portalCsv, testRow } from "../../support/sign-in-rows.ts";
import { chooseFiles, fileChooser } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, openFile } from "./helpers/steps.ts";

/** Drops one file, as a person does. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName));
      return data;
    },
    [name, content] as const,
  );
  await page.dispatchEvent(".frame", "drop", { dataTransfer: transfer });
}

test("a profile inside an answer of a server is taken out, and what is dropped else goes where it belongs", async ({
  app: { page },
}) => {
  await drop(page, "signins.csv", portalCsv([testRow(1, { code: 50126 })]));
  await expect(page.getByRole("heading", { name: "1 real failure." })).toBeVisible();
  await expectNoAxeFault(page);

  await drop(page, "mail.txt", "AADSTS50076: Due to a configuration change made by your administrator");
  await expect(page.getByRole("region", { name: "What it means" })).toContainText("50076");

  const inner = readFileSync(contosoFile, "utf8");
  await drop(page, "answer.json", JSON.stringify({ payload: Buffer.from(inner).toString("base64") }));
  const about = page.getByRole("region", { name: "About this file" });
  await expect(about).toContainText("This profile was inside Base64, in payload of a JSON file.");
  await expect(page.getByRole("textbox", { name: "Login app" })).toHaveValue(
    "11111111-1111-1111-1111-111111111111",
  );
  await expectBothLooks(page, "taken-out");

  const policy = {
    displayName: "Require MFA for all users",
    state: "enabled",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  };
  await drop(page, "ca.json", JSON.stringify(policy));
  await expect(page.getByRole("heading", { name: "Conditional Access", exact: true })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("1 policy");
});

for (const [what, names] of [
  ["", ""],
  [
    ", also where nothing else is wrong with it",
    "<key>PayloadVersion</key><integer>1</integer><key>PayloadIdentifier</key><string>com.example.$</string><key>PayloadUUID</key><string>7E6B1D1E-5E46-4C55-8F0B-6A1E2B8D3C1$</string>",
  ],
] as const)
  test(`a profile for something else says what it holds${what}`, async ({ app: { page } }) => {
    await drop(
      page,
      "wifi.mobileconfig",
      `<?xml version="1.0"?><plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string>${names.replaceAll("$", "1")}<key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.apple.wifi.managed</string>${names.replaceAll("$", "2")}<key>SSID_STR</key><string>Staff</string></dict></array></dict></plist>`,
    );
    const about = page.getByRole("region", { name: "About this file" });
    await expect(about).toContainText("This profile has no settings for Jamf Connect.");
    await expect(about).toContainText("com.apple.wifi.managed");
    await capture(page, "no-jamf-connect");
  });

test("the page keeps the file picker until it is answered, and no longer", async ({ app: { page } }) => {
  const picker = page.locator("input[type=file][accept*=mobileconfig]");
  const start = page.getByRole("navigation", { name: "Start" });
  const asked = await fileChooser(page, () => start.getByRole("button", { name: /Open a profile/ }).click());
  // What no document holds may be collected while the person still chooses.
  expect(await asked.element().evaluate((input) => input.isConnected)).toBe(true);
  await asked.setFiles(contosoFile);
  await page.getByRole("heading", { name: "contoso.mobileconfig" }).waitFor();
  await expect(picker).toHaveCount(0);
});

test("the open profile is compared with another file, key by key, and a secret is not shown", async ({
  app: { page },
}) => {
  const withSecret = (secret: string) =>
    readFileSync(contosoFile, "utf8").replace(
      "<key>OIDCClientID</key>",
      `<key>OIDCClientSecret</key><string>${secret}</string><key>OIDCClientID</key>`,
    );
  await openFile(page, {
    name: "contoso.mobileconfig",
    mimeType: "application/xml",
    buffer: Buffer.from(withSecret("canary-here")),
  });
  await page.getByRole("heading", { name: "contoso.mobileconfig" }).waitFor();
  await page.keyboard.press("Alt+Shift+d");
  const dialog = page.getByRole("dialog", { name: "Compare" });
  const other = withSecret("canary-there")
    .replaceAll("11111111-1111-1111-1111-111111111111", "99999999-9999-9999-9999-999999999999")
    .replace("<string>EntraID</string>", "<string>Custom</string>");
  await chooseFiles(page, () => dialog.getByRole("button", { name: "Choose a file…" }).click(), {
    name: "other.mobileconfig",
    mimeType: "application/xml",
    buffer: Buffer.from(other),
  });
  await expect(dialog.getByRole("status")).toContainText(/settings? differs? from other\.mobileconfig\./);
  const row = dialog.getByRole("row", { name: /^OIDCClientID/ });
  await expect(row).toContainText("99999999-9999-9999-9999-999999999999");
  await expect(row).toContainText("11111111-1111-1111-1111-111111111111");
  // Of the secret only that it changed.
  const secret = dialog.getByRole("row", { name: /^OIDCClientSecret/ });
  await expect(secret).toBeVisible();
  expect(await page.content()).not.toContain("canary");
  await expectBothLooks(page, "compare-profile");
  await dialog.getByText("Last export").click();
  await expect(dialog.getByRole("alert")).toContainText("This profile has not been exported yet.");
});

async function closeToStart(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Document/ }).click();
  await page.getByRole("menuitem", { name: "Close and go to Start" }).click();
}

test("a profile that was open is listed on Start by its name, is chosen again from there, and is forgotten by a press", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await page.getByRole("heading", { name: "contoso.mobileconfig" }).waitFor();
  await closeToStart(page);
  const recent = page.getByRole("region", { name: "Recent" });
  const row = recent.getByRole("listitem").getByRole("button");
  await expect(row).toContainText("contoso.mobileconfig");
  await expect(row).toContainText("Not tested");
  // A page of a browser cannot open a file by its path.
  await expect(row).toContainText("Choose it again");
  await expectBothLooks(page, "recents");
  await chooseFiles(page, () => row.press("Enter"), contosoFile);
  await page.getByRole("heading", { name: "contoso.mobileconfig" }).waitFor();
  await closeToStart(page);
  await recent.getByRole("button", { name: "Forget all" }).press("Enter");
  await expect(recent).toBeHidden();
});
