import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";

async function scriptFor(shell: string): Promise<string> {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["completion", shell], terminal)).toBe(0);
  return terminal.out();
}

/** What bash offers for the last of the words. */
function offered(script: string, ...words: readonly string[]): readonly string[] {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const said = execFileSync("bash", ["--norc", "--noprofile"], {
    input: `${script}\nCOMP_WORDS=(${quoted}) COMP_CWORD=${words.length - 1}\n_latchkey\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`,
    encoding: "utf8",
  });
  return said.trim().split("\n");
}

it.each([
  [
    ["latchkey", "sig"],
    ["sign", "signins"],
  ],
  [
    ["latchkey", "test", ""],
    ["ropg", "oidc", "both"],
  ],
  [["latchkey", "test", "ropg", "--fr"], ["--from"]],
  [
    ["latchkey", "test", "ropg", "--from", ""],
    ["login", "menu-bar"],
  ],
  [["latchkey", "convert", "a", "--to", "m"], ["mobileconfig"]],
  [["latchkey", "show", ""], [""]],
])("bash completes %j to %j", async (words, expected) => {
  expect(offered(await scriptFor("bash"), ...words)).toEqual(expected);
});

it.each(["zsh", "fish"])("the script for %s is read without a complaint", async (shell) => {
  const script = await scriptFor(shell);
  expect(script).toMatch(/^#/);
  const folder = await mkdtemp(join(tmpdir(), "completion-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "latchkey");
  await writeFile(file, script);
  const read = spawnSync(shell, ["-n", file], { encoding: "utf8" });
  if (read.error !== undefined && "code" in read.error && read.error.code === "ENOENT") {
    console.log(`Not run: ${shell} is not on this machine.`);
    return;
  }
  expect(read.stderr).toBe("");
  expect(read.status).toBe(0);
});
