import type {
  Finding,
  IdentityField,
  KeyEntry,
  KeyView,
  ProfileView,
  TypedJson,
} from "../../../../preload/contract.ts";

const login = "com.jamf.connect.login";
const menuBar = "com.jamf.connect";

type Place = readonly [domain: string, keyPath: string, value: string | null];

function field(
  id: IdentityField["id"],
  title: string,
  kind: IdentityField["kind"],
  help: string,
  ...places: readonly Place[]
): IdentityField {
  const values = places.map(([, , value]) => value).filter((value) => value !== null);
  return {
    id,
    title,
    kind,
    help,
    choices:
      kind === "choice"
        ? [
            { value: "EntraID", title: "Microsoft Entra ID" },
            { value: "Okta", title: "Okta Classic" },
          ]
        : [],
    value: values[0] ?? "",
    fallback: null,
    differs: new Set(values).size > 1,
    unseen: null,
    destinations: places.map(([domain, keyPath, value]) => ({
      payload: { domain },
      path: keyPath.split("."),
      keyPath,
      value,
    })),
  };
}

/** Domain, group, key, value and meaning of every key that no identity field shows. */
const keyTable: readonly (readonly [string, string, string, TypedJson, string])[] = [
  [
    login,
    "Local accounts",
    "DenyLocal",
    true,
    "Refuses local accounts at the login window while the network is there.",
  ],
  [
    login,
    "Local accounts",
    "LocalFallback",
    false,
    "Lets local passwords in when the provider cannot be reached.",
  ],
  [login, "Account creation", "OIDCAdmin", ["MacAdmin"], "Roles that make the new account an administrator."],
  [login, "Account creation", "OIDCNewPassword", false, "Asks for a separate local password."],
  [login, "Appearance", "LoginLogo", "/Library/Contoso/logo.png", "Picture above the sign-in page."],
  [login, "Licence", "LicenseFile", { $data: "" }, "The licence of Jamf Connect."],
  [menuBar, "Sign-in", "NetworkCheck", 15, "Minutes between two password checks."],
];

/** What the made-up host knows about these keys. */
export const contosoKeys: readonly KeyEntry[] = [
  ...keyTable.map(([domain, section, keyPath, value, description]) =>
    known(domain, domain === login ? "Login" : "Connect", section, keyPath, value, description),
  ),
  known(login, "Identity", "Password check", "ROPGScopes", "", "Scopes of the password check."),
  known(login, "Identity", "Password check", "ROPGSuccessCodes", [], "Codes that mean a correct password."),
];

function known(
  domain: string,
  group: string,
  section: string,
  keyPath: string,
  value: TypedJson,
  description: string,
): KeyEntry {
  return {
    domain,
    keyPath,
    title: keyPath.replace(/([a-z])([A-Z])/g, "$1 $2"),
    description,
    group,
    section,
    sensitive: keyPath === "LicenseFile",
    type: Array.isArray(value)
      ? "array"
      : typeof value === "number"
        ? "integer"
        : typeof value === "boolean"
          ? "boolean"
          : "string",
    certainty: "documented",
    sources: [],
    isOldDomain: false,
  };
}

function keysOf(domain: string): readonly KeyView[] {
  return keyTable
    .filter(([of]) => of === domain)
    .map(([, , keyPath, value]) => ({
      payload: { domain },
      path: [keyPath],
      keyPath,
      type: typeof value === "boolean" ? "boolean" : Array.isArray(value) ? "array" : typeof value,
      value,
      display: keyPath === "LicenseFile" ? "Contoso, 9 Macs, until 2027-01-31" : JSON.stringify(value),
      secret: keyPath === "LicenseFile",
      unseen: null,
    }));
}

const app = "3f8d9c12-6a47-4e0b-9b5d-2c71e8a04f36";

