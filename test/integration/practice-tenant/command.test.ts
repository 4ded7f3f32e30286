import { access, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { readPlist } from "../../../main/core/plist/index.ts";
import type { Terminal } from "../../../main/hosts/command-line/command.ts";
import { run as runPracticeTenant } from "../../../main/hosts/command-line/commands/practice-tenant.ts";
import { need } from "./support.ts";

/** Runs the command; `whileRunning` gets the line it prints, and the command is asked to stop after it. */
async function run(
  options: Record<string, string | boolean>,
  whileRunning: (line: string) => Promise<void> = async () => {},
) {
  let release = () => {};
  let printed: (line: string) => void = () => {};
  const line = new Promise<string>((resolve) => {
    printed = resolve;
  });
  const terminal: Terminal = {
    stdout: (text) => printed(text),
    stderr: () => {},
    readStdinLine: async () => null,
    askHidden: async () => "",
    readFile: async (path) => readFile(path),
    writeFile: async () => null,
    untilAskedToStop: () =>
      new Promise((resolve) => {
        release = resolve;
      }),
    environment: {},
  };
  const done = runPracticeTenant({ positionals: [], options, json: false }, terminal);
  const first = await Promise.race([line, done.then(() => null)]);
  if (first !== null && options["list"] !== true) await whileRunning(first);
  release();
  return { outcome: await done, line: first };
}

describe("practice-tenant", () => {
  test("prints one JSON line, serves, and takes its profile away when it stops", async () => {
    let profile = "";
    let discovery = "";
    const { outcome } = await run({ scenario: "all-cloud-apps-mfa" }, async (line) => {
      expect(line.trimEnd().split("\n")).toHaveLength(1);
      const ready = JSON.parse(line);
      expect(Object.keys(ready)).toEqual(
        expect.arrayContaining([
          "authority",
          "tenantId",
          "clientId",
          "apiClientId",
          "apiScope",
          "discovery",
          "graph",
          "accounts",
          "profile",
        ]),
      );
      expect(ready.authority).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]{36}$/);
      expect(ready.accounts[0]).toMatchObject({
        username: "robin@contoso.example",
        mfa: { method: "oneTimeCode", code: "123456" },
      });
      profile = ready.profile;
      discovery = ready.discovery.v2;
      expect((await stat(profile)).mode & 0o777).toBe(0o600);
      expect((await stat(dirname(profile))).mode & 0o777).toBe(0o700);
      const document = need(readPlist(await readFile(profile)));
      expect(document.encoding).toBe("xml");
      expect((await fetch(discovery)).status).toBe(200);
    });
    expect(outcome).toBe(0);
    await expect(access(dirname(profile))).rejects.toThrow("ENOENT");
    await expect(fetch(discovery)).rejects.toThrow();
  });

  test("lists scenarios with story, recipe and what to expect", async () => {
    const { outcome, line } = await run({ list: true });
    expect(outcome).toBe(0);
    const list: {
      name: string;
      story: string;
      recipe: string;
      expected: { login: string; check: string };
    }[] = JSON.parse(line ?? "");
    expect(list.find((scenario) => scenario.name === "all-cloud-apps-mfa")).toMatchObject({
      recipe: "simple",
      expected: { login: "succeeded", check: "password-correct", checkCode: 50076 },
    });
  });

  test.each([
    [{ scenario: "nothing" }, "practice-scenario-unknown"],
    [{ port: "eighty" }, "wrong-call"],
    [{ port: "70000" }, "wrong-call"],
    [{ scenario: "no-mfa", tenant: "x.json" }, "wrong-call"],
    [{ tenant: "package.json" }, "practice-tenant-invalid"],
    [{ tenant: "LICENSE" }, "practice-tenant-not-json"],
  ])("%j is refused as %s", async (options, code) => {
    expect((await run(options)).outcome).toMatchObject({ code });
  });
});
