import { startAdFs } from "./ad-fs.ts";
import { loginSettings, payload, profile, tenantId } from "./profiles.ts";
import type { PublicCase } from "./public-case.ts";

/** The login asks Entra, the password check asks AD FS: Jamf Connect's hybrid set-up. */
const checkAt = (url: string) =>
  profile(
    payload(
      "com.jamf.connect.login",
      `${loginSettings}
<key>ROPGProvider</key><string>Custom</string>
<key>ROPGDiscoveryURL</key><string>${url}</string>`,
    ),
  );
const check = ["test", "ropg", "--from", "login", "--profile", "staff.mobileconfig"];
const kim = ["--username", "kim@example.org", "--password-stdin"];

/** A password check that AD FS answers: it is no v1 endpoint of Entra, and no authority stands in for it. */
export const hybrid: readonly PublicCase[] = [
  {
    kind: "D",
    name: "AD FS gives a token: the password is right",
    of: "d09-entra-ropg-adfs.mobileconfig",
    files: { "staff.mobileconfig": checkAt("ORIGIN/adfs/.well-known/openid-configuration") },
    call: [...check, ...kim, "--json"],
    stdin: ["right"],
    server: startAdFs,
    exit: 0,
    says: ['"passwordVerdict":"correct"'],
    neverSays: ["MSIS9602", "AADSTS", "graph.microsoft.com"],
    asks: [/^POST \/adfs\/oauth2\/token\/ .*password/mu],
    neverAsks: [/resource/u],
    json: { outcome: "succeeded", provider: "Custom" },
  },
  {
    kind: "D",
    name: "AD FS refuses the password",
    of: null,
    files: { "staff.mobileconfig": checkAt("ORIGIN/adfs/.well-known/openid-configuration") },
    call: [...check, ...kim, "--json"],
    stdin: ["wrong"],
    server: startAdFs,
    exit: 1,
    says: ["MSIS9659"],
    neverSays: ["AADSTS"],
    asks: [/^POST \/adfs\/oauth2\/token\//mu],
    neverAsks: [/resource/u],
    json: { provider: "Custom", jamfConnect: { accepts: false } },
  },
  {
    kind: "D",
    name: "an authority of Entra is not asked in the place of AD FS",
    of: "p41-azure-ropg-custom.mobileconfig",
    files: {
      "staff.mobileconfig": checkAt("https://adfs.example.org/adfs/.well-known/openid-configuration"),
    },
    call: [...check, "--authority", `ORIGIN/${tenantId}`, ...kim],
    stdin: ["right"],
    server: startAdFs,
    exit: 2,
    says: ["adfs.example.org"],
    neverSays: ["The password is correct", "MFA"],
    neverAsks: [/POST/u],
  },
];
