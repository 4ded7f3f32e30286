import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { CallOutput } from "../../preload/contract.ts";
import { type Bench, createBench, openStaff } from "./bench.ts";
import { check, checkIn, nobody, practise } from "./practise.ts";

const listed = (view: CallOutput<"history.list">) => view.runs.map(({ id, label }) => [id, label.text]);

export const historyTests = {
  "history.list": async (bench: Bench) => {
    expect(await bench.call("history.list", {})).toEqual({
      runs: [],
      trends: [],
      problems: [],
      elsewhere: 0,
    });
    const first = await checkIn(bench, "no-mfa");
    await bench.call("profile.editField", { field: "check-scopes", value: "openid", domain: null });
    const second = await check(bench, nobody);
    const history = await bench.call("history.list", {});
    expect(listed(history)).toEqual([
      [second, expect.stringContaining("50034")],
      [first, "Clean"],
    ]);
    const [newer, older] = history.runs;
    expect(newer).toMatchObject({ kept: false, practice: true, scenario: "no-mfa", profileIsCurrent: true });
    expect(newer?.changeBefore?.keys).toEqual(["ROPGScopes", "IdPSettings.ROPGScopes"]);
    expect(Date.parse(newer?.changeBefore?.at ?? "")).toBeGreaterThan(0);
    expect(newer?.changeBefore).toMatchObject({ profile: "changed", switches: [] });
    expect(older).toMatchObject({ profileIsCurrent: false, changeBefore: null });
    expect(history.trends).toMatchObject([
      {
        signIn: "ropg",
        practice: true,
        answer: { word: "clean", code: null },
        runIds: [first],
        before: null,
      },
    ]);
    await openStaff(bench);
    expect(await bench.call("history.list", {})).toMatchObject({ runs: [], trends: [], elsewhere: 2 });
  },
  "history.run": async (bench: Bench) => {
    const id = await checkIn(bench, "no-mfa");
    const run = await bench.call("history.run", { runId: id });
    expect(run).toMatchObject({ id, kind: "ropg", results: [{ outcome: "succeeded" }], paired: null });
    expect((await bench.problem("history.run", { runId: "none" })).code).toBe("run-unknown");
  },
  "history.compare": async (bench: Bench) => {
    const a = await checkIn(bench, "no-mfa");
    const who = await practise(bench, "all-cloud-apps-mfa");
    const b = await check(bench, who);
    const comparison = await bench.call("history.compare", { a: b, b: a });
    expect(comparison).toMatchObject({ before: a, after: b });
    expect(comparison.sentence).toContain("Was clean, now 50076 (password correct).");
    expect(comparison.sentence).toContain("The practice scenarios differ.");
    expect((await bench.problem("history.compare", { a, b: "none" })).code).toBe("run-unknown");
    await bench.call("practice.change", { securityDefaults: true });
    const c = await check(bench, who);
    const switched = await bench.call("history.compare", { a: b, b: c });
    const row = { topic: "tenant", signIn: null, subject: "Security defaults", before: "off", after: "on" };
    expect(switched.facts).toContainEqual(row);
    expect(switched.sentence).toContain("In between: Security defaults turned on.");
    const [newest] = (await bench.call("history.list", {})).runs;
    expect(newest?.changeBefore).toMatchObject({
      profile: "unchanged",
      switches: ["Security defaults turned on"],
    });
    const d = await check(bench, who);
    expect((await bench.call("history.compare", { a: c, b: d })).alike).toContainEqual({
      topic: "tenant",
      signIn: null,
      subject: "Switches changed",
      value: "Security defaults turned on",
    });
    const robin = await practise(bench, "no-mfa");
    await check(bench, robin);
    await bench.call("practice.change", { securityDefaults: true });
    await check(bench, robin);
    const [trend] = (await bench.call("history.list", {})).trends;
    expect(trend).toMatchObject({
      before: { answer: { word: "clean" }, profile: "unchanged" },
      switches: ["Security defaults turned on"],
    });
  },
  "history.keep": async (bench: Bench) => {
    const id = await checkIn(bench, "no-mfa");
    expect(await bench.call("history.keep", { runId: id })).toBeNull();
    expect((await bench.call("history.list", {})).runs).toMatchObject([{ id, kept: true, masked: false }]);
    const [name] = await readdir(bench.folder);
    const file = join(bench.folder, name ?? "");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, "utf8");
    const run = await bench.call("history.run", { runId: id });
    const { upn, oid, tid } = run.results[0]?.tokens.access?.claims ?? {};
    for (const value of [upn, oid, tid, "contoso"]) expect(text).not.toContain(String(value));
    const later = createBench({ dialogs: false, folder: bench.folder });
    await later.call("practice.start", { scenario: "no-mfa", openProfile: true });
    expect((await later.call("history.list", {})).runs).toMatchObject([
      { id, kept: true, masked: true, label: run.label, profileIsCurrent: true },
    ]);
    await writeFile(file, "{");
    const damaged = await later.call("history.list", {});
    expect(damaged).toMatchObject({ runs: [], problems: [{ code: "kept-run-damaged" }] });
    await later.session.dispose();
    expect((await bench.problem("history.keep", { runId: "none" })).code).toBe("run-unknown");
  },
  "history.forget": async (bench: Bench) => {
    const first = await checkIn(bench, "no-mfa");
    const second = await check(bench, nobody);
    const left = async () => (await bench.call("history.list", {})).runs.map(({ id }) => id);
    await bench.call("history.forget", { runId: first });
    expect(await left()).toEqual([second]);
    // Not a word for everything: that is another call.
    await bench.call("history.forget", { runId: "all" });
    expect(await left()).toEqual([second]);
  },
  "history.forgetAll": async (bench: Bench) => {
    const practiced = await checkIn(bench, "no-mfa");
    await bench.call("history.keep", { runId: practiced });
    await bench.call("practice.stop", {});
    await openStaff(bench);
    await bench.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: false });
    const own = [await check(bench, nobody), await check(bench, nobody)];
    await bench.call("history.keep", { runId: own[0] ?? "" });
    await writeFile(join(bench.folder, "00000000-0000-4000-8000-000000000000.json"), "{");
    const before = await bench.call("history.list", {});
    expect(before.runs.map(({ id }) => id).sort()).toEqual([...own].sort());
    expect(before).toMatchObject({ elsewhere: 1, problems: [{ code: "kept-run-damaged" }] });

    const without = async (what: "document" | "unreadable" | "everything") => {
      await bench.call("history.forgetAll", { what });
      return bench.call("history.list", {});
    };
    const emptied = await without("document");
    expect(emptied).toMatchObject({ runs: [], elsewhere: 1, problems: [{ code: "kept-run-damaged" }] });
    expect((await readdir(bench.folder)).sort()).toEqual([
      "00000000-0000-4000-8000-000000000000.json",
      `${practiced.toLowerCase()}.json`,
    ]);

    const readable = await without("unreadable");
    expect(readable).toMatchObject({ elsewhere: 1, problems: [] });
    expect(await readdir(bench.folder)).toEqual([`${practiced.toLowerCase()}.json`]);

    expect(await without("everything")).toMatchObject({ elsewhere: 0 });
    expect(await readdir(bench.folder)).toEqual([]);
    expect((await bench.problem("history.run", { runId: practiced })).code).toBe("run-unknown");
  },
  "report.make": async (bench: Bench) => {
    const request = { runIds: [], format: "json" as const, identities: "masked" as const };
    expect((await bench.problem("report.make", request)).code).toBe("nothing-to-report");
    const id = await checkIn(bench, "all-cloud-apps-mfa");
    const json = await bench.call("report.make", { ...request, runIds: [id] });
    expect(json).toMatchObject({ mediaType: "application/json; charset=utf-8", savedTo: null, files: [] });
    const report = JSON.parse(bench.taken(json?.download).toString());
    expect(report).toMatchObject({
      format: "latchkey-report",
      version: 1,
      app: { version: "0.0.0-test", host: "browser" },
      runs: [{ id: "run-1", practice: true, results: [{ outcome: "password-correct" }] }],
      profile: { practice: true },
      prediction: { signIns: [{ id: "login-window" }, { id: "password-check", verdict: { mfa: "yes" } }] },
    });
    const bundle = await bench.call("report.make", { ...request, runIds: [id], format: "bundle" });
    expect(bundle?.files).toEqual(["report.md", "report.html", "report.json", "profile-masked.mobileconfig"]);
    expect((await bench.problem("report.make", { ...request, runIds: ["none"] })).code).toBe("run-unknown");
    const dialogs = createBench({ dialogs: true });
    await openStaff(dialogs);
    const html = await dialogs.call("report.make", { ...request, format: "html" });
    expect(html).toMatchObject({ download: null, savedTo: expect.stringMatching(/\.html$/) });
    expect(dialogs.saved()).toHaveLength(1);
    await dialogs.session.dispose();
  },
  "report.preview": async (bench: Bench) => {
    const request = { runIds: [], format: "markdown" as const, identities: "masked" as const };
    expect((await bench.problem("report.preview", request)).code).toBe("nothing-to-report");
    const id = await checkIn(bench, "all-cloud-apps-mfa");
    const preview = await bench.call("report.preview", { ...request, runIds: [id] });
    expect(preview.parts).toContain("What was not done");
    expect(preview.fileName).toMatch(/\.md$/);
    const made = await bench.call("report.make", { ...request, runIds: [id] });
    expect(preview.text).toBe(bench.taken(made?.download).toString());
    expect((await bench.problem("report.preview", { ...request, runIds: ["none"] })).code).toBe(
      "run-unknown",
    );
  },
  "rollout.judge": async (bench: Bench) => {
    expect((await bench.problem("rollout.judge", {})).code).toBe("no-profile");
    await openStaff(bench);
    const untested = await bench.call("rollout.judge", {});
    expect(untested).toMatchObject({ decision: "not-yet", runId: null });
    expect(JSON.stringify(untested.reasons)).toContain(
      "The profile has no errors. 2 warnings are left to read.",
    );
    const id = await checkIn(bench, "no-mfa");
    const half = await bench.call("rollout.judge", {});
    expect(half.runId).toBeNull();
    expect(untested.reasons).toContainEqual(
      expect.objectContaining({
        ok: false,
        weight: "open",
        text: expect.stringContaining("No Conditional Access policies"),
      }),
    );
    expect(JSON.stringify(half.reasons)).not.toContain("No Conditional Access policies");
    await bench.start("test.oidc", { username: null, allowHost: null });
    const { runId } = await bench.next("test.signIn");
    await bench.call("test.finishSignIn", {
      runId,
      address: "https://127.0.0.1/jamfconnect?code=x&state=forged",
    });
    await bench.next("test.finished");
    expect(runId).not.toBe(id);
    const whole = await bench.call("rollout.judge", {});
    expect(whole).toMatchObject({ decision: "no-go", runId });
    expect(whole.reasons[0]).toEqual({
      ok: false,
      weight: "against",
      text: "The login does not work.",
      first: null,
      fix: "read-run",
    });
    expect(whole.reasons).toContainEqual(
      expect.objectContaining({
        weight: "open",
        text: expect.stringContaining("Profile and policies are the practice tenant's"),
      }),
    );
  },
};
