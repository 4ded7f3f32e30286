import { describe, expect, test } from "vitest";
import { encodeBase64 } from "../../../../main/core/plist/base64.ts";
import { readProfile } from "../../../../main/core/profile/index.ts";
import { profileText } from "../../../../main/hosts/command-line/profile-text.ts";

const licenseKey = "canary-A1B2-C3D4";
const licenseFile = `<plist version="1.0"><dict>
<key>Name</key><string>Contoso Ltd</string><key>LicenseKey</key><string>${licenseKey}</string>
<key>ExpirationDate</key><date>2027-01-31T00:00:00Z</date><key>NumberOfClients</key><integer>250</integer></dict></plist>`;
const base64 = encodeBase64(new TextEncoder().encode(licenseFile));

function text(xml: string, fileName: string): string {
  const document = readProfile(new TextEncoder().encode(xml), { fileName });
  if (!document.ok) throw new Error(document.problem.title);
  return profileText({ document: document.value, signature: null });
}

const settings = (inner: string) => text(`<plist><dict>${inner}</dict></plist>`, "com.jamf.connect.plist");

describe("a license", () => {
  test.each([
    ["as data", `<data>${base64}</data>`],
    ["as Base64 text", `<string>${base64}</string>`],
  ])("%s is told in one line, without a part of it", (_, value) => {
    const shown = settings(`<key>LicenseFile</key>${value}`);
    expect(shown).toContain("License:    Contoso Ltd, 250 Macs, until 2027-01-31\n");
    expect(shown).toContain("LicenseFile: (secret, not shown)");
    expect(shown).not.toContain(base64.slice(0, 20));
    expect(shown).not.toContain("canary");
  });

  test("in a file of its own is called one, and its key is not shown", () => {
    const shown = text(licenseFile, "contoso.jamfconnectlicense");
    expect(shown).toContain("License of Jamf Connect (a file of its own)\n");
    expect(shown).toContain("Contoso Ltd, 250 Macs, until 2027-01-31");
    expect(shown).toContain("LicenseKey: (secret, not shown)");
    expect(shown).not.toContain("canary");
  });

  test("that cannot be read says why and what to do", () => {
    expect(settings("<key>LicenseFile</key><string>PD94b!</string>")).toMatch(
      /License: {4}The license is not complete Base64 text\. Download the license/,
    );
  });

  test("is not made up where there is none", () => {
    expect(settings("<key>SignIn</key><dict/>")).not.toContain("License");
  });
});

test.each([
  ["com.jamf.connect.plist", "<key>ClientSecret</key>"],
  ["com.jamf.connect.plist", "<key>IdPSettings</key><dict><key>OIDCClientSecret</key>"],
  ["com.contoso.app.plist", "<key>apiToken</key>"],
  ["settings.plist", "<key>wifiPassword</key>"],
])("a secret in a place that nobody knows is not shown: %s %s", (fileName, start) => {
  const end = start.includes("<dict>") ? "</dict>" : "";
  const shown = text(`<plist><dict>${start}<string>canary-1</string>${end}</dict></plist>`, fileName);
  expect(shown).toContain("(secret, not shown)");
  expect(shown).not.toContain("canary");
});

test("a switch whose name ends like a secret is shown", () => {
  const shown = text("<plist><dict><key>OIDCNewPassword</key><true/></dict></plist>", "settings.plist");
  expect(shown).toContain("OIDCNewPassword: true");
});
