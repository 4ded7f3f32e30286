import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exampleHead, examplePayload } from "../../../../../main/core/lint/example-profile.ts";
import type { ExampleSettings } from "../../../../../main/core/lint/rule.ts";
import { soundLogin } from "../../../../../main/core/lint/sound-settings.ts";
import { profileFromTypedJson, writeProfile } from "../../../../../main/core/profile/index.ts";
import { runCommandLine } from "../../../../../main/hosts/command-line/run.ts";
import { readIdentity, signContent } from "../../../../../main/signing/index.ts";
import { recordingTerminal } from "../../../../support/recording-terminal.ts";
import { throwawayIdentity } from "../../../../support/throwaway-identity.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-lint-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes a profile with these settings of the login window, and gives its path. */
async function file(
  name: string,
  settings: ExampleSettings,
  to: "mobileconfig" | "binary-plist" = "mobileconfig",
) {
  const path = join(folder, name);
  await mkdir(join(path, ".."), { recursive: true });
  const payload = { ...examplePayload("com.jamf.connect.login"), ...settings };
  const document = profileFromTypedJson({ ...exampleHead, PayloadContent: [payload] }, { fileName: null });
  const bytes = document.ok ? writeProfile(document.value, { to }) : document;
  if (!bytes.ok) throw new Error(bytes.problem.detail);
  await writeFile(path, bytes.value);
  return path;
}

async function lint(...args: readonly string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(["lint", ...args], terminal);
  const json =
    args.includes("--json") || args.includes("--sarif") ? JSON.parse(terminal.out() || "null") : null;
  return { code, json, out: terminal.out(), err: terminal.err() };
}

type Json = {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { readonly rule: string }[];
  }[];
};
const rules = ({ files }: Json) => files.flatMap(({ findings }) => findings.map(({ rule }) => rule));

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

it("a folder means its profiles at every depth, and nothing else in it", async () => {
  const deep = await file("depth/a/b/deep.MobileConfig", soundLogin);
  const plist = join(folder, "depth/com.jamf.connect.login.plist");
  await writeFile(plist, '<plist version="1.0"><dict><key>DenyLokal</key><true/></dict></plist>');
  await writeFile(join(folder, "depth/notes.txt"), "no profile");
  await writeFile(join(folder, "depth/a/photo.png"), new Uint8Array([0x89, 0x50]));
  await symlink(join(folder, "depth"), join(folder, "depth/a/round"));
  const { code, json } = await lint(join(folder, "depth"), "--json");
  expect(json.files.map((each: { file: string }) => each.file)).toEqual([plist, deep]);
  expect(code).toBe(0);
});

it("a file that cannot be read among good ones: the others are reported, exit 2", async () => {
  const good = await file("mixed/good.mobileconfig", { ...soundLogin, OIDCClientID: "x" });
  await writeFile(join(folder, "mixed/broken.mobileconfig"), "<plist><dict>");
  const missing = join(folder, "mixed/missing.mobileconfig");
  const { code, json, err } = await lint(join(folder, "mixed"), missing, "--json");
  expect(code).toBe(2);
  expect(rules(json)).toEqual(["not-a-guid"]);
  expect(json.files[0].file).toBe(good);
  expect(json.problems).toHaveLength(2);
  expect(err).toMatch(/broken\.mobileconfig: .*\n.*missing\.mobileconfig could not be read/s);
});

it("a folder that may not be read is named, and the others are reported", async () => {
  const good = await file("closed/good.mobileconfig", soundLogin);
  const shut = join(folder, "closed/shut");
  await mkdir(shut);
  await chmod(shut, 0o000);
  const { code, json } = await lint(join(folder, "closed"), "--json");
  await chmod(shut, 0o700);
  expect(json.files.map((each: { file: string }) => each.file)).toEqual([good]);
  // Root reads every folder.
  expect([0, 2]).toContain(code);
});

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
  const baseline = join(folder, "baseline.json");
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
  const missing = await lint(path, "--baseline", join(folder, "none.json"));
  expect([missing.code, missing.out]).toEqual([2, ""]);
  for (const text of ["{", "[]", '{"files":[{}]}', '{"files":[{"file":"a","findings":[{}]}]}']) {
    const bad = join(folder, "bad.json");
    await writeFile(bad, text);
    const outcome = await lint(path, "--baseline", bad);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(/bad\.json: This .*latchkey lint FILE… --json > baseline\.json\.\n$/);
  }
});

it("--fix writes the file with its fixes in place, prints the changes, and finds nothing more to do", async () => {
  const path = await file("fix.mobileconfig", {
    ...soundLogin,
    OIDCNewPassword: "false",
    OIDCTenant: `${soundLogin["OIDCTenant"]} `,
  });
  const before = await readFile(path, "utf8");
  const dry = await lint(path, "--fix", "--dry-run");
  expect(dry.out).toContain("would be fixed: ");
  expect(await readFile(path, "utf8")).toBe(before);
  const { code, out } = await lint(path, "--fix");
  expect(code).toBe(0);
  expect(out).toContain(
    '  - PayloadContent[0].OIDCNewPassword: "false"\n  + PayloadContent[0].OIDCNewPassword: false',
  );
  expect(await readFile(path, "utf8")).toBe(
    before.replace("<string>false</string>", "<false/>").replace(" </string>", "</string>"),
  );
  expect((await lint(path, "--fix", "--json")).json.files[0].fixed).toEqual({
    rules: [],
    changes: [],
    written: false,
  });
});

