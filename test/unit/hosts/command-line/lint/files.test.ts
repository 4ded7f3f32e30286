import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { soundLogin } from "../../../../../main/core/lint/sound-settings.ts";
import { lint, lintFolder, rules } from "./running-lint.ts";

const { file, inFolder } = lintFolder();

it("a folder means its profiles at every depth, and nothing else in it", async () => {
  const deep = await file("depth/a/b/deep.MobileConfig", soundLogin);
  const plist = inFolder("depth/com.jamf.connect.login.plist");
  await writeFile(plist, '<plist version="1.0"><dict><key>DenyLokal</key><true/></dict></plist>');
  await writeFile(inFolder("depth/notes.txt"), "no profile");
  await writeFile(inFolder("depth/a/photo.png"), new Uint8Array([0x89, 0x50]));
  await symlink(inFolder("depth"), inFolder("depth/a/round"));
  const { code, json } = await lint(inFolder("depth"), "--json");
  expect(json.files.map((each: { file: string }) => each.file)).toEqual([plist, deep]);
  expect(code).toBe(0);
});

it("a file that cannot be read among good ones: the others are reported, exit 2", async () => {
  const good = await file("mixed/good.mobileconfig", { ...soundLogin, OIDCClientID: "x" });
  await writeFile(inFolder("mixed/broken.mobileconfig"), "<plist><dict>");
  const missing = inFolder("mixed/missing.mobileconfig");
  const { code, json, err } = await lint(inFolder("mixed"), missing, "--json");
  expect(code).toBe(2);
  expect(rules(json)).toEqual(["not-a-guid"]);
  expect(json.files[0].file).toBe(good);
  expect(json.problems).toHaveLength(2);
  expect(err).toMatch(/broken\.mobileconfig: .*\n.*missing\.mobileconfig could not be read/s);
});

it("a folder that may not be read is named, and the others are reported", async () => {
  const good = await file("closed/good.mobileconfig", soundLogin);
  const shut = inFolder("closed/shut");
  await mkdir(shut);
  await chmod(shut, 0o000);
  const { code, json } = await lint(inFolder("closed"), "--json");
  await chmod(shut, 0o700);
  expect(json.files.map((each: { file: string }) => each.file)).toEqual([good]);
  // Root reads every folder.
  expect([0, 2]).toContain(code);
});

it("a thousand profiles in a folder are reported one by one, in order", async () => {
  const first = await file("many/p0000.mobileconfig", { ...soundLogin, DenyLokal: true });
  const bytes = await readFile(first);
  await Promise.all(
    Array.from({ length: 999 }, (_, index) =>
      writeFile(inFolder(`many/p${String(index + 1).padStart(4, "0")}.mobileconfig`), bytes),
    ),
  );
  const { json } = await lint(inFolder("many"), "--json");
  expect(json.files).toHaveLength(1000);
  expect(json.summary).toEqual({ error: 0, warning: 1000, info: 0 });
});
