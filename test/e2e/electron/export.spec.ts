/** Export of the desktop app by keyboard alone: the route, the identity, the file on disk. */
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "playwright";
import { verifySignature } from "../../../main/signing/index.ts";
import { throwawayIdentity } from "../../support/throwaway-identity.ts";
import { contosoFile, tabTo } from "../browser/helpers/steps.ts";
import { fileChooser } from "../support/file-chooser.ts";
import { expect, test } from "./support/app.ts";
import { pickFile } from "./support/pick-file.ts";

/** Goes to the routes and along them with the arrow keys until the one that is meant is chosen. */
async function chooseRoute(page: Page, title: RegExp): Promise<void> {
  const routes = page.getByRole("radiogroup", { name: "Where does it go?" });
  await tabUntil(page, () =>
    routes
      .locator(":focus")
      .count()
      .then((count) => count > 0),
  );
  for (let presses = 0; presses < 6; presses += 1) {
    if (await routes.getByRole("radio", { name: title }).isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`No route ${title} was reached with the arrow keys.`);
}

async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("It was not reached with Tab.");
}

test("keyboard alone: choose the route, unlock an identity, sign, and save a file that verifies", async ({
  launch,
}, info) => {
  const opened = info.outputPath("contoso.mobileconfig");
  await writeFile(opened, await readFile(contosoFile));
  const identity = throwawayIdentity("Contoso Signing");
  const p12 = info.outputPath("signing.p12");
  await writeFile(p12, Buffer.from(identity.p12, "base64"));
  const app = await launch({ args: [opened] });
  const page = await app.page();
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  const savedTo = info.outputPath("signed.mobileconfig");
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, savedTo);

  await tabTo(page, /^\s*Export/);
  await page.keyboard.press("Enter");
  await chooseRoute(page, /A Mac by hand/);
  await expect(page.getByRole("heading", { name: "For one Mac, to try it" })).toBeVisible();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowUp");
  await expect(
    page.getByRole("heading", { name: "Sign it, and keep it read-only in Jamf Pro" }),
  ).toBeVisible();

  await tabTo(page, /Choose a certificate/);
  await page.keyboard.press("Enter");
  await tabTo(page, /Certificate file.*: choose a file/);
  await fileChooser(page, () => page.keyboard.press("Enter"));
  await pickFile(page, "[role=dialog] input[type=file]", p12);
  await expect(page.getByRole("dialog")).toContainText("signing.p12");
  await tabUntil(page, () =>
    page.getByLabel("Passphrase").evaluate((field) => field === document.activeElement),
  );
  await page.keyboard.type(identity.passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /Contoso Signing/ })).toBeChecked();

  await tabTo(page, /Save signed profile/);
  await page.keyboard.press("Enter");
  // Nobody gets into a Mac with this profile when the provider fails, so its name has to be typed.
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Contoso Jamf Connect");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Saved, signed by Contoso Signing/ })).toBeVisible();
  const bytes = new Uint8Array(await readFile(savedTo));
  const trusted = [new TextEncoder().encode(identity.certificate)];
  expect(await verifySignature(bytes, { trusted })).toMatchObject({ ok: true, value: { status: "valid" } });
  expect(await readFile(opened)).toEqual(await readFile(contosoFile));
});
