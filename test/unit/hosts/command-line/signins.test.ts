import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kqlOf } from "../../../../main/core/sign-ins/index.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";
import { graphRow, jamfApp, testRow } from "../../../support/sign-in-rows.ts";

const other = "0c0c0c0c-1111-4222-8333-444455556666";
const codes = [0, 50076, 50076, 50076, 50126, 50053, 50140];

let folder = "";
let log = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-command-"));
  log = join(folder, "log.json");
  const rows = codes.map((code, index) => testRow(index, { code, policy: code === 50076 ? "CA003" : null }));
  const formula = testRow(20, { appId: other, user: "=cmd|'/c calc'!a1", code: 50126 });
  await writeFile(log, JSON.stringify([...rows, formula].map(graphRow)));
  await writeFile(join(folder, "notes.md"), "# not a log");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(["signins", ...args], terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

describe("signins", () => {
  it("says the one number first, and everything in JSON", async () => {
    const { code, out } = await run(folder);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe("3 real failures. The other 3 were correct passwords.");
    expect(out).toContain("Entra logged 7 failures. 3 met MFA, and Jamf Connect accepts 50076.");
    expect(out).toContain("1 is an interrupt, after which a sign-in can go on.");
    const json = await run(log, "--json");
    const report = JSON.parse(json.out);
    expect(json.code).toBe(0);
    expect(report).toMatchObject({
      rows: 8,
      skipped: 0,
      realFailures: 3,
      classes: { success: 1, "password-correct-mfa": 3, "locked-out": 1, "password-correct-blocked": 0 },
    });
    expect(report.byPolicy).toEqual([expect.objectContaining({ policy: "CA003", rows: 3 })]);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(["formats", "period", "byUser", "byHour", "findings"]),
    );
  });

  it("narrows to an application, without regard to case, and to a time, which is included", async () => {
    const of = async (...args: readonly string[]) => JSON.parse((await run(log, "--json", ...args)).out).rows;
    expect(await of("--app-id", jamfApp.toUpperCase())).toBe(7);
    expect(await of("--app-id", jamfApp, "--app-id", other)).toBe(8);
    expect(await of("--app-id", "0d0d0d0d-1111-4222-8333-444455556666")).toBe(0);
    expect(await of("--since", "2026-11-09T00:03:00Z")).toBe(5);
    expect(await of("--since", "2026-11-10")).toBe(0);
  });

  it("attack: prints CSV that no spreadsheet takes for a formula, a row for each sign-in", async () => {
    const { code, out } = await run(log, "--csv");
    const lines = out
      .trim()
      .split("\n")
      .filter((line) => /^(time|\d{4}-)/.test(line));
    expect(code).toBe(0);
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/^time,class,code,user/);
    expect(lines[2]).toMatch(/^2026-11-09T00:01:00\.000Z,password-correct-mfa,50076,/);
    expect(lines[8]).toContain(`"'=cmd|'/c calc'!a1"`);
  });

  it("prints the query and reads no log", async () => {
    expect(await run("--kql")).toEqual({ code: 0, out: kqlOf([]), err: "" });
    expect((await run("--kql", "--app-id", jamfApp)).out).toContain(jamfApp);
    expect((await run("--kql", log)).code).toBe(2);
  });

  it("reports the others where a file could not be read, and ends with 2", async () => {
    const bad = join(folder, "bad.txt");
    await writeFile(bad, "hello");
    const both = await run(folder, "--json");
    await rm(bad);
    expect(both.code).toBe(2);
    expect(JSON.parse(both.out).rows).toBe(8);
    expect(both.err).toContain("bad.txt was not added. This is no sign-in log.");
    expect(both.err).toContain("bad.txt");
  });

  it.each([
    [["nothing.json"], "no such file"],
    [["LOG", "--since", "yesterday"], "--since takes a date"],
    [["LOG", "--csv", "--json"], "not both"],
    [[], "needs LOG"],
  ])("refuses %j in one line", async (args, said) => {
    const { code, out, err } = await run(...args.map((arg) => (arg === "LOG" ? log : arg)));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(said);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it.each([
    [JSON.stringify({ userPrincipalName: "a@contoso.com", status: { errorCode: 50126 } }), "password-wrong"],
    [
      "2026-11-09T00:00:00Z,5b3f2c11-0000-4000-8000-000000000001,Mozilla,0b0b,,Ann,a@contoso.com,member,none,50076,Failure",
      "password-correct-mfa",
    ],
  ])("is what explain hands over to where a row is pasted: %s", async (row, name) => {
    const terminal = recordingTerminal();
    await runCommandLine(["explain", row], terminal);
    expect(terminal.err()).toBe(
      `As a row of the sign-in log this is ${name}. For the whole log: latchkey signins LOG\n`,
    );
    const commas = recordingTerminal();
    await runCommandLine(
      ["explain", "one, two, three, four, five, six, seven, eight, nine: error 50126"],
      commas,
    );
    expect(commas.err()).toBe("");
    const bare = recordingTerminal();
    await runCommandLine(["explain", "AADSTS50126: Error validating credentials."], bare);
    expect(bare.err()).toBe("");
  });

  it("leaves nothing in the folder for temporary files", async () => {
    const left = (await readdir(tmpdir())).filter((name) =>
      name.startsWith(`latchkey-sign-ins-${process.pid}-`),
    );
    expect(left).toEqual([]);
  });
});
