import { randomUUID } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKeptRuns, type KeptRuns } from "../../../../main/app/history/kept-runs.ts";
import { protectState } from "../../../../main/app/history/state-folder.ts";
import type { RunRecord } from "../../../../main/core/history/index.ts";
import { maskForKeeping } from "../../../../main/core/report/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { buildPaired } from "../../../support/paired.ts";
import { acceptedLogin, mira, refusedCheck, runOf } from "../../core/report/fixtures.ts";

let parent = "";
let folder = "";
let kept: KeptRuns;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "latchkey-kept-"));
  folder = join(parent, "state", "kept-runs");
  kept = createKeptRuns(folder);
});
afterEach(() => rm(parent, { recursive: true, force: true }));

function run(id = randomUUID()): RunRecord {
  const paired = buildPaired({ sentence: "S.", evidence: ["E."] });
  const whole = runOf([acceptedLogin(mira), refusedCheck(mira)], mira, { id, kind: "both", paired });
  return maskForKeeping({ ...whole, documentKey: "d0", profileFingerprint: "f0" });
}

const codes = async () => {
  const list = await kept.list();
  return list.ok ? list.value.damaged.map(({ code }) => code) : [list.problem.code];
};

describe("keeping a run", () => {
  test("brings back exactly what was kept", async () => {
    const [one, other] = [run(), run()];
    expect(await kept.write(one)).toEqual({ ok: true, value: null });
    await kept.write(other);
    const list = await kept.list();
    expect(list.ok && list.value.damaged).toEqual([]);
    expect(list.ok && new Map(list.value.runs.map((each) => [each.id, each]))).toEqual(
      new Map([one, other].map((each) => [each.id, each])),
    );
  });

  test("reads a run that was kept before checks and deciding claims were part of it", async () => {
    const one = run();
    const older = JSON.stringify(one, (name, value: unknown) => {
      if (name === "problems") return ["The token has expired."];
      return name === "checks" || name === "decidedBy" ? undefined : value;
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${one.id.toLowerCase()}.json`), older);
    const list = await kept.list();
    expect(list.ok && list.value.damaged).toEqual([]);
    const result = list.ok ? list.value.runs[0]?.results[0] : undefined;
    expect(result?.account?.decidedBy).toEqual({ shortName: [], fullName: [], role: [] });
    expect(result?.tokens.id?.checks).toMatchObject([
      { outcome: "failed", detail: "The token has expired." },
    ]);
  });

  test("reads a run that was kept before results said what they asked", async () => {
    const one = { ...run(), scenario: "no-mfa" };
    const older = {
      ...one,
      results: one.results.map(({ asked: _, ...result }) =>
        result.kind === "oidc" ? { ...result, through: "window" } : result,
      ),
    };
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${one.id.toLowerCase()}.json`), JSON.stringify(older));
    const list = await kept.list();
    expect(list.ok && list.value.damaged).toEqual([]);
    const results = list.ok ? (list.value.runs[0]?.results ?? []) : [];
    // The login has no recorded request, so there is nothing left that says whom it asked.
    expect(results.map(({ asked }) => asked)).toEqual([
      {
        host: "",
        tenant: null,
        client: "",
        scopes: [],
        resource: null,
        redirectUri: null,
        person: null,
        scenario: "no-mfa",
        via: "window",
      },
      { ...one.results[1]?.asked, resource: null, scenario: "no-mfa" },
    ]);
    expect(results[0]).not.toHaveProperty("through");
    const [read] = list.ok ? list.value.runs : [];
    if (read !== undefined) await kept.write(read);
    expect(await kept.list()).toEqual(list);
  });

  test("keeps it to its owner, in one file, with nothing left beside it", async () => {
    const one = run();
    await kept.write(one);
    await kept.write(one);
    expect(await readdir(folder)).toEqual([`${one.id}.json`]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, `${one.id}.json`))).mode & 0o777).toBe(0o600);
  });

  test("attack: a folder that others may look into is closed before a run is kept and when the app starts", async () => {
    const state = join(parent, "state");
    for (const close of [() => kept.write(run()), () => protectState(state)]) {
      await mkdir(folder, { recursive: true });
      await chmod(folder, 0o755);
      await chmod(state, 0o755);
      await close();
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
    }
    expect((await stat(state)).mode & 0o777).toBe(0o700);
  });

  test("a kept run that others could read is theirs no more after it is kept again", async () => {
    const one = run();
    await kept.write(one);
    await chmod(join(folder, `${one.id}.json`), 0o644);
    await kept.write(one);
    expect((await stat(join(folder, `${one.id}.json`))).mode & 0o777).toBe(0o600);
  });

  test("refuses one that is not masked", async () => {
    const whole = runOf([acceptedLogin(mira)], mira, {
      id: randomUUID(),
      documentKey: "d0",
      profileFingerprint: "f0",
    });
    expect(await kept.write(whole)).toMatchObject({ ok: false, problem: { code: "run-not-keepable" } });
    await expect(stat(folder)).rejects.toThrow("ENOENT");
  });

  test("says so when the folder cannot be made", async () => {
    await writeFile(join(parent, "state"), "a file");
    expect(await kept.write(run())).toMatchObject({ ok: false, problem: { code: "kept-runs-unavailable" } });
    expect(await codes()).toEqual(["kept-runs-unavailable"]);
  });
});