const findings: readonly Finding[] = [
  {
    rule: "deny-local-without-fallback",
    severity: "error",
    certainty: "documented",
    title: "Nobody could log in if Entra is unreachable",
    detail: "DenyLocal is on, LocalFallback is off, and no account is excluded.",
    where: { domain: login, keyPath: "DenyLocal" },
    fix: {
      label: "Turn on LocalFallback",
      patch: { op: "set", payload: { domain: login }, path: ["LocalFallback"], value: true },
    },
  },
  {
    rule: "baseline-scopes",
    severity: "warning",
    certainty: "documented",
    title: "The password check asks only for basic scopes",
    detail: "Since June 2026 “All resources” policies apply to them: expect AADSTS50076.",
    where: { domain: login, keyPath: "ROPGScopes" },
    fix: {
      label: "Set up recipe D",
      steps: ["Register an API app for the check.", "Exclude it from the policy."],
    },
  },
  {
    rule: "success-codes-differ",
    severity: "warning",
    certainty: "inferred",
    title: "Only the login window has success codes",
    detail: "The menu bar may call 50079 a wrong password.",
    where: { domain: login, keyPath: "ROPGSuccessCodes" },
    fix: {
      label: "Copy to menu bar",
      patch: {
        op: "set",
        payload: { domain: menuBar },
        path: ["IdPSettings", "SuccessCodes"],
        value: ["50076"],
      },
    },
  },
  {
    rule: "new-password-written",
    severity: "info",
    certainty: "documented",
    title: "OIDCNewPassword is written out, and that is good",
    detail: "Its default changed between versions.",
    where: { domain: login, keyPath: "OIDCNewPassword" },
  },
];

const keyLines = [
  ["OIDCProvider", "EntraID"],
  ["OIDCTenant", "7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9"],
  ["OIDCClientID", app],
  ["OIDCROPGID", app],
  ["OIDCScopes", "api://9b04d7e1-5c1e-4a55-8a3b-0f1d2c3b2a19/jamfconnect+openid+profile+email"],
  ["ROPGScopes", "openid+profile+email"],
].flatMap(([name, value]) => [`  <key>${name}</key>`, `  <string>${value}</string>`]);

/** A profile of two domains with one finding of each severity. */
export const contosoProfile: ProfileView = {
  id: "d0000000-0000-4000-8000-000000000001",
  fileName: "Contoso staff.mobileconfig",
  displayName: "Contoso staff",
  format: "mobileconfig",
  encoding: "xml",
  bytes: 7412,
  signature: null,
  isFileSigned: false,
  profile: { identifier: "com.contoso.jamfconnect.staff", uuid: null, scope: "System" },
  provider: "EntraID",
  payloads: [
    {
      address: { domain: login },
      type: login,
      identifier: "com.contoso.login",
      domain: login,
      form: "direct",
      keys: keysOf(login),
    },
    {
      address: { domain: menuBar },
      type: menuBar,
      identifier: "com.contoso.menubar",
      domain: menuBar,
      form: "managed-preferences",
      keys: keysOf(menuBar),
    },
  ],
  identity: [
    field(
      "provider",
      "Provider",
      "choice",
      "The service that holds the accounts.",
      [login, "OIDCProvider", "EntraID"],
      [menuBar, "IdPSettings.Provider", "EntraID"],
    ),
    field(
      "tenant",
      "Tenant",
      "text",
      "Directory (tenant) ID.",
      [login, "OIDCTenant", "7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9"],
      [menuBar, "IdPSettings.TenantID", "7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9"],
    ),
    field("login-app", "Login app", "text", "Application (client) ID that the login window signs in with.", [
      login,
      "OIDCClientID",
      app,
    ]),
    field(
      "check-app",
      "Check app",
      "text",
      "Application (client) ID that the password check signs in with.",
      [login, "OIDCROPGID", app],
      [menuBar, "IdPSettings.ROPGID", "81b0e2aa-77aa-4f11-9c01-6e5d4c3b09d1"],
    ),
    field("login-scopes", "Login asks for", "tokens", "Scopes of the login window.", [
      login,
      "OIDCScopes",
      "api://9b04d7e1-5c1e-4a55-8a3b-0f1d2c3b2a19/jamfconnect+openid+profile+email",
    ]),
    field(
      "check-scopes",
      "Check asks for",
      "tokens",
      "Scopes of the password check.",
      [login, "ROPGScopes", "openid+profile+email"],
      [menuBar, "IdPSettings.ROPGScopes", "openid+profile+email"],
    ),
    field(
      "success-codes",
      "Success codes",
      "tokens",
      "Codes that count as a correct password.",
      [login, "ROPGSuccessCodes", "50076, 50079"],
      [menuBar, "IdPSettings.SuccessCodes", null],
    ),
  ],
  source: ['<?xml version="1.0" encoding="UTF-8"?>', "<dict>", ...keyLines, "</dict>", ""].join("\n"),
  sourceMap: { version: null, limit: 1_000_000, place: null, settings: [], problem: null },
  findings,
  edited: true,
  unsaved: true,
  hasPlace: false,
  leftOut: [],
  openElsewhere: null,
  notes: [],
  canUndo: true,
  canRedo: false,
  practice: false,
};
