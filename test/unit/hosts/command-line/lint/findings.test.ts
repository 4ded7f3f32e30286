import { writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { soundLogin } from "../../../../../main/core/lint/sound-settings.ts";
import { lint, lintFolder, rules } from "./running-lint.ts";

const { file } = lintFolder();

it("a sound profile: nothing found, exit 0", async () => {
  const path = await file("sound.mobileconfig", soundLogin);
  const { code, json } = await lint(path, "--json");
  expect(json).toEqual({ files: [{ file: path, findings: [] }], summary: { error: 0, warning: 0, info: 0 } });
  expect(code).toBe(0);
});

it("a client id that is none: an error, exit 1, with the place, in words and as JSON", async () => {
  const path = await file("guid.mobileconfig", { ...soundLogin, OIDCClientID: "not a guid" });
  const { code, json } = await lint(path, "--json");
  expect(code).toBe(1);
  expect(json.summary).toEqual({ error: 1, warning: 0, info: 0 });
  expect(json.files[0].findings[0]).toMatchObject({
    rule: "not-a-guid",
    severity: "error",
    where: { domain: "com.jamf.connect.login", keyPath: "OIDCClientID" },
  });
  const inWords = await lint(path);
  expect(inWords.out).toMatch(/error +not-a-guid +com\.jamf\.connect\.login OIDCClientID\n/);
  expect(inWords.out).toMatch(/1 file: 1 error, 0 warnings, 0 notes\.\n$/);
});

it("a warning alone ends with 0", async () => {
  const path = await file("warning.mobileconfig", { ...soundLogin, OIDCAdmin: "Admin" });
  expect((await lint(path, "--json")).code).toBe(0);
});

it("a finding is suppressed by a file beside the profile, with its reason", async () => {
  const path = await file("decided.mobileconfig", { ...soundLogin, OIDCClientID: "x" });
  const suppress = (entries: unknown) =>
    writeFile(`${path}.latchkey.json`, JSON.stringify({ suppress: entries }));
  await suppress([{ rule: "not-a-guid", keyPath: "OIDCClientID", reason: "A placeholder of the test." }]);
  const { code, json } = await lint(path, "--json");
  expect(code).toBe(0);
  expect(json.files[0].findings).toEqual([]);
  expect(json.files[0].suppressed[0]).toMatchObject({
    reason: "A placeholder of the test.",
    finding: { rule: "not-a-guid" },
  });
  await suppress([{ rule: "not-a-guid" }]);
  expect(rules((await lint(path, "--json")).json).toSorted()).toEqual([
    "not-a-guid",
    "suppression-without-reason",
  ]);
});

it("calls that contradict themselves are refused", async () => {
  const path = await file("calls.mobileconfig", soundLogin);
  for (const args of [[], [path, "--dry-run"], [path, "--sarif", "--json"]])
    expect((await lint(...args)).code).toBe(2);
});
