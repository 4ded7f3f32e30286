import { readFile, writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { soundLogin } from "../../../../../main/core/lint/sound-settings.ts";
import { readIdentity, signContent } from "../../../../../main/signing/index.ts";
import { throwawayIdentity } from "../../../../support/throwaway-identity.ts";
import { lint, lintFolder, rules } from "./running-lint.ts";

const { file, inFolder } = lintFolder();

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
  const path = inFolder("com.jamf.connect.login.plist");
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
  const path = inFolder("outer.json");
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
  const path = inFolder("locked.mobileconfig");
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
