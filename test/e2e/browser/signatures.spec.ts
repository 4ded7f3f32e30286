/** Signed profiles without an open one: what is dropped on the dialog, the re-sign list, and signing anew. OpenSSL is the second opinion. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "playwright";
import { signedFile } from "../../support/signed-file.ts";
import { throwawayIdentity } from "../../support/throwaway-identity.ts";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile } from "./helpers/steps.ts";

type Dropped = { readonly name: string; readonly base64: string };

/** Drops files on the dialog as the system does: the events come from the browser, the files from their bytes. */
async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer();
    for (const { name, base64 } of given)
      made.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
    return made;
  }, files);
  const dialog = page.getByRole("dialog");
  await dialog.dispatchEvent("dragover", { dataTransfer: transfer });
  await dialog.dispatchEvent("drop", { dataTransfer: transfer });
}

async function openDialog(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Start" })
    .getByRole("button", { name: /signatures/ })
    .press("Enter");
}

test("without an open profile a signed one is dropped on the dialog, and stays out of the editor", async ({
  app: { page },
}) => {
  const signed = await signedFile(await readFile(contosoFile, "utf8"));
  await openDialog(page);
  await drop(page, [{ name: "staff-signed.mobileconfig", base64: signed.toString("base64") }]);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("status")).toContainText(
    "Nobody else vouches for the certificate “Signed file”.",
  );
  await expectBothLooks(page, "signatures-one");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("navigation", { name: "Start" })).toBeVisible();
});

test("of several, those that end soon are listed and signed again with another identity", async ({
  app: { page },
}, info) => {
  const profile = await readFile(contosoFile, "utf8");
  const signed = await signedFile(profile);
  const identity = throwawayIdentity("Contoso Signing");
  await openDialog(page);
  const base64 = (bytes: Buffer) => bytes.toString("base64");
  await drop(page, [
    { name: "staff-signed.mobileconfig", base64: base64(signed) },
    { name: "pilot-signed.mobileconfig", base64: base64(signed.subarray(0, signed.length - 300)) },
    { name: "plain.mobileconfig", base64: base64(Buffer.from(profile)) },
    { name: "notes.txt", base64: base64(Buffer.from("not looked at")) },
  ]);
  const dialog = page.getByRole("dialog", { name: "Check signatures" });
  await expect(dialog.getByRole("status")).toHaveText(
    "1 of 2 signed profiles has to be signed again within 30 days.",
  );
  await expect(dialog.getByRole("row")).toHaveCount(3);
  await expectBothLooks(page, "signatures-list");
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectBothLooks(page, "signatures-list-1024");
  await dialog.getByRole("button", { name: "Sign staff-signed.mobileconfig again" }).press("Enter");
  const question = page.getByRole("dialog", { name: "Sign staff-signed.mobileconfig again" });
  await question.getByRole("button", { name: "Choose a certificate…" }).click();
  await chooseFiles(page, () => page.getByRole("button", { name: /Certificate file.*choose/ }).click(), {
    name: "signing.p12",
    mimeType: "application/x-pkcs12",
    buffer: Buffer.from(identity.p12, "base64"),
  });
  await page.getByLabel("Passphrase").fill(identity.passphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(question.getByRole("radio", { name: /Contoso Signing/ })).toBeChecked();
  await expectBothLooks(page, "signatures-again");
  const started = page.waitForEvent("download");
  await question.getByRole("button", { name: "Sign and download" }).click();
  const path = info.outputPath("again.mobileconfig");
  await (await started).saveAs(path);
  await expect(dialog.getByRole("status")).toHaveText(
    "None of 2 signed profiles has to be signed again within 30 days.",
  );
  const certificate = info.outputPath("certificate.pem");
  await writeFile(certificate, identity.certificate);
  const verify = ["cms", "-verify", "-binary", "-inform", "DER", "-in", path, "-CAfile", certificate];
  const { stdout } = await promisify(execFile)("openssl", [...verify, "-purpose", "any"]);
  expect(stdout).toBe(profile);
});
