/** Colours of the built command line: on a pseudo-terminal, which `script` of util-linux makes, and without one. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const cli = join(root, "dist/main/cli.js");
const contoso = join(root, "test/fixtures/profiles/contoso.mobileconfig");
const policies = join(root, "test/fixtures/policies/lockout");
const esc = "\u001b";
/** One code that changes how what follows looks. */
const code = new RegExp(`${esc}\\[[\\d;]*m`, "g");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-colours-"));
  await writeFile(
    join(folder, "wrong.plist"),
    "<plist><dict><key>OIDCProvider</key><string>EntraID</string><key>OIDCNewPassword</key><string>true</string></dict></plist>",
  );
});
afterAll(() => rm(folder, { recursive: true }));

const calls = (): Readonly<Record<string, readonly string[]>> => ({
  lint: ["lint", join(folder, "wrong.plist")],
  diff: ["diff", join(folder, "wrong.plist"), contoso],
  explain: ["explain", "50076", "50126"],
  "conditional-access": ["conditional-access", policies, "--profile", contoso],
  help: ["--help"],
  show: ["show", contoso],
  refusal: ["lint"],
});

/** What a call prints; `NO_COLOR` and `FORCE_COLOR` are as they are given, whatever they are here. */
function printed(
  args: readonly string[],
  where: "terminal" | "pipe",
  extra: Record<string, string> = {},
): string {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  const env = { ...inherited, TERM: "xterm-256color", ...extra };
  const line = [process.execPath, cli, ...args].map((word) => `'${word}'`).join(" ");
  const ran =
    where === "pipe"
      ? spawnSync("sh", ["-c", `${line} 2>&1`], { env, encoding: "utf8" })
      : spawnSync("script", ["-qec", line, "/dev/null"], { env, encoding: "utf8" });
  expect(ran.error).toBeUndefined();
  return ran.stdout.replaceAll("\r\n", "\n");
}

const hasScript = /util-linux/.test(spawnSync("script", ["--version"], { encoding: "utf8" }).stdout ?? "");

describe("colours of the command line", () => {
  it.each(Object.keys(calls()))("%s: none in a pipe, nor where a variable asks for some", (name) => {
    const text = printed(calls()[name] ?? [], "pipe", { FORCE_COLOR: "1" });
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain(esc);
  });

  it.each(Object.keys(calls()))(
    "%s: on a terminal the same words; with NO_COLOR without a colour",
    (name) => {
      if (!hasScript) {
        console.log("Not run: script of util-linux is not on this machine.");
        return;
      }
      const args = calls()[name] ?? [];
      const plain = printed(args, "pipe");
      expect(printed(args, "terminal", { NO_COLOR: "1" })).toBe(plain);
      const inColour = printed(args, "terminal");
      expect(inColour.replaceAll(code, "")).toBe(plain);
      expect(inColour.includes(esc)).toBe(!["help", "show", "refusal"].includes(name));
    },
  );

  it("prints JSON as it is, on a terminal too", () => {
    if (!hasScript) {
      console.log("Not run: script of util-linux is not on this machine.");
      return;
    }
    for (const args of Object.values(calls()))
      if (!["--help"].includes(args[0] ?? "") && args.length > 1)
        expect(printed([...args, "--json"], "terminal")).not.toContain(esc);
  });
});
