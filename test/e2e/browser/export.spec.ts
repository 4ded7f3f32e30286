/** What an export writes, and the identities that sign it. OpenSSL is the second opinion on a signature. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "playwright";
import { makeFamily, openWorkshop } from "../../integration/signing/support/openssl.ts";
import { signedFile } from "../../support/signed-file.ts";
import { throwawayIdentity } from "../../support/throwaway-identity.ts";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

async function chooseRoute(page: Page, title: string): Promise<void> {
  await page.locator(".route", { hasText: title }).click();
}

async function download(page: Page, button: string, path: string): Promise<Buffer> {
  const started = page.waitForEvent("download");
  await page.locator(".tool-bar").getByRole("button", { name: button }).click();
  // Nobody gets into a Mac with this profile when the provider fails, so its name has to be typed.
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Contoso Jamf Connect");
  await dialog.getByRole("button", { name: button }).click();
  await (await started).saveAs(path);
  return readFile(path);
}

test("an unsigned export holds the edited value and is a property list", async ({ app: { page } }, info) => {
  await openFile(page, contosoFile);
  const field = page.getByRole("textbox", { name: "Login app" });
  await field.fill("99999999-9999-9999-9999-999999999999");
  await field.press("Enter");
  await goTo(page, "Export");
  await chooseRoute(page, "Jamf Pro, editable");
  const bytes = await download(page, "Download unsigned profile", info.outputPath("unsigned.mobileconfig"));
  expect(bytes.toString("utf8")).toContain("<string>99999999-9999-9999-9999-999999999999</string>");
  await expect(page.getByRole("heading", { name: "Downloaded: contoso.mobileconfig" })).toBeVisible();
  await page.locator(".segment").getByText("Changes").click();
  await expect(page.getByRole("region", { name: "Changes" })).toContainText(
    "99999999-9999-9999-9999-999999999999",
  );
  await capture(page, "export-unsigned");
});

test("a profile signed with a .p12 is verified by us and by openssl", async ({ app: { page } }, info) => {
  const identity = throwawayIdentity("Contoso Signing");
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await page.getByRole("button", { name: "Choose a certificate…" }).click();
  const dialog = page.getByRole("dialog");
  await chooseFiles(page, () => dialog.getByRole("button", { name: /choose a file/ }).click(), {
    name: "signing.p12",
    mimeType: "application/x-pkcs12",
    buffer: Buffer.from(identity.p12, "base64"),
  });
  await dialog.getByLabel("Passphrase").fill(identity.passphrase);
  await dialog.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("radio", { name: /Contoso Signing/ })).toBeChecked();
  const signed = info.outputPath("signed.mobileconfig");
  await download(page, "Download signed profile", signed);
  await expect(page.getByRole("complementary", { name: "Checks" })).toContainText("Signature, checked by us");
  await capture(page, "export-signed");
  const certificate = info.outputPath("certificate.pem");
  await writeFile(certificate, identity.certificate);
  const { stdout } = await promisify(execFile)("openssl", [
    "cms",
    "-verify",
    "-inform",
    "DER",
    "-in",
    signed,
    "-CAfile",
    certificate,
    "-purpose",
    "any",
  ]);
  expect(stdout).toContain("<string>com.contoso.jamfconnect.login</string>");
});

test("a wrong passphrase is said in the dialog, which stays open", async ({ app: { page } }) => {
  const identity = throwawayIdentity("Contoso Signing");
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await page.getByRole("button", { name: "Choose a certificate…" }).click();
  const dialog = page.getByRole("dialog");
  await chooseFiles(page, () => dialog.getByRole("button", { name: /choose a file/ }).click(), {
    name: "signing.p12",
    mimeType: "application/x-pkcs12",
    buffer: Buffer.from(identity.p12, "base64"),
  });
  await dialog.getByLabel("Passphrase").fill("wrong");
  await dialog.getByRole("button", { name: "Unlock" }).click();
  await expect(dialog.getByRole("alert")).toContainText(/pass(phrase|word)/i);
  await capture(page, "export-wrong-passphrase");
});

test("PEM certificate and key sign as well", async ({ app: { page } }, info) => {
  const identity = throwawayIdentity("Contoso PEM");
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await page.getByRole("button", { name: "Choose a certificate…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator(".segment").getByText("PEM").click();
  await chooseFiles(page, () => dialog.getByRole("button", { name: /Certificate.*choose/ }).click(), {
    name: "both.pem",
    mimeType: "text/plain",
    buffer: Buffer.from(`${identity.certificate}\n${identity.key}`),
  });
  await dialog.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("radio", { name: /Contoso PEM/ })).toBeChecked();
  const bytes = await download(page, "Download signed profile", info.outputPath("pem.mobileconfig"));
  expect(bytes[0]).toBe(0x30);
});

test("the chain of a PEM identity comes from a file of its own, and is in the signature", async ({
  app: { page },
}, info) => {
  const workshop = openWorkshop();
  makeFamily(workshop);
  workshop.run("crl2pkcs7", "-nocrl", "-certfile", "issuing.pem", "-out", "chain.p7b");
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await page.getByRole("button", { name: "Choose a certificate…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator(".segment").getByText("PEM").click();
  for (const [label, name] of [
    [/Certificate.*choose/, "leaf.pem"],
    [/Private key.*choose/, "leaf.key"],
    [/Chain.*choose/, "chain.p7b"],
  ] as const) {
    await chooseFiles(page, () => dialog.getByRole("button", { name: label }).click(), workshop.path(name));
  }
  await expect(dialog).toContainText("chain.p7b");
  await expectBothLooks(page, "export-pem-chain");
  await dialog.getByRole("button", { name: "Unlock" }).click();
  const picked = page.getByRole("radio", { name: /Contoso Profiles.*chain of 1/ });
  await expect(picked).toBeChecked();
  const signed = info.outputPath("chain.mobileconfig");
  await download(page, "Download signed profile", signed);
  // The issuing certificate is nowhere but in the signature.
  const verify = [
    "cms",
    "-verify",
    "-inform",
    "DER",
    "-in",
    signed,
    "-CAfile",
    "root.pem",
    "-purpose",
    "any",
  ];
  expect(workshop.run(...verify).toString()).toContain("com.contoso.jamfconnect.login");
  workshop.remove();
});

test("one domain is written as a property list without payload keys", async ({ app: { page } }, info) => {
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await chooseRoute(page, "Plist per domain");
  const checks = page.getByRole("complementary", { name: "Checks" });
  await expect(page.locator(".segment-option", { hasText: "4 settings left out" })).toBeVisible();
  for (const key of ["IdPSettings, PasswordPolicies", "Shares", "NotificationSettings"])
    await expect(checks.locator(".checks-places").getByText(key, { exact: true })).toBeVisible();
  const bytes = await download(page, "Download property list", info.outputPath("domain.plist"));
  const text = bytes.toString("utf8");
  expect(text).toContain("OIDCClientID");
  expect(text).not.toContain("PayloadUUID");
});

test("a route says what it changes, and a profile that keeps people out leaves only with its name typed", async ({
  app: { page },
}, info) => {
  const message = "<key>LoginWindowMessage</key><string>Welcome \u{1f44b}</string>";
  const text = (await readFile(contosoFile, "utf8")).replace("<key>OIDCClientID</key>", `${message}$&`);
  const buffer = Buffer.from(text);
  await openFile(page, { name: "closed.mobileconfig", mimeType: "application/xml", buffer });
  await goTo(page, "Export");
  await chooseRoute(page, "Jamf Pro, editable");
  const checks = page.getByRole("complementary", { name: "Checks" });
  await expect(checks).toContainText("LoginWindowMessage");
  await page.locator(".segment").getByText("Payloads").click();
  await expectBothLooks(page, "export-editable");
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectBothLooks(page, "export-editable-1024");
  await page.locator(".segment").getByText("Source").click();
  const source = page.getByRole("region", { name: "Source text" });
  expect(await source.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  // A name in a sentence goes to the next line whole.
  const key = checks.getByText("PayloadEnabled", { exact: true }).first();
  expect((await key.boundingBox())?.height).toBeLessThan(20);
  await page.locator(".tool-bar").getByRole("button", { name: "Download unsigned profile" }).click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Download unsigned profile" });
  await expect(confirm).toBeDisabled();
  await expectBothLooks(page, "export-confirm");
  await dialog.getByRole("textbox").fill("Contoso Jamf Connect");
  const started = page.waitForEvent("download");
  await confirm.click();
  await (await started).saveAs(info.outputPath("closed.mobileconfig"));
  await expect(page.getByRole("heading", { name: "Downloaded: closed.mobileconfig" })).toBeVisible();
});

test("any signed profile is looked at: signer, chain, what is another than in the original, and its content without the signature", async ({
  app: { page },
}, info) => {
  const profile = await readFile(contosoFile, "utf8");
  const file = (name: string, content: string | Buffer) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(content),
  });
  await openFile(page, contosoFile);
  await goTo(page, "Export");
  await page.getByRole("button", { name: "Check signatures…" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const pick = async (label: RegExp, chosen: ReturnType<typeof file>) => {
    await chooseFiles(page, () => dialog.getByRole("button", { name: label }).click(), chosen);
  };
  await pick(/^Signed profile/, file("staff-signed.mobileconfig", await signedFile(profile)));
  await expect(dialog.getByRole("status")).toContainText(
    "Nobody else vouches for the certificate “Signed file”.",
  );
  await expect(dialog.getByRole("table")).toContainText("Signed file");
  await pick(
    /^Compare with the unsigned original/,
    file("before.mobileconfig", profile.replace("openid email  profile", "openid")),
  );
  await expect(dialog).toContainText("1 setting differs from before.mobileconfig.");
  await expectBothLooks(page, "export-check-signature");
  const started = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Take the signature off…" }).click();
  const path = info.outputPath("unsigned.mobileconfig");
  await (await started).saveAs(path);
  expect(await readFile(path, "utf8")).toBe(profile);
});