it("--fix keeps a binary property list binary", async () => {
  const path = await file(
    "fix-binary.mobileconfig",
    { ...soundLogin, OIDCNewPassword: "NO" },
    "binary-plist",
  );
  expect((await lint(path, "--fix")).code).toBe(0);
  expect((await readFile(path)).subarray(0, 6).toString()).toBe("bplist");
});

it("--fix keeps comments, layout and line ends, and everything that no fix touches", async () => {
  const path = await file("commented.mobileconfig", { ...soundLogin, OIDCNewPassword: "NO" });
  const source = (await readFile(path, "utf8"))
    .replace("<dict>", "<dict><!-- Ticket 4711: ask the desk first -- really -->")
    .replace("\t\t\t<key>OIDCNewPassword", "\t\t\t<!-- asked for in May -->\n   <key>OIDCNewPassword")
    .replaceAll("\n", "\r\n");
  await writeFile(path, source);
  expect((await lint(path, "--fix")).code).toBe(0);
  expect(await readFile(path, "utf8")).toBe(source.replace("<string>NO</string>", "<false/>"));
});

it("--fix refuses a file whose comments it could not keep, dry or not, and says the way", async () => {
  const path = join(folder, "com.jamf.connect.login.plist");
  const source =
    '<plist version="1.0"><dict><!-- why --><key>OIDCNewPassword</key><string>NO</string><key>DenyLocal</key><true/><key>DenyLocal</key><true/></dict></plist>';
  await writeFile(path, source);
  for (const args of [["--fix", "--dry-run"], ["--fix"]]) {
    const { code, err } = await lint(path, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(/The file has comments that would be lost, .*--fix --dry-run/);
    expect(await readFile(path, "utf8")).toBe(source);
  }
  // Without comments there is nothing to lose.
  await writeFile(path, source.replace("<!-- why -->", ""));
  await lint(path, "--fix");
  expect(await readFile(path, "utf8")).toContain("<key>OIDCNewPassword</key>\n\t<false/>");
});

it("--fix refuses a profile inside something else, and says the way", async () => {
  const inner = await readFile(await file("inner.mobileconfig", { ...soundLogin, OIDCNewPassword: "NO" }));
  const path = join(folder, "outer.json");
  await writeFile(path, JSON.stringify({ payload: inner.toString("base64") }));
  const before = await readFile(path, "utf8");
  const { code, json, err } = await lint(path, "--fix", "--json");
  expect(code).toBe(2);
  expect(rules(json)).toEqual(["boolean-as-string"]);
  expect(err).toMatch(/This file is no profile itself: one is inside it\..*latchkey convert/);
  expect(await readFile(path, "utf8")).toBe(before);
});

it("--fix refuses a signed profile, and says the way", async () => {
  const path = await file("signed.mobileconfig", { ...soundLogin, OIDCNewPassword: "NO" });
  const { p12, passphrase } = throwawayIdentity("Contoso");
  const identity = await readIdentity({ kind: "p12", bytes: Buffer.from(p12, "base64") }, passphrase);
  if (!identity.ok) throw new Error(identity.problem.detail);
  const signed = await signContent(await readFile(path), identity.value);
  if (!signed.ok) throw new Error(signed.problem.detail);
  await writeFile(path, signed.value.der);
  const { code, json, err } = await lint(path, "--fix", "--json");
  expect(code).toBe(2);
  expect(rules(json)).toEqual(["boolean-as-string"]);
  expect(json.files[0].fixed).toBeUndefined();
  expect(err).toMatch(/A signed profile is not fixed in place\..*latchkey unsign/);
  expect(new Uint8Array(await readFile(path))).toEqual(new Uint8Array(signed.value.der));
});

it("an encrypted profile is not looked at, and that is said", async () => {
  const path = join(folder, "locked.mobileconfig");
  await writeFile(
    path,
    '<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>EncryptedPayloadContent</key><data>AAAA</data><key>PayloadScope</key><string>User</string></dict></plist>',
  );
  const before = await readFile(path, "utf8");
  const { code, err } = await lint(path, "--fix");
  expect(code).toBe(2);
  expect(err).toContain("The content of this profile is encrypted.");
  expect(await readFile(path, "utf8")).toBe(before);
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

it("a thousand profiles in a folder are reported one by one, in order", async () => {
  const first = await file("many/p0000.mobileconfig", { ...soundLogin, DenyLokal: true });
  const bytes = await readFile(first);
  await Promise.all(
    Array.from({ length: 999 }, (_, index) =>
      writeFile(join(folder, `many/p${String(index + 1).padStart(4, "0")}.mobileconfig`), bytes),
    ),
  );
  const { json } = await lint(join(folder, "many"), "--json");
  expect(json.files).toHaveLength(1000);
  expect(json.summary).toEqual({ error: 0, warning: 1000, info: 0 });
});
