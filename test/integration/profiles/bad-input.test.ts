import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { latchkey, scratchFolder } from "./latchkey.ts";

const folder = scratchFolder();
const whole =
  '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n\t<key>OIDCProvider</key>\n\t<string>EntraID</string>\n</dict>\n</plist>\n';

/** File name, content, and what the one line must say: what happened, and where. */
const files: readonly (readonly [name: string, content: string | Uint8Array, says: RegExp])[] = [
  ["empty.mobileconfig", "", /The file is empty/],
  ["blank.mobileconfig", "  \n\n", /The file is empty/],
  [
    "notes.mobileconfig",
    "Meeting notes, Monday",
    /not a property list.*Line 1, column 1.*begins with none of <\?xml, <plist and bplist00/,
  ],
  [
    "cut.mobileconfig",
    whole.slice(0, 90),
    /ends too early.*Line 4, column 23.*[Tt]he <key> on line 4 is never closed/,
  ],
  ["cut-binary.plist", Buffer.from("bplist00\u00d1\u0001", "latin1"), /binary property list ends too early/],
  ["list.plist", '<plist version="1.0"><array/></plist>', /not a profile.*It is a list/],
  ["page.mobileconfig", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", /web page, not a profile/],
  ["packed.mobileconfig", gzipSync(whole), /gzip archive/],
  ["junk.mobileconfig", Buffer.alloc(15 * 1024 * 1024, 0xa7), /not valid UTF-8 text.*Line 1, column 1/],
  ["blanks.mobileconfig", Buffer.alloc(15 * 1024 * 1024, 0x20), /The file is empty/],
  ["zeros.mobileconfig", Buffer.alloc(15 * 1024 * 1024), /not a property list/],
  [
    "tags.mobileconfig",
    "<a>".repeat(5_000_000),
    /<a> is not an element of a property list.*Line 1, column 1/,
  ],
  [
    "large.mobileconfig",
    `<plist version="1.0"><string>${"x".repeat(50_000_000)}</string></plist>`,
    /too large.*48 MB; the limit is 16 MB/,
  ],
];

describe.each(files)("%s", (name, content, says) => {
  const path = join(folder, name);

  test("show says in one line what, where and what to do", async () => {
    writeFileSync(path, content);
    const { code, stdout, stderr } = await latchkey("show", path, "--json");
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(says);
    expect(stderr).toContain(name);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("verify and sign refuse it, and sign writes nothing", async () => {
    if (name === "list.plist") return;
    const out = join(folder, "out.signed");
    expect((await latchkey("verify", path)).code).toBe(2);
    const signed = await latchkey("sign", path, "-o", out, "--p12", path);
    expect(signed.code).toBe(2);
    expect(signed.stderr).toMatch(says);
    expect(existsSync(out)).toBe(false);
  });

  test("convert writes nothing", async () => {
    const out = join(folder, "out.plist");
    const { code } = await latchkey("convert", path, "-o", out);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((file) => file.includes("out"))).toEqual([]);
  });
});

describe("paths", () => {
  test("a missing file", async () => {
    const { code, stderr } = await latchkey("show", join(folder, "nowhere.mobileconfig"), "--json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/nowhere\.mobileconfig could not be read.*no such file/);
  });

  test("a folder", async () => {
    const { code, stderr } = await latchkey("show", folder, "--json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/It is a folder/);
  });

  test("attack: every command that reads a file refuses a pipe and an endless device in one line", async () => {
    const pipe = join(folder, "pipe.mobileconfig");
    execFileSync("mkfifo", [pipe]);
    const good = join(folder, "good.plist");
    writeFileSync(good, whole);
    const out = join(folder, "never.mobileconfig");
    for (const [bad, words] of [
      [pipe, "It is a named pipe."],
      ["/dev/zero", "It is a device."],
    ] as const) {
      for (const args of [
        ["show", bad],
        ["verify", bad],
        ["verify", good, "--ca", bad],
        ["unsign", bad, "-o", out],
        ["convert", bad, "-o", out],
        ["diff", good, bad],
        ["sign", bad, "-o", out, "--p12", bad],
        ["sign", good, "-o", out, "--p12", bad],
        ["sign", good, "-o", out, "--cert", bad, "--key", bad],
        ["conditional-access", bad, "--profile", good],
        ["conditional-access", good, "--profile", bad],
        ["conditional-access", good, "--profile", good, "--context", bad],
        ["discover", "--profile", bad],
        ["practice-tenant", "--tenant", bad],
      ]) {
        const { code, stdout, stderr } = await latchkey(...args);
        expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: "" });
        expect(stderr.trimEnd().split("\n")).toHaveLength(1);
        if (!args.includes("conditional-access") || args.at(-1) === bad) expect(stderr).toContain(words);
      }
    }
    expect(existsSync(out)).toBe(false);
  });

  test("attack: nothing but a regular file is written to", async () => {
    const good = join(folder, "good.plist");
    writeFileSync(good, whole);
    const { code, stderr } = await latchkey("convert", good, "-o", "/dev/null");
    expect(code).toBe(2);
    expect(stderr).toContain("/dev/null is a device. What was there before is unchanged.");
  });

  test("diff names the file that cannot be read", async () => {
    const good = join(folder, "good.plist");
    writeFileSync(good, whole);
    const { code, stdout, stderr } = await latchkey(
      "diff",
      good,
      join(folder, "notes.mobileconfig"),
      "--json",
    );
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("notes.mobileconfig");
  });

  test("a target that cannot be written", async () => {
    const good = join(folder, "good.plist");
    writeFileSync(good, whole);
    const { code, stdout } = await latchkey(
      "convert",
      good,
      "-o",
      join(folder, "no-such-folder", "out.plist"),
      "--json",
    );
    expect(code).toBe(2);
    expect(stdout).toBe("");
  });
});
