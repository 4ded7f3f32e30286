import { describe, expect, test } from "vitest";
import { readProfile } from "../../../../main/core/profile/index.ts";
import { bare, read } from "./fixtures.ts";

describe("format", () => {
  test.each<[string, string, "mobileconfig" | "plist"]>([
    ["a configuration", "<key>PayloadType</key><string>Configuration</string>", "mobileconfig"],
    [
      "a list of payloads under a wrong type",
      "<key>PayloadType</key><string>Profile</string><key>PayloadContent</key><array/>",
      "mobileconfig",
    ],
    ["settings", "<key>OIDCProvider</key><string>Azure</string>", "plist"],
    ["nothing", "", "plist"],
    ["a payload saved on its own", "<key>PayloadType</key><string>com.jamf.connect</string>", "plist"],
  ])("%s", (_, content, format) => {
    expect(bare(content).format).toBe(format);
  });

  test.each(["<array/>", "<string>x</string>"])("%s is no profile", (content) => {
    const result = readProfile(new TextEncoder().encode(`<plist>${content}</plist>`), { fileName: null });
    expect(result).toMatchObject({ ok: false, problem: { code: "profile-not-a-dictionary" } });
  });
});

describe("domain of a bare plist", () => {
  const login = "<key>OIDCProvider</key><string>Azure</string>";

  test("the caller's word comes first", () => {
    expect(bare(login, "com.jamf.connect.plist", "com.contoso.test").domain).toBe("com.contoso.test");
  });

  test.each<[string, string | null]>([
    ["com.jamf.connect.login.plist", "com.jamf.connect.login"],
    ["/Users/admin/com.jamf.connect.plist", "com.jamf.connect"],
    ["C:\\profiles\\com.jamf.connect.actions.plist", "com.jamf.connect.actions"],
    ["com.jamf.connect.login (1).plist", "com.jamf.connect.login"],
    ["Contoso_v2_com.jamf.connect.shares.plist", "com.jamf.connect.shares"],
    ["com.jamf.connect.login-staff.plist.tpl", "com.jamf.connect.login"],
    ["com.jamf.connect.loginwindow.plist", "com.jamf.connect"],
    ["org.mozilla.firefox.plist", "org.mozilla.firefox"],
    ["staff_org.mozilla.firefox.plist", "org.mozilla.firefox"],
  ])("file name %s", (fileName, domain) => {
    expect(bare(login, fileName).domain).toBe(domain);
  });

  test.each<[string, string | null]>([
    [login, "com.jamf.connect.login"],
    ["<key>IdPSettings</key><dict/>", "com.jamf.connect"],
    ["<key>Actions</key><array/>", "com.jamf.connect.actions"],
    ["<key>Shares</key><array/>", "com.jamf.connect.shares"],
    ["<key>PayloadType</key><string>com.contoso.app</string>", "com.contoso.app"],
    ["<key>Something</key><true/>", null],
    ["<key>LicenseFile</key><data/>", null],
    ["<key>LicenseFile</key><data/><key>DenyLocal</key><true/>", "com.jamf.connect.login"],
    [
      "<key>OIDCProvider</key><string>Azure</string><key>FailToolPath</key><string>/x</string>",
      "com.jamf.connect.verify",
    ],
    ["<key>Version</key><integer>1</integer><key>Actions</key><array/>", "com.jamf.connect.actions"],
  ])("keys %s", (content, domain) => {
    expect(bare(content, "settings.plist").domain).toBe(domain);
  });

  test("a mobileconfig has no domain of its own", () => {
    const text = "<plist><dict><key>PayloadType</key><string>Configuration</string></dict></plist>";
    expect(read(text, "com.jamf.connect.mobileconfig").domain).toBeNull();
  });
});
