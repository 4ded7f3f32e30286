import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-log-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const log = [
  "2026-11-18 09:03:40 LoginUI: opened by megan@contoso.com, password: hunter22",
  "2026-11-18 09:03:41 GET https://login.microsoftonline.com/contoso/v2.0/.well-known/openid-configuration",
  "2026-11-18 09:03:52 error_description=AADSTS50105: assigned",
  "2026-11-18 09:12:02 LoginUI: opened again",
  "",
].join("\n");

async function put(path: string, content: string | Uint8Array): Promise<string> {
  const whole = join(folder, path);
  await mkdir(join(whole, ".."), { recursive: true });
  await writeFile(whole, content);
  return whole;
}

async function explain(...given: readonly string[]) {
  const terminal = recordingTerminal();
  const exit = await runCommandLine(["explain", ...given], terminal);
  return { exit, out: terminal.out(), err: terminal.err() };
}

describe("explain of a log of the Mac", () => {
  it("prints attempts, the deciding line, hosts, and what is not known; names and secrets are masked", async () => {
    const { exit, out } = await explain(await put("one/jamf_login.log", log));
    expect(exit).toBe(0);
    expect(out).toMatch(
      /^2 attempts\. No line decides the last one\. The last that is clear stopped at AADSTS50105: /,
    );
    expect(out).toContain("2026-11-18 09:03:40 Stopped at AADSTS50105: ");
    expect(out).toContain("  line 3: error_description=AADSTS50105: assigned");
    expect(out).toContain("  hosts: login.microsoftonline.com");
    expect(out).toContain("2026-11-18 09:12:02 No line decides");
    expect(out).toContain("- Why attempt 2 ended.");
    const json = await explain("--json", await put("one/jamf_login.log", log));
    expect(JSON.parse(json.out)).toMatchObject({
      attempts: [
        {
          at: "2026-11-18T09:03:40",
          outcome: "account",
          deciding: "error_description=AADSTS50105: assigned",
          hosts: ["login.microsoftonline.com"],
        },
        { at: "2026-11-18T09:12:02", outcome: "unclear", deciding: null, hosts: [] },
      ],
      entries: [{ code: 50105 }],
    });
    for (const text of [out, json.out]) expect(text).not.toMatch(/megan|hunter22/);
  });

  it("takes a pasted log, and leaves a single line of one to be explained by itself", async () => {
    expect((await explain(log)).out).toMatch(/^2 attempts\./);
    expect((await explain(log.split("\n")[2] ?? "")).out).toMatch(/^AADSTS50105/);
  });

  it("reads a log in UTF-16 and one with broken characters", async () => {
    const wide = Buffer.from(`\ufeff${log}`, "utf16le");
    expect((await explain(await put("wide.log", wide))).out).toMatch(/^2 attempts\./);
    const broken = Buffer.concat([Buffer.from(log), Buffer.from([0xff, 0xfe, 0x41, 0x0a])]);
    const { out } = await explain(await put("broken.log", broken));
    expect(out).toMatch(/^2 attempts\./);
    expect(out).toContain("Some characters of");
  });

  it("prints the command where it is advised to look at the Mac", async () => {
    const { out } = await explain("macos-login-window-instead");
    expect(out).toContain("On the Mac:\n- What authchanger has set: /usr/local/bin/authchanger -print\n");
  });

  it("exits with 1 and says what to run where no line decides", async () => {
    const { exit, out } = await explain(
      await put("quiet.log", "2026-11-18 09:03:40 Login failed: wrong password\n"),
    );
    expect(exit).toBe(1);
    expect(out).toContain("1 attempt. No line says why it ended.");
    expect(out).toContain("log show --style compact");
  });

  it.each([
    ["a file that is not there", "missing.log", null, "There is no such file or folder."],
    [
      "something that is no text",
      "image.log",
      Uint8Array.from([0x89, 0x50, 0, 0, 0, 0, 0, 1, 2]),
      "It is no text.",
    ],
    ["an empty file", "empty.log", "", "It is empty."],
    [
      "a long text of another kind",
      "novel.txt",
      "It was a dark night.\n".repeat(20_000),
      "a text of another kind",
    ],
  ])("exits with 2 and one line for %s", async (_what, name, content, words) => {
    const path = content === null ? join(folder, name) : await put(name, content);
    const { exit, out, err } = await explain(path);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("explains a short text in a file as if it was pasted, and a code where a file is called so", async () => {
    expect((await explain(await put("error.txt", "AADSTS50126: wrong\n"))).out).toMatch(/^AADSTS50126/);
    const before = process.cwd();
    process.chdir(folder);
    await put("50076", "AADSTS50126");
    try {
      expect((await explain("50076")).out).toMatch(/^AADSTS50076/);
    } finally {
      process.chdir(before);
    }
  });
});

describe("explain of a folder of a collecting script", () => {
  const info = (version: string) =>
    `<?xml version="1.0"?><plist version="1.0"><dict><key>CFBundleIdentifier</key><string>com.jamf.connect.login</string><key>CFBundleName</key><string>JamfConnectLogin</string><key>CFBundleShortVersionString</key><string>${version}</string></dict></plist>`;

  it("reads its logs together, the versions in it, and says what it passed over", async () => {
    const unified = log
      .split("\n")
      .filter(Boolean)
      .map(
        (line) =>
          `${line.slice(0, 19)}.123 Df JamfConnectLogin[1:2] [com.jamf.connect.login:UI] ${line.slice(20)}`,
      );
    await put("grab/jamf_login.log", log);
    await put("grab/Connect/login_window.log", unified.join("\n"));
    await put("grab/JamfConnectLogin.bundle/Contents/Info.plist", info("2.45.1"));
    await put(
      "grab/sw_vers.txt",
      "ProductName:\t\tmacOS\nProductVersion:\t\t15.7.1\nBuildVersion:\t\t24G231\n",
    );
    await put("grab/com.jamf.connect.login.plist", info("9"));
    await put("grab/install.log", "2026-11-18 09:00:00+01 mac installd[1]: x\n");
    await put("grab/picture.png", "x");
    await put("grab/old.zip", "x");
    const { exit, out } = await explain(join(folder, "grab"));
    expect(exit).toBe(0);
    expect(out).toMatch(/^2 attempts\./);
    expect(out).toContain("- JamfConnectLogin 2.45.1 (JamfConnectLogin.bundle/Contents/Info.plist)");
    expect(out).toContain("- macOS 15.7.1 (sw_vers.txt)");
    expect(out).toContain("old.zip is packed: unpack it first.");
    expect(out).toContain("com.jamf.connect.login.plist holds settings");
    expect(out).toMatch(/- \d other files passed over\./);
  });

  it("attack: of more files than anybody reads looks into two hundred, the likely ones first", async () => {
    await mkdir(join(folder, "many"), { recursive: true });
    const names = Array.from({ length: 500 }, (_, index) => join(folder, "many", `a${index}.txt`));
    await Promise.all(names.map((name) => writeFile(name, "x")));
    await put("many/deep/er/jamf_login.log", log);
    const { exit, out } = await explain(join(folder, "many"));
    expect(exit).toBe(0);
    expect(out).toContain("deep/er/jamf_login.log");
    expect(out).toContain("301 files were not looked into: at most 200 are.");
  });

  it("exits with 2 where it holds no log", async () => {
    await put("none/a.txt", "hello");
    const { exit, err } = await explain(join(folder, "none"));
    expect(exit).toBe(2);
    expect(err).toContain("holds no log of the Mac");
  });
});
