import { describe, expect, test } from "vitest";
import { encodeBase64 } from "../../../../main/core/plist/base64.ts";
import { describeProfile } from "../../../../main/core/profile/index.ts";
import { bare, contoso, layers, read } from "./fixtures.ts";

describe("describeProfile", () => {
  test("tells what a license says, where a domain of Jamf Connect has one", () => {
    const license = encodeBase64(
      new TextEncoder().encode(
        "<plist><dict><key>Name</key><string>Contoso</string><key>NumberOfClients</key><integer>9</integer></dict></plist>",
      ),
    );
    const settings = `<key>LicenseFile</key><data>${license}</data>`;
    const one = (domain: string, inner: string) => describeProfile(bare(inner, null, domain)).payloads[0];
    expect(one("com.jamf.connect", settings)?.license).toMatchObject({ name: "Contoso", clients: 9 });
    expect(one("com.jamf.connect.login", "<key>LicenseFile</key><true/>")?.license).toMatchObject({
      problem: { code: "license-not-readable" },
    });
    expect(one("com.contoso.app", settings)).not.toHaveProperty("license");
    expect(one("com.jamf.connect", "<key>SignIn</key><dict/>")).not.toHaveProperty("license");
  });

  test("lists direct payloads, each wrapped domain, and other payloads", () => {
    const { format, encoding, profile, payloads } = describeProfile(contoso());
    expect({ format, encoding }).toEqual({ format: "mobileconfig", encoding: "xml" });
    expect(profile).toEqual({
      identifier: "com.contoso.jamfconnect",
      uuid: "807EBDB1-AB3E-4B5F-8F6C-3EAD4F506172",
      displayName: "Contoso Jamf Connect",
      scope: "System",
      organization: null,
      description: null,
    });
    expect(
      payloads.map(({ type, domain, form, identifier }) => ({ type, domain, form, identifier })),
    ).toEqual([
      {
        type: "com.jamf.connect.login",
        domain: "com.jamf.connect.login",
        form: "direct",
        identifier: "com.contoso.jamfconnect.login",
      },
      {
        type: "com.apple.ManagedClient.preferences",
        domain: "com.jamf.connect",
        form: "managed-preferences",
        identifier: "com.contoso.jamfconnect.menubar",
      },
      {
        type: "com.apple.ManagedClient.preferences",
        domain: "com.jamf.connect.shares",
        form: "managed-preferences",
        identifier: "com.contoso.jamfconnect.menubar",
      },
      {
        type: "com.apple.notificationsettings",
        domain: null,
        form: "other",
        identifier: "com.contoso.jamfconnect.notifications",
      },
    ]);
  });

  test("values hold the settings in their order, without Payload keys", () => {
    const [login, menuBar] = describeProfile(contoso()).payloads;
    expect(Object.keys(login?.values ?? {})).toEqual([
      "OIDCProvider",
      "OIDCClientID",
      "OIDCROPGID",
      "OIDCTenant",
      "OIDCScopes",
      "ROPGScopes",
      "OIDCAdmin",
      "OIDCAdminAttribute",
      "OIDCNewPassword",
      "DenyLocal",
      "ROPGSuccessCodes",
    ]);
    expect(menuBar?.values["PasswordPolicies"]).toEqual({ NetworkCheck: 60 });
  });

  test("several sets of one domain are one payload: forced wins over set once, later over earlier", () => {
    const [payload, ...more] = describeProfile(layers()).payloads;
    expect(more).toEqual([]);
    expect(payload?.values).toEqual({
      OIDCProvider: "Azure",
      HelpURL: "https://second.contoso.com",
      LoginWindowMessage: "Welcome",
    });
  });

  test("a bare plist is one payload", () => {
    const document = bare(
      "<key>OIDCProvider</key><string>Okta</string><key>PayloadUUID</key><string>A</string>",
      "x.plist",
    );
    expect(describeProfile(document)).toEqual({
      format: "plist",
      encoding: "xml",
      profile: null,
      payloads: [
        {
          type: null,
          identifier: null,
          uuid: "A",
          displayName: null,
          domain: "com.jamf.connect.login",
          form: "plist",
          values: { OIDCProvider: "Okta" },
        },
      ],
    });
  });

  test.each<[string, string]>([
    [
      "a wrapper without content",
      "<key>PayloadType</key><string>com.apple.ManagedClient.preferences</string>",
    ],
    [
      "a wrapper with a list inside",
      "<key>PayloadType</key><string>com.apple.ManagedClient.preferences</string><key>PayloadContent</key><array/>",
    ],
    ["a payload without type", "<key>A</key><true/>"],
  ])("%s is shown as other payload", (_, content) => {
    const document = read(
      `<plist><dict><key>PayloadContent</key><array><dict>${content}</dict></array></dict></plist>`,
    );
    expect(describeProfile(document).payloads).toMatchObject([{ domain: null, form: "other" }]);
  });

  test("items of the payload list that are no dictionaries do not count", () => {
    const document = read(
      "<plist><dict><key>PayloadContent</key><array><string>x</string></array></dict></plist>",
    );
    expect(describeProfile(document).payloads).toEqual([]);
  });
});
