import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { graphRow, testRow } from "../../support/sign-in-rows.ts";

const commandLine = resolve(import.meta.dirname, "../../../dist/main/cli.js");
const folder = mkdtempSync(join(tmpdir(), "latchkey-log-"));
const spill = mkdtempSync(join(tmpdir(), "latchkey-spill-"));
afterAll(() => {
  for (const each of [folder, spill]) rmSync(each, { recursive: true, force: true });
});

const log = join(folder, "log.json");
writeFileSync(
  log,
  JSON.stringify(Array.from({ length: 3000 }, (_, index) => graphRow(testRow(index, { code: 50126 })))),
);

/** Makes every import of DuckDB fail, as on a system that it has no part for. */
const withoutDuckDb = `data:text/javascript,${encodeURIComponent(`
  import { register } from "node:module";
  register("data:text/javascript," + encodeURIComponent(
    'export async function resolve(name, context, next) { if (name.startsWith("@duckdb")) throw new Error("none"); return next(name, context); }'));
`)}`;

function run(args: readonly string[], flags: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [...flags, commandLine, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

it("attack: what is laid on disk is the owner's only, and goes when the process is killed in the middle", async () => {
  const running = spawn(process.execPath, [commandLine, "signins", log, "--csv"], {
    env: { ...process.env, TMPDIR: spill },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    // Nobody reads on, so the command waits in the middle of its answer.
    await new Promise((resolved) => running.stdout.once("readable", resolved));
    const [name = ""] = readdirSync(spill);
    expect(name).toMatch(/^latchkey-sign-ins-\d+-/);
    expect(statSync(join(spill, name)).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(spill, name))).toContain("spill");
  } finally {
    running.kill("SIGKILL");
  }
  await expect.poll(() => readdirSync(spill), { timeout: 60_000 }).toEqual([]);
});

it("removes what a process left that was killed together with its guard", () => {
  const left = join(spill, "latchkey-sign-ins-999999999-abcdef");
  spawnSync("mkdir", ["-p", join(left, "spill")]);
  expect(run(["signins", log, "--json"], [], { TMPDIR: spill }).status).toBe(0);
  expect(readdirSync(spill)).toEqual([]);
});

it("says in one line that a system without DuckDB reads no logs, where everything else works", () => {
  const signIns = run(["signins", log], ["--import", withoutDuckDb]);
  expect([signIns.status, signIns.stdout]).toEqual([2, ""]);
  expect(signIns.stderr).toMatch(/^latchkey: Sign-in logs cannot be read on this system\..*\n$/);
  expect(run(["explain", "50076"], ["--import", withoutDuckDb]).status).toBe(0);
  expect(run(["signins", "--kql"], ["--import", withoutDuckDb]).status).toBe(0);
});

it("prints the one sign-in that an id names, with exit code 1 where the log has none", () => {
  const { id, correlationId } = testRow(7);
  for (const args of [
    ["--correlation-id", correlationId.toUpperCase()],
    ["--request-id", id],
  ]) {
    const found = run(["signins", log, ...args, "--json"]);
    expect(found.status).toBe(0);
    expect(JSON.parse(found.stdout)).toMatchObject({ total: 1, rows: [{ row: { id, correlationId } }] });
  }
  const none = run(["signins", log, "--request-id", "0c0c0c0c-9999-4222-8333-444455556666"]);
  expect([none.status, none.stdout]).toEqual([1, expect.stringContaining("no row of this sign-in")]);
});

it("takes a time without a zone for UTC, wherever the machine stands", () => {
  const file = join(folder, "no-zone.json");
  writeFileSync(
    file,
    JSON.stringify({
      time: "2026-11-09 08:00:00.123",
      resultType: "50126",
      category: "SignInLogs",
      properties: {},
    }),
  );
  const { stdout } = run(["signins", file, "--json"], [], { TZ: "America/New_York" });
  expect(JSON.parse(stdout).period.from).toBe("2026-11-09T08:00:00.123Z");
});

it("says that no private folder can be made where the folder for temporary files is not there", () => {
  const { status, stderr } = run(["signins", log], [], { TMPDIR: join(folder, "not-there") });
  expect(status).toBe(2);
  expect(stderr).toContain("none could be made");
  expect(stderr).toContain("ENOENT");
  expect(stderr).not.toContain("room");
});

it("refuses what a query cannot do, and asks it from the time that is given", () => {
  for (const wrong of [["--app-id", "typo"], ["--csv"], ["--since", "2026-02-30T08:00"]]) {
    const { status, stdout, stderr } = run(["signins", "--kql", ...wrong]);
    expect([wrong, status, stdout]).toEqual([wrong, 2, ""]);
    expect(stderr).toMatch(/^latchkey: --[^\n]+\n$/);
  }
  const { stdout } = run(["signins", "--kql", "--since", "2026-11-09"]);
  expect(stdout).toContain("TimeGenerated >= datetime(2026-11-09T00:00:00.000Z)");
});
