import {
  clientId,
  loginSettings,
  menuBarSettings,
  payload,
  plist,
  profile,
  soundProfile,
} from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const classic = (payloads: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><os_x_configuration_profile><general><id>7</id><name>Staff Macs</name><site><id>-1</id><name>None</name></site><payloads>${payloads}</payloads></general><scope/></os_x_configuration_profile>`;
const graph = (text: string, name = "Staff") => ({
  "@odata.type": "#microsoft.graph.macOSCustomConfiguration",
  displayName: name,
  payloadName: name,
  payloadFileName: "staff.mobileconfig",
  payload: base64(text),
});
const wifi = profile(payload("com.apple.wifi.managed", "<key>SSID_STR</key><string>Staff</string>"));

/** What `show --json` prints for the profile that is inside all of them. */
const theSame = {
  format: "mobileconfig",
  signature: null,
  profile: { identifier: "org.example.staff", displayName: "Staff Macs", scope: "System" },
  payloads: [
    { type: "com.jamf.connect.login", form: "direct", values: { OIDCClientID: clientId } },
    { type: "com.jamf.connect", form: "direct", values: { IdPSettings: { Provider: "EntraID" } } },
  ],
};

/** Each way in which a profile is inside something: what the file holds, and what is said about the place. */
const ways: readonly (readonly [
  name: string,
  of: string | null,
  file: string,
  content: string | Uint8Array,
  place: string,
])[] = [
  [
    "the Classic API's answer as XML",
    "p01-jamf-classic-api.xml",
    "7.xml",
    classic(escaped(soundProfile)),
    "general/payloads of an answer of Jamf Pro's Classic API (XML)",
  ],
  [
    "the Classic API's answer, escaped twice",
    null,
    "7.xml",
    classic(escaped(escaped(soundProfile))),
    "escaped XML",
  ],
  ["the Classic API's answer, escaping taken off", null, "7.xml", classic(soundProfile), "general/payloads"],
  [
    "the Classic API's answer with a CDATA section",
    null,
    "7.xml",
    classic(`<![CDATA[${soundProfile}]]>`),
    "general/payloads",
  ],
  [
    "the Classic API's answer as JSON",
    null,
    "7.json",
    JSON.stringify({ os_x_configuration_profile: { general: { id: 7, payloads: soundProfile } } }),
    "os_x_configuration_profile/general/payloads of an answer of Jamf Pro's Classic API (JSON)",
  ],
  [
    "a custom configuration of Intune",
    "p03-intune-custom.json",
    "c.json",
    JSON.stringify(graph(soundProfile), null, 2),
    "Base64, in payload of an answer of Microsoft Graph (JSON)",
  ],
  [
    "the one custom configuration of a list with Jamf Connect",
    null,
    "list.json",
    JSON.stringify({ value: [graph(wifi, "Wi-Fi"), graph(soundProfile, "Login")] }),
    'the only one of 2 profiles with settings of Jamf Connect ("Login")',
  ],
  ["Base64", "p38-base64.txt", "p.txt", base64(soundProfile), "inside Base64"],
  [
    "Base64 in lines of 76, without padding",
    null,
    "p.txt",
    base64(soundProfile).replace(/=+$/, "").replace(/.{76}/g, "$&\r\n"),
    "inside Base64",
  ],
  [
    "a data address",
    null,
    "p.txt",
    `data:application/x-apple-aspen-config;base64,${base64(soundProfile)}`,
    "inside Base64",
  ],
  [
    "Base64 of UTF-16, as PowerShell makes it",
    null,
    "p.txt",
    Buffer.from(`\ufeff${soundProfile.replace("UTF-8", "UTF-16")}`, "utf16le").toString("base64"),
    "inside Base64",
  ],
  ["escaped XML of a web page", null, "p.html", escaped(soundProfile), "escaped XML"],
  ["a text between quotation marks", null, "p.txt", JSON.stringify(soundProfile), "a JSON text"],
];

const items = `<key>ProfileItems</key><array>
<dict><key>PayloadType</key><string>com.jamf.connect.login</string><key>PayloadIdentifier</key><string>a</string><key>PayloadUUID</key><string>b</string><key>PayloadContent</key><dict>${loginSettings}</dict></dict>
<dict><key>PayloadType</key><string>com.apple.ManagedClient.preferences</string><key>PayloadIdentifier</key><string>c</string><key>PayloadContent</key><dict><key>PayloadContentManagedPreferences</key><dict><key>com.jamf.connect</key><dict><key>Forced</key><array><dict><key>mcx_preference_settings</key><dict>${menuBarSettings}</dict></dict></array></dict></dict></dict></dict>
</array>`;
const installed = (...profiles: readonly string[]) =>
  plist(`<key>_computerlevel</key><array>${profiles.map((one) => `<dict>${one}</dict>`).join("")}</array>`);
const staff = `<key>ProfileDisplayName</key><string>Staff Macs</string><key>ProfileIdentifier</key><string>org.example.staff</string><key>ProfileUUID</key><string>0C0D</string><key>ProfileVerificationState</key><string>verified</string>${items}`;
const other = `<key>ProfileDisplayName</key><string>Wi-Fi</string><key>ProfileIdentifier</key><string>org.example.wifi</string><key>ProfileItems</key><array><dict><key>PayloadType</key><string>com.apple.wifi.managed</string><key>PayloadContent</key><dict><key>SSID_STR</key><string>Staff</string></dict></dict></array>`;

/** A profile inside something else is taken out, and where it was is said. */
export const containers: readonly PublicCase[] = [
  ...ways.flatMap(([name, of, file, content, place]): readonly PublicCase[] => [
    {
      kind: "F",
      name: `${name}: the same JSON as for the profile`,
      of,
      files: { [file]: content },
      call: ["show", file, "--json"],
      exit: 0,
      says: [place],
      json: theSame,
    },
  ]),
  {
    kind: "F",
    name: "the text output shows the profile, too",
    of: "p01-jamf-classic-api.xml",
    files: { "7.xml": classic(escaped(soundProfile)) },
    call: ["show", "7.xml"],
    exit: 0,
    says: ["Staff Macs", "the profile was found inside general/payloads", `OIDCClientID: "${clientId}"`],
  },
  {
    kind: "F",
    name: "what a Mac has installed, as profiles show prints it",
    of: null,
    files: { "installed.plist": installed(staff) },
    call: ["show", "installed.plist", "--json"],
    exit: 0,
    says: ["the output of profiles show: 1 profile with 2 payloads"],
    json: {
      format: "mobileconfig",
      profile: { identifier: "org.example.staff", displayName: "Staff Macs", scope: "System" },
      payloads: [
        { domain: "com.jamf.connect.login", form: "direct", values: { OIDCClientID: clientId } },
        {
          domain: "com.jamf.connect",
          form: "managed-preferences",
          values: { IdPSettings: { Provider: "EntraID" } },
        },
      ],
    },
  },
  {
    kind: "F",
    name: "of several installed profiles every payload stays listed",
    of: null,
    files: { "installed.plist": installed(other, staff) },
    call: ["show", "installed.plist", "--json"],
    exit: 0,
    says: ["2 profiles with 3 payloads"],
    json: {
      profile: { displayName: "Staff Macs" },
      payloads: [
        { type: "com.apple.wifi.managed", form: "other", values: { SSID_STR: "Staff" } },
        { domain: "com.jamf.connect.login" },
        { domain: "com.jamf.connect" },
      ],
    },
  },
  {
    kind: "F",
    name: "a preference file of Intune",
    of: null,
    files: {
      "app.json": JSON.stringify({
        "@odata.type": "#microsoft.graph.macOSCustomAppConfiguration",
        bundleId: "com.jamf.connect.login",
        configurationXml: base64(loginSettings),
      }),
    },
    call: ["show", "app.json", "--json"],
    exit: 0,
    says: [
      "keys without a property list around them, in Base64, in configurationXml of an answer of Microsoft Graph",
    ],
    json: {
      format: "plist",
      payloads: [{ domain: "com.jamf.connect.login", values: { OIDCClientID: clientId } }],
    },
  },
  {
    kind: "F",
    name: "of several profiles with Jamf Connect none is guessed",
    of: null,
    files: { "list.json": JSON.stringify([graph(soundProfile, "Pilot"), graph(soundProfile, "Everybody")]) },
    call: ["show", "list.json"],
    exit: 2,
    says: ["with 2 profiles", '"Pilot", "Everybody"'],
  },
  {
    kind: "F",
    name: "the list of all profiles holds none",
    of: null,
    files: {
      "all.xml":
        '<?xml version="1.0"?><os_x_configuration_profiles><size>1</size><os_x_configuration_profile><id>7</id><name>Staff</name></os_x_configuration_profile></os_x_configuration_profiles>',
    },
    call: ["show", "all.xml"],
    exit: 2,
    says: ["without a profile in it", "/JSSResource/osxconfigurationprofiles/id/ID"],
    neverSays: ["is not an element of a property list"],
  },
  {
    kind: "F",
    name: "damage of what is inside says where it is",
    of: null,
    files: { "p.txt": base64(soundProfile.slice(0, 700)) },
    call: ["show", "p.txt"],
    exit: 2,
    says: ["ends too early", "inside: Base64"],
  },
  {
    kind: "F",
    name: "Base64 that was cut off is called that",
    of: null,
    files: { "p.txt": base64(soundProfile).slice(0, 801) },
    call: ["show", "p.txt"],
    exit: 2,
    says: ["Base64 of a profile, and it is damaged"],
  },
  {
    kind: "F",
    name: "the advice for other JSON leads to no error",
    of: null,
    files: { "s.json": '{ "OIDCProvider": "EntraID" }', "out.plist": "" },
    call: ["convert", "s.json", "-o", "out.plist"],
    exit: 0,
    says: ["Wrote"],
  },
  {
    kind: "F",
    name: "what is inside is converted",
    of: "p03-intune-custom.json",
    files: { "c.json": JSON.stringify(graph(soundProfile)), "out.mobileconfig": "" },
    call: ["convert", "c.json", "-o", "out.mobileconfig", "--json"],
    exit: 0,
    says: ["found inside Base64"],
    json: { payloads: [{ domain: "com.jamf.connect.login" }, { domain: "com.jamf.connect" }] },
  },
  {
    kind: "F",
    name: "a profile inside something is not fixed in place",
    of: null,
    files: {
      "c.plist": classic(escaped(soundProfile.replace("<false/>", "<string>false</string>"))),
    },
    call: ["lint", "c.plist", "--fix"],
    exit: 2,
    says: ["one is inside it"],
  },
];
