import { describe, expect, test } from "vitest";
import { dict, string } from "../../../main/core/plist/build.ts";
import { writeBinaryPlist } from "../../../main/core/plist/index.ts";
import type { Terminal } from "../../../main/hosts/command-line/command.ts";
import { type ShowPorts, showOn } from "../../../main/hosts/command-line/commands/show.ts";
import { createTerminal } from "../../../main/hosts/command-line/terminal.ts";
import { latchkey } from "./latchkey.ts";

const folder = "/Library/Managed Preferences";
const settings = (key: string, value: string) =>
  writeBinaryPlist(
    dict([
      [key, string(value)],
      ["PayloadUUID", string("x")],
    ]),
  );

/** A Mac with these files under /Library/Managed Preferences. */
function mac(files: Readonly<Record<string, Uint8Array>>): ShowPorts & Pick<Terminal, "readFile"> {
  const paths = Object.keys(files).map((name) => `${folder}/${name}`);
  return {
    platform: "darwin",
    listFolder: async (path) => {
      const inside = paths
        .filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1).split("/")[0] ?? "");
      return inside.length === 0 ? null : [...new Set(inside)];
    },
    readFile: async (path) =>
      files[path.slice(folder.length + 1)] ?? { code: "file-unreadable", title: "gone", detail: "", fix: "" },
  };
}

async function installed(ports: ShowPorts & Partial<Pick<Terminal, "readFile">>, isJson = true) {
  let stdout = "";
  const terminal: Terminal = {
    ...createTerminal(process),
    ...ports,
    stdout: (text) => {
      stdout += text;
    },
  };
  const outcome = await showOn(ports)(
    { positionals: [], options: { installed: true }, json: isJson },
    terminal,
  );
  return { outcome, stdout };
}

describe("show --installed", () => {
  const computer = mac({
    "com.jamf.connect.login.plist": settings("OIDCProvider", "EntraID"),
    "com.jamf.connect.plist": settings("OIDCClientSecret", "x"),
    "com.apple.dock.plist": settings("orientation", "left"),
    "kim/com.jamf.connect.plist": settings("HiddenMenuItems", "quit"),
    "kim/complete.plist": settings("a", "b"),
  });

  test("lists the Jamf Connect domains of the Mac and of its users, in the shape of show", async () => {
    const { outcome, stdout } = await installed(computer);
    expect(outcome).toBe(0);
    const shown = JSON.parse(stdout);
    expect(shown).toMatchObject({ format: "plist", signature: null, profile: null });
    expect(
      shown.payloads.map(({ domain, user, values }: Record<string, unknown>) => ({ domain, user, values })),
    ).toEqual([
      { domain: "com.jamf.connect.login", user: null, values: { OIDCProvider: "EntraID" } },
      { domain: "com.jamf.connect", user: null, values: { OIDCClientSecret: "x" } },
      { domain: "com.jamf.connect", user: "kim", values: { HiddenMenuItems: "quit" } },
    ]);
  });

  test("for people", async () => {
    const { stdout } = await installed(computer, false);
    expect(stdout).toContain('com.jamf.connect.login (whole Mac)\n  OIDCProvider: "EntraID"\n');
    expect(stdout).toContain("com.jamf.connect (user kim)\n");
  });

  test.each([
    ["no managed settings at all", mac({})],
    ["none for Jamf Connect", mac({ "com.apple.dock.plist": settings("a", "b") })],
  ])("a Mac with %s: exit code 1", async (_, ports) => {
    const { outcome, stdout } = await installed(ports, false);
    expect(outcome).toBe(1);
    expect(stdout).toBe("This Mac has no managed settings for Jamf Connect.\n");
  });

  test("a file that cannot be read is a problem that names it", async () => {
    const { outcome } = await installed(mac({ "com.jamf.connect.plist": new Uint8Array([1]) }));
    expect(outcome).toMatchObject({ title: expect.stringContaining(`${folder}/com.jamf.connect.plist`) });
  });

  test("other systems say that they are no Mac", async () => {
    const { outcome } = await installed({ platform: "linux", listFolder: async () => null });
    expect(outcome).toMatchObject({ code: "needs-mac" });
    if (process.platform !== "darwin")
      expect((await latchkey("show", "--installed")).stderr).toMatch(/only be read on a Mac/);
  });

  test("a file and --installed together are refused", async () => {
    expect((await latchkey("show", "x.plist", "--installed")).stderr).toMatch(/not both/);
  });
});
