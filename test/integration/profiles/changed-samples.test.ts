/** Published profiles of Jamf, changed in the editor and saved: an independent reader sees the changes and nothing else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { CallInput, KeyPath } from "../../../preload/contract.ts";
import { createBench } from "../../contract/bench.ts";
import { sampleFolder } from "../../support/samples.ts";
import { hasPlistlib, readWithPlistlib } from "./plistlib.ts";

type Typed = CallInput<"form.addByHand">["type"];

/** A change, as a person types it: of a value that is there, or of a key by hand. */
type Change = {
  readonly path: KeyPath;
  readonly text: string;
  /** The type of a key that is added by hand. */
  readonly add?: Typed;
  /** What the reader sees then. */
  readonly seen: unknown;
};

const jamf = "jamf_jamfconnect__configurations_";
const mcx = [
  "PayloadContent",
  0,
  "PayloadContent",
  "com.jamf.connect.login",
  "Forced",
  0,
  "mcx_preference_settings",
];

const cases: readonly {
  readonly file: string;
  readonly domain: string;
  /** Where the settings stand in the file. */
  readonly root: KeyPath;
  readonly changes: readonly Change[];
}[] = [
  {
    file: `${jamf}v2.X_Azure_AD_com.jamf.connect.login.plist`,
    domain: "com.jamf.connect.login",
    root: [],
    changes: [
      { path: ["OIDCAdminAttribute"], text: "groups", seen: "groups" },
      { path: ["OIDCNewPassword"], text: "true", seen: true },
      { path: ["OIDCAdmin", 0], text: "Grüße & <Admins>", seen: "Grüße & <Admins>" },
    ],
  },
  {
    file: `${jamf}Actions_com.jamf.connect.actions.plist`,
    domain: "com.jamf.connect.actions",
    root: [],
    changes: [
      { path: ["Actions", 0, "Name"], text: "en1", seen: "en1" },
      {
        path: ["Actions", 3, "Action", 0, "CommandOptions"],
        text: "https://www.example.com",
        seen: "https://www.example.com",
      },
      { path: ["Actions", 1, "Shown"], text: "true", add: "boolean", seen: true },
    ],
  },
  {
    file: `${jamf}v2.X_Google_com.jamf.connect.plist`,
    domain: "com.jamf.connect",
    root: [],
    changes: [
      { path: ["IdPSettings", "Provider"], text: "Okta", seen: "Okta" },
      { path: ["PasswordPolicies", "ExpirationCountdownStartDay"], text: "20", seen: 20 },
      { path: ["SignIn", "RequireSignIn"], text: "false", seen: false },
    ],
  },
  {
    file: `${jamf}v2.X_RapidIdentity-Identity_Automation_Jamf_Connect_Login_sample_RA_configuration.mobileconfig`,
    domain: "com.jamf.connect.login",
    root: ["PayloadContent", 0],
    changes: [
      { path: ["OIDCScopes"], text: "openid profile", seen: "openid profile" },
      { path: ["OIDCUsePassthroughAuth"], text: "false", seen: false },
      { path: ["OIDCAdmin", 0], text: "Staff", seen: "Staff" },
    ],
  },
  {
    file: "jamf_terraform-provider-jamfplatform__connectPayload_mcx_com.jamf.connect.login.mobileconfig",
    domain: "com.jamf.connect.login",
    root: mcx,
    changes: [
      { path: ["OIDCProvider"], text: "EntraID", seen: "EntraID" },
      { path: ["OIDCTenant"], text: "contoso.com", add: "string", seen: "contoso.com" },
      { path: ["OIDCNewPassword"], text: "false", add: "boolean", seen: false },
    ],
  },
];

it.each(cases)("$file", async ({ file, domain, root, changes }) => {
  const folder = sampleFolder("profiles");
  if (folder === null || !hasPlistlib()) return;
  const path = join(folder, file);
  const before = readFileSync(path);
  const bench = createBench();
  await bench.call("profile.open", { file: bench.give(file.replace(/^.*_(?=com\.)/, ""), before) });
  for (const change of changes) {
    const place = { payload: { domain, index: 0 }, path: [...change.path], text: change.text };
    const done =
      change.add === undefined
        ? bench.call("form.enter", { ...place, type: null })
        : bench.call("form.addByHand", { ...place, type: change.add });
    await done;
  }
  const saved = await bench.call("document.saveAs", {});
  const after = bench.taken(saved?.download);
  await bench.session.dispose();

  const [was, is] = readWithPlistlib([before, after]);
  const expected = changes.map(({ path: key, seen }) => [[...root, ...key].join("/"), seen] as const);
  expect(differences(was, is)).toEqual(
    Object.fromEntries(expected.map(([key, seen]) => [`/value/${key}`, seen])),
  );
  // And no line of the file is another than those of the changes.
  const lines = (bytes: Uint8Array) => new Set(Buffer.from(bytes).toString().split("\n"));
  const gone = [...lines(before)].filter((line) => !lines(after).has(line));
  expect(gone.length).toBeLessThanOrEqual(changes.length);
});

/** Every place where two values differ, with what stands there now. */
function differences(was: unknown, is: unknown, at = ""): Readonly<Record<string, unknown>> {
  if (isBranch(was) && isBranch(is) && Array.isArray(was) === Array.isArray(is)) {
    const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
    return Object.assign({}, ...[...keys].map((key) => differences(was[key], is[key], `${at}/${key}`)));
  }
  return JSON.stringify(was) === JSON.stringify(is) ? {} : { [at]: is };
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
