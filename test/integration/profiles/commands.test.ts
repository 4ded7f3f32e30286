import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { latchkey, scratchFolder } from "./latchkey.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/profiles");
const contoso = join(fixtures, "contoso.mobileconfig");
const folder = scratchFolder();
const out = (name: string) => join(folder, name);

async function json(...args: readonly string[]) {
  const { code, stdout, stderr } = await latchkey(...args, "--json");
  return { code, stderr, json: stdout === "" ? null : JSON.parse(stdout) };
}

describe("show", () => {
  test("prints one JSON value with the fields of the design", async () => {
    const { code, json: shown } = await json("show", contoso);
    expect(code).toBe(0);
    expect(Object.keys(shown)).toEqual(["format", "encoding", "signature", "profile", "payloads", "notices"]);
    expect(shown).toMatchObject({
      format: "mobileconfig",
      encoding: "xml",
      signature: null,
      profile: { scope: "System" },
    });
    expect(shown.payloads).toHaveLength(4);
  });

  test("takes the domain of a bare plist from --domain", async () => {
    const path = out("settings.plist");
    writeFileSync(path, "<plist><dict><key>A</key><true/></dict></plist>");
    expect((await json("show", path)).json.payloads[0].domain).toBeNull();
    expect((await json("show", path, "--domain", "com.contoso.app")).json.payloads[0].domain).toBe(
      "com.contoso.app",
    );
  });

  test("tells people what is in the file, without secrets and terminal escapes", async () => {
    const path = out("com.jamf.connect.login.plist");
    const sequence = "\u009b";
    writeFileSync(
      path,
      `<plist><dict><key>OIDCClientSecret</key><string>canary-1</string><key>HelpURL</key><string>a${sequence}2Jb</string><key>OIDCAdmin</key><array><string>Admin</string></array><key>LicenseFile</key><data>AAEC</data></dict></plist>`,
    );
    const { code, stdout } = await latchkey("show", path);
    expect(code).toBe(0);
    expect(stdout).toContain("com.jamf.connect.login (bare settings)");
    expect(stdout).toContain('  HelpURL: "a\\u009b2Jb" (a control character (U+009B))');
    expect(stdout).toContain('  OIDCAdmin: ["Admin"]');
    expect(stdout).toContain("  OIDCClientSecret: (secret, not shown)");
    expect(stdout).toContain("  LicenseFile: (secret, not shown)");
    expect(stdout).not.toMatch(/canary/);
    expect(stdout).not.toContain(sequence);
  });

  test("opens dictionaries and lists of them", async () => {
    const { stdout } = await latchkey("show", contoso);
    expect(stdout).toContain("Contoso Jamf Connect\n  Identifier: com.contoso.jamfconnect\n");
    expect(stdout).toContain('  IdPSettings:\n    Provider: "EntraID"\n');
    expect(stdout).toContain('  Shares:\n    1:\n      Name: "Projects"\n');
  });

  test("names a key that stands twice", async () => {
    const path = out("twice.plist");
    writeFileSync(path, "<plist><dict>\n<key>A</key><true/>\n<key>A</key><false/></dict></plist>");
    expect((await latchkey("show", path)).stdout).toContain(
      'Note:       The key "A" stands twice in one dictionary. Line 3.',
    );
    expect((await json("show", path)).json.notices).toMatchObject([{ code: "xml-repeated-key" }]);
  });

  test.each([[["show"]], [["show", "a", "b"]], [["show", "a", "--unheard"]]])(
    "%j is not a call",
    async (args) => {
      const { code, stdout, stderr } = await latchkey(...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("latchkey show --help shows how it is called.");
    },
  );
});

describe("convert", () => {
  test.each([
    ["whole.mobileconfig", []],
    ["whole.plist", []],
    ["whole-binary.plist", ["--to", "binary-plist"]],
    ["whole.json", []],
    ["wrapped.mobileconfig", ["--form", "managed-preferences"]],
    ["direct.mobileconfig", ["--form", "direct"]],
  ])("%s has the same settings", async (name, options) => {
    const { code, json: said } = await json("convert", contoso, "-o", out(name), ...options);
    expect(code).toBe(0);
    expect(said.out).toBe(out(name));
    expect((await latchkey("diff", contoso, out(name))).code).toBe(0);
  });

  test("says which forms the output has", async () => {
    const { json: said, stderr } = await json(
      "convert",
      contoso,
      "-o",
      out("forms.mobileconfig"),
      "--form",
      "direct",
    );
    expect(said.payloads.map(({ form }: { form: string }) => form)).toEqual([
      "direct",
      "direct",
      "direct",
      "other",
    ]);
    expect(said.payloads[0]).not.toHaveProperty("values");
    expect(stderr).toBe("");
  });

  test("says what stays in its form, and why", async () => {
    const { code, stderr } = await json(
      "convert",
      join(fixtures, "layers.mobileconfig"),
      "-o",
      out("layers.mobileconfig"),
      "--form",
      "direct",
    );
    expect(code).toBe(0);
    expect(stderr).toBe(
      "com.jamf.connect.login stays in the managed-preferences form, because the direct form cannot say the same.\n",
    );
  });

  test("with --domain writes that domain's settings alone", async () => {
    await json("convert", contoso, "-o", out("login.json"), "--domain", "com.jamf.connect.login");
    const settings = JSON.parse(readFileSync(out("login.json"), "utf8"));
    expect(settings).toMatchObject({ OIDCProvider: "Azure", DenyLocal: true });
    expect(Object.keys(settings).filter((key) => key.startsWith("Payload"))).toEqual([]);
  });

  test("typed JSON comes back as a profile with the same content", async () => {
    await json("convert", contoso, "-o", out("there.json"));
    expect((await json("convert", out("there.json"), "-o", out("back.mobileconfig"))).code).toBe(0);
    await json("convert", out("back.mobileconfig"), "-o", out("again.json"));
    expect(readFileSync(out("again.json"), "utf8")).toBe(readFileSync(out("there.json"), "utf8"));
  });

  test("without --to keeps the kind of the input where the name says nothing", async () => {
    await json("convert", contoso, "-o", out("unnamed"));
    expect((await json("show", out("unnamed"))).json.format).toBe("mobileconfig");
  });

  test.each([
    [["convert", contoso], /-o/],
    [["convert", "-o", "x"], /convert needs IN/],
    [["convert", contoso, "-o", "x", "--to", "yaml"], /--to cannot be yaml/],
    [["convert", contoso, "-o", "x", "--form", "flat"], /--form cannot be flat/],
    [
      ["convert", contoso, "-o", out("none.plist"), "--domain", "com.contoso.app"],
      /no settings for com\.contoso\.app/,
    ],
  ])("%j is refused", async (args, says) => {
    const { code, stdout, stderr } = await latchkey(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
    expect(() => statSync(out("none.plist"))).toThrow();
  });

  test("JSON that is none, or not typed JSON", async () => {
    writeFileSync(out("broken.json"), '{ "A": ');
    writeFileSync(out("null.json"), '{ "A": null }');
    expect((await latchkey("convert", out("broken.json"), "-o", out("none.plist"))).stderr).toMatch(
      /not valid JSON/,
    );
    expect((await latchkey("convert", out("null.json"), "-o", out("none.plist"))).stderr).toMatch(
      /At A: found null/,
    );
    expect((await latchkey("show", out("null.json"))).stderr).toMatch(/This is JSON, not a property list/);
  });
});

describe("diff", () => {
  const changed = out("changed.mobileconfig");
  writeFileSync(
    changed,
    readFileSync(contoso, "utf8").replace("33333333-3333-3333-3333-333333333333", "fabrikam.com"),
  );

  test("lists what differs, with exit code 1", async () => {
    expect(await json("diff", contoso, changed)).toMatchObject({
      code: 1,
      json: {
        changes: [
          {
            domain: "com.jamf.connect.login",
            keyPath: "OIDCTenant",
            before: "33333333-3333-3333-3333-333333333333",
            after: "fabrikam.com",
          },
        ],
      },
    });
  });

  test("for people", async () => {
    const { stdout } = await latchkey("diff", contoso, changed);
    expect(stdout).toBe(
      'com.jamf.connect.login OIDCTenant\n  - "33333333-3333-3333-3333-333333333333"\n  + "fabrikam.com"\n',
    );
    expect((await latchkey("diff", contoso, contoso)).stdout).toBe("The settings are equal.\n");
  });

  test("does not show secrets to people", async () => {
    const secret = (value: string) =>
      `<plist><dict><key>OIDCClientSecret</key><string>${value}</string></dict></plist>`;
    writeFileSync(out("a-com.jamf.connect.login.plist"), secret("canary-1"));
    writeFileSync(out("b-com.jamf.connect.login.plist"), secret("canary-2"));
    const { code, stdout } = await latchkey(
      "diff",
      out("a-com.jamf.connect.login.plist"),
      out("b-com.jamf.connect.login.plist"),
    );
    expect(code).toBe(1);
    expect(stdout).not.toContain("canary");
  });
});
