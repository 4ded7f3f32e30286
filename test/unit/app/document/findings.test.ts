import { expect, it, onTestFinished } from "vitest";
import { examplePolicy } from "../../../../main/core/lint/policy-examples.ts";
import { createBench, openStaff, staffProfile } from "../../../contract/bench.ts";

/** The staff profile with its redirect URI in place of a secret that a public client does not have: nothing is wrong with it. */
const clean = staffProfile.replace(
  /<key>OIDCClientSecret<\/key>\s*<string>not-for-the-screen<\/string>/,
  "<key>OIDCRedirectURI</key><string>https://127.0.0.1/jamfconnect</string><key>OIDCNewPassword</key><false/>",
);
/** What the rules find in the staff profile, the gravest first. */
const ofStaff = [
  "secret-on-public-client",
  "secret-in-profile",
  "domains-disagree",
  "redirect-uri-missing",
  "newpassword-unset",
];

function bench() {
  const made = createBench();
  onTestFinished(() => made.session.dispose());
  return made;
}

it("a clean profile has no findings, and the roll-out knows that somebody looked", async () => {
  const app = bench();
  await app.call("profile.open", { file: app.give("clean.mobileconfig", clean) });
  const view = await app.call("profile.current", {});
  expect(view?.findings).toEqual([]);
  const { reasons } = await app.call("rollout.judge", {});
  expect(reasons.map(({ text }) => text)).toContain("The profile has no errors and no warnings.");
});

it("view, roll-out and report tell of the same findings", async () => {
  const app = bench();
  const view = await openStaff(app);
  expect(view.findings?.map(({ rule }) => rule)).toEqual(ofStaff);
  const made = await app.call("report.make", { runIds: [], format: "json", identities: "shown" });
  const report = JSON.parse(app.taken(made?.download).toString());
  expect(report.profile.findings.map(({ rule }: { rule: string }) => rule)).toEqual(ofStaff);
  const { reasons } = await app.call("rollout.judge", {});
  expect(reasons.map(({ text }) => text)).toContain(
    "The profile has no errors. 2 warnings are left to read.",
  );
});

it("nobody looked where a profile holds no settings for a sign-in", async () => {
  const app = bench();
  const other = staffProfile.replaceAll("com.jamf.connect", "com.contoso.other");
  await app.call("profile.open", { file: app.give("other.mobileconfig", other) });
  const view = await app.call("profile.current", {});
  expect(view?.findings).toBeNull();
  const { reasons } = await app.call("rollout.judge", {});
  expect(reasons.map(({ text }) => text).join(" ")).not.toMatch(/no errors/);
});

it("loaded policies speak in the editor, the roll-out and the report, as long as they are loaded", async () => {
  const app = bench();
  await app.call("profile.open", { file: app.give("clean.mobileconfig", clean) });
  const rulesNow = async () =>
    (await app.call("profile.current", {}))?.findings?.map(({ rule, severity }) => `${severity} ${rule}`);
  expect(await rulesNow()).toEqual([]);
  const load = (...policies: readonly object[]) =>
    app.call("policies.load", {
      name: "policies.json",
      files: [{ path: "policies.json", file: app.give("policies.json", JSON.stringify(policies)) }],
      adds: false,
    });

  await load(examplePolicy({ controls: ["compliantDevice"] }));
  const told = app.told("profile.changed").at(-1);
  expect(told?.findings?.map(({ rule }) => rule)).toContain("lockout-grant");
  const { reasons } = await app.call("rollout.judge", {});
  const texts = reasons.map(({ text }) => text).join(" ");
  // The policies' part of the box says it, and the profile's part does not say it again.
  expect(texts).toMatch(/The profile has no errors/);
  expect(texts.match(/people could be locked out/giu)).toHaveLength(1);
  const made = await app.call("report.make", { runIds: [], format: "json", identities: "shown" });
  const report = JSON.parse(app.taken(made?.download).toString());
  expect(report.profile.findings.map(({ rule }: { rule: string }) => rule)).toContain("lockout-grant");

  await load(examplePolicy());
  expect(await rulesNow()).toContain("warning check-will-be-50076");
  expect(await rulesNow()).not.toContain("error lockout-grant");

  await app.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: false });
  expect(await rulesNow()).toEqual([]);
  await app.call("practice.stop", {});
  expect(await rulesNow()).toContain("warning check-will-be-50076");
  await app.call("policies.clear", {});
  expect(app.told("profile.changed").at(-1)?.findings).toEqual([]);
});
