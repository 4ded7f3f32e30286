import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { soundLogin } from "../../../../../main/core/lint/sound-settings.ts";
import { lint, lintFolder, rules } from "./running-lint.ts";

const { file, inFolder } = lintFolder();

it("--jamf-connect speaks of keys that the version does not have", async () => {
  const path = await file("new.mobileconfig", { ...soundLogin, ROPGScopes: "openid+profile+email" });
  expect(rules((await lint(path, "--json", "--jamf-connect", "2.16")).json)).toContain("key-too-new");
  expect(rules((await lint(path, "--json", "--jamf-connect", "2.17")).json)).not.toContain("key-too-new");
  expect((await lint(path, "--jamf-connect", "new")).code).toBe(2);
});

it("--policies says what the policies do to the profile", async () => {
  const path = await file("policies.mobileconfig", soundLogin);
  const policies = join(import.meta.dirname, "../../../../fixtures/policies/lockout/policies.json");
  const { json } = await lint(path, "--json", "--policies", policies);
  expect(rules(json)).toContain("lockout-grant");
  expect(rules((await lint(path, "--json")).json)).toEqual([]);
});

it.each([
  ["simple", ["check-will-be-50076"]],
  ["two-apis", []],
])("--policies with the recipe %s: what depends on the person is said, not guessed", async (recipe, said) => {
  const place = join(import.meta.dirname, "../../../../fixtures/policies/recipes", recipe);
  const { json } = await lint(
    join(place, "profile.mobileconfig"),
    "--json",
    "--policies",
    join(place, "policies.json"),
  );
  const findings: readonly { readonly rule: string; readonly severity: string }[] = json.files[0].findings;
  const ofCheck = findings.filter(({ rule }) => rule === "check-will-be-50076");
  expect(ofCheck.map(({ rule }) => rule)).toEqual(said);
  for (const { severity } of ofCheck) expect(severity).toBe("info");
});

it("--baseline reports only what is new", async () => {
  const path = await file("base.mobileconfig", { ...soundLogin, OIDCClientID: "x" });
  const baseline = inFolder("baseline.json");
  await writeFile(baseline, (await lint(path, "--json")).out);
  const same = await lint(path, "--baseline", baseline, "--json");
  expect(same.code).toBe(0);
  expect(rules(same.json)).toEqual([]);
  await file("base.mobileconfig", { ...soundLogin, OIDCClientID: "x", DenyLokal: true });
  expect(rules((await lint(path, "--baseline", baseline, "--json")).json)).toEqual(["unknown-key"]);
  // From another folder the path is another one, and the name is the same.
  const copy = await file("elsewhere/base.mobileconfig", { ...soundLogin, OIDCClientID: "x" });
  expect((await lint(copy, "--baseline", baseline, "--json")).code).toBe(0);
});

it("a baseline that cannot be read, is no JSON or something else ends with 2", async () => {
  const path = await file("bad-base.mobileconfig", soundLogin);
  const missing = await lint(path, "--baseline", inFolder("none.json"));
  expect([missing.code, missing.out]).toEqual([2, ""]);
  for (const text of ["{", "[]", '{"files":[{}]}', '{"files":[{"file":"a","findings":[{}]}]}']) {
    const bad = inFolder("bad.json");
    await writeFile(bad, text);
    const outcome = await lint(path, "--baseline", bad);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(/bad\.json: This .*latchkey lint FILE… --json > baseline\.json\.\n$/);
  }
});