describe("reading kept runs", () => {
  test("makes nothing where nothing was kept", async () => {
    expect(await kept.list()).toEqual({ ok: true, value: { runs: [], damaged: [] } });
    await expect(stat(folder)).rejects.toThrow("ENOENT");
  });

  test("tells about each damaged one and brings the others", async () => {
    const good = run();
    await kept.write(good);
    const text = await readFile(join(folder, `${good.id}.json`), "utf8");
    const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
    await put(`${randomUUID()}.json`, text);
    await put(`${randomUUID()}.json`, text.slice(0, -40));
    await put(`${randomUUID()}.json`, "[]");
    await put(`${randomUUID()}.json`, Buffer.alloc(5 * 1024 * 1024, 32));
    await put(`${randomUUID()}.json`, Buffer.from([0xff, 0xfe, 0x00]));
    await mkdir(join(folder, `${randomUUID()}.json`));
    await symlink("/dev/zero", join(folder, `${randomUUID()}.json`));
    await put("notes.txt", "not ours");
    const list = await kept.list();
    expect(list.ok && list.value.runs).toEqual([good]);
    expect(await codes()).toEqual(Array.from({ length: 7 }, () => "kept-run-damaged"));
    const details = list.ok ? list.value.damaged.map(({ detail }) => detail).join("\n") : "";
    for (const part of [
      "another run than its name",
      "not JSON",
      "larger than",
      "not a plain file",
      "Unexpected",
    ]) {
      expect(details).toContain(part);
    }
  });

  test("takes any JSON for what it is", async () => {
    await mkdir(folder, { recursive: true });
    const id = randomUUID();
    await assertProperty(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        await writeFile(join(folder, `${id}.json`), JSON.stringify(value));
        expect(await codes()).toEqual(["kept-run-damaged"]);
      }),
      "dear",
    );
  });

  test("leaves out what a newer version may have added", async () => {
    const one = run();
    await kept.write(one);
    const path = join(folder, `${one.id}.json`);
    await writeFile(
      path,
      JSON.stringify({ ...JSON.parse(await readFile(path, "utf8")), later: { upn: "x" } }),
    );
    const list = await kept.list();
    expect(list.ok && list.value.runs).toEqual([one]);
  });
});

describe("forgetting", () => {
  test("deletes one run, whatever capitals its id is asked for in", async () => {
    const [one, other] = [run(), run()];
    await kept.write(one);
    await kept.write(other);
    expect(await kept.forget(one.id.toUpperCase())).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual([`${other.id}.json`]);
    expect(await kept.forget(one.id)).toEqual({ ok: true, value: null });
  });

  test.each(["../outside", "..", "", "a/b", "notes", "all"])("touches nothing for %j", async (id) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(parent, "state", "outside.json"), "x");
    await writeFile(join(folder, "notes.json"), "x");
    expect(await kept.forget(id)).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual(["notes.json"]);
    expect(await readdir(join(parent, "state"))).toContain("outside.json");
  });

  test("of everything deletes damaged runs too and leaves what is not ours", async () => {
    await kept.write(run());
    await writeFile(join(folder, `${randomUUID()}.json`), "{");
    await writeFile(join(folder, "notes.txt"), "not ours");
    expect(await kept.forgetAll()).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual(["notes.txt"]);
  });

  test("of what cannot be read leaves every run that can", async () => {
    const good = run();
    await kept.write(good);
    const folderInTheWay = `${randomUUID()}.json`;
    await mkdir(join(folder, folderInTheWay));
    for (let file = 0; file < 3; file += 1) await writeFile(join(folder, `${randomUUID()}.json`), "{");
    expect(await kept.forgetDamaged()).toMatchObject({
      ok: false,
      problem: { code: "kept-run-not-deleted", title: "A kept run could not be deleted." },
    });
    expect((await readdir(folder)).sort()).toEqual([`${good.id}.json`, folderInTheWay].sort());
    await rm(join(folder, folderInTheWay), { recursive: true });
    expect(await kept.forgetDamaged()).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual([`${good.id}.json`]);
  });

  test("attack: the draft of a killed write goes with the run and with everything", async () => {
    const [one, other] = [run(), run()];
    await kept.write(one);
    // A number that a running process has: only the person's word tells that nobody writes any more.
    const draft = (id: string) => join(folder, `.${id.toLowerCase()}.json.${process.ppid}-0123456789ab.part`);
    await writeFile(draft(one.id), "secret");
    await writeFile(draft(other.id), "secret");
    await kept.forget(one.id);
    expect(await readdir(folder)).toEqual([basename(draft(other.id))]);
    await kept.forgetAll();
    expect(await readdir(folder)).toEqual([]);
  });

  test("of everything deletes more runs than are ever shown", async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let file = 0; file < 310; file += 1) await writeFile(join(folder, `${randomUUID()}.json`), "{");
    expect(await kept.forgetAll()).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual([]);
  });

  test("says so when the system refuses", async () => {
    const one = run();
    await kept.write(one);
    const path = join(folder, `${one.id}.json`);
    await rm(path);
    await mkdir(path);
    await chmod(folder, 0o700);
    expect(await kept.forget(one.id)).toMatchObject({ ok: false, problem: { code: "kept-run-not-deleted" } });
  });
});
