import { expect, it, onTestFinished } from "vitest";
import { createBench, openStaff, staffProfile } from "../../../contract/bench.ts";

/** The staff profile without the secret that only one of its checks has: nothing is wrong with it. */
const clean = staffProfile.replace(
  /<key>OIDCClientSecret<\/key>\s*<string>not-for-the-screen<\/string>/,
  "<key>OIDCNewPassword</key><false/>",
);

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
  const rules = view.findings?.map(({ rule }) => rule);
  expect(rules).toEqual(["secret-in-profile", "password-checks-differ", "newpassword-unset"]);
  const made = await app.call("report.make", { runIds: [], format: "json", identities: "shown" });
  const report = JSON.parse(app.taken(made?.download).toString());
  expect(report.profile.findings.map(({ rule }: { rule: string }) => rule)).toEqual(rules);
  const { reasons } = await app.call("rollout.judge", {});
  expect(reasons.map(({ text }) => text)).toContain("The profile has no errors. 1 warning is left to read.");
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
