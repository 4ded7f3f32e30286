import { expect } from "vitest";
import type { RowSelection, SignInsView } from "../../preload/contract.ts";
import { graphRow, jamfApp, type TestRow, testRow } from "../support/sign-in-rows.ts";
import { type Bench, openStaff } from "./bench.ts";
import { practiceGraph, signInOnPage } from "./graph-tests.ts";
import { check } from "./practise.ts";

const filter = { appIds: [], since: null, until: null, user: null };
const selection = {
  filter,
  classes: [],
  failuresOnly: false,
  code: null,
  policy: null,
  place: null,
  search: "",
};
const page = { sort: "at", descending: true, offset: 0, limit: 10 } as const;

const rows = [
  testRow(1, { code: 0, user: "mira@contoso.com" }),
  testRow(2, { code: 50076, user: "mira@contoso.com", policy: "CA003 MFA" }),
  testRow(3, { code: 50126, user: "jonas@contoso.com" }),
];

/** Gives a log of these rows, and waits until it is read. */
export function addLog(bench: Bench, name: string, of: readonly TestRow[]): Promise<SignInsView> {
  const file = bench.give(name, JSON.stringify(of.map(graphRow)));
  return bench.call("signIns.add", { files: [{ file, path: name }] });
}

/** Sign-in logs. */
export const signInsTests = {
  "signIns.current": async (bench: Bench) => {
    expect(await bench.call("signIns.current", {})).toBeNull();
    await addLog(bench, "log.json", rows);
    expect(await bench.call("signIns.current", {})).toMatchObject({
      rows: 3,
      reading: null,
      files: [{ file: "log.json", rows: 3 }],
    });
  },
  "signIns.apps": async (bench: Bench) => {
    expect(await bench.call("signIns.apps", {})).toEqual([]);
    await openStaff(bench);
    const apps = await bench.call("signIns.apps", {});
    expect(apps.flatMap(({ keys }) => keys)).toEqual(expect.arrayContaining(["OIDCClientID"]));
    expect(apps.every(({ appId }) => appId === appId.toLowerCase())).toBe(true);
  },
  "signIns.add": async (bench: Bench) => {
    const files = [
      { file: bench.give("a", JSON.stringify(rows.map(graphRow))), path: "logs/a.json" },
      { file: bench.give("b", "<html>"), path: "logs/b.json" },
      { file: bench.give("c", JSON.stringify([graphRow(testRow(9))])), path: "logs/c.json" },
    ];
    const view = await bench.call("signIns.add", { files });
    expect(view.files.map(({ file }) => file)).toEqual(["logs/a.json", "logs/c.json"]);
    expect(view.refused).toEqual([expect.objectContaining({ code: "not-a-sign-in-log" })]);
    expect(view.refused[0]?.title).toContain("logs/b.json");
    expect(view.rows).toBe(4);
    expect((await bench.problem("signIns.add", { files })).code).toBe("file-gone");
  },
  "signIns.fromGraph": async (bench: Bench) => {
    const at = await practiceGraph(bench);
    const { features: _none, ...asked } = at.asked;
    const credentials = { username: at.account?.username ?? "", password: at.account?.password ?? "" };
    await check(bench, { from: "menu-bar", allowHost: null, ...credentials });
    await check(bench, { from: "menu-bar", allowHost: null, ...credentials, password: "wrong" });
    const reading = bench.call("signIns.fromGraph", { ...asked, days: 1, risk: false });
    await signInOnPage(bench, at);
    // The reader's own sign-in is of another application, and stays out.
    expect(await reading).toMatchObject({
      rows: 2,
      reading: null,
      refused: [],
      files: [{ file: "Microsoft Graph", rows: 2, skipped: 0 }],
    });
    const { report } = await bench.call("signIns.report", filter);
    expect(report.byCode.map(({ code }) => code).toSorted()).toEqual([0, 50126]);
    // Nobody is asked again, and what was read before counts once.
    expect(await bench.call("signIns.fromGraph", { ...asked, days: 30, risk: false })).toMatchObject({
      rows: 2,
    });
    const elsewhere = { ...asked, authority: "https://evil.example/t", days: 1, risk: false };
    expect((await bench.problem("signIns.fromGraph", elsewhere)).code).toBe("unknown-authority");
  },
  "signIns.findInGraph": async (bench: Bench) => {
    const at = await practiceGraph(bench);
    const { features: _none, ...asked } = at.asked;
    const credentials = { username: at.account?.username ?? "", password: at.account?.password ?? "" };
    const wrong = { from: "menu-bar", allowHost: null, ...credentials, password: "wrong" } as const;
    await bench.start("test.ropg", wrong);
    const { result } = await bench.next("test.finished");
    await check(bench, { from: "menu-bar", allowHost: null, ...credentials });
    const correlationId = result.error?.correlationId ?? null;
    const finding = bench.call("signIns.findInGraph", { ...asked, correlationId, requestId: null });
    await signInOnPage(bench, at);
    expect(await finding).toMatchObject({
      rows: 1,
      refused: [],
      files: [{ file: "Microsoft Graph", rows: 1 }],
    });
    const { report } = await bench.call("signIns.report", filter);
    expect(report.byCode.map(({ code }) => code)).toEqual([50126]);
    const none = { ...asked, correlationId: null, requestId: null };
    expect((await bench.problem("signIns.findInGraph", none)).code).toBe("no-sign-in-id");
  },
  "signIns.stop": async (bench: Bench) => {
    const files = ["first.json", "second.json"].map((path, index) => ({
      file: bench.give(path, JSON.stringify([graphRow(testRow(index))])),
      path,
    }));
    const added = bench.call("signIns.add", { files });
    await bench.next("signIns.changed");
    expect(await bench.call("signIns.stop", {})).toBeNull();
    const view = await added;
    expect(view.files.map(({ file }) => file)).not.toContain("second.json");
    expect([view.refused, view.reading]).toEqual([[], null]);
    expect((await addLog(bench, "later.json", rows)).files.at(-1)?.file).toBe("later.json");
  },
  "signIns.clear": async (bench: Bench) => {
    await addLog(bench, "log.json", rows);
    expect(await bench.call("signIns.clear", {})).toBeNull();
    expect(await bench.call("signIns.current", {})).toBeNull();
    expect((await bench.problem("signIns.report", filter)).code).toBe("no-log");
    expect((await addLog(bench, "again.json", rows)).rows).toBe(3);
  },
  "signIns.report": async (bench: Bench) => {
    expect((await bench.problem("signIns.report", filter)).code).toBe("no-log");
    await addLog(bench, "log.json", rows);
    const all = await bench.call("signIns.report", filter);
    expect(all.headline).toBe("1 real failure. The other one was a correct password.");
    expect(all).toMatchObject({ people: 2, report: { rows: 3, realFailures: 1 } });
    const mira = await bench.call("signIns.report", { ...filter, user: "mira@contoso.com" });
    expect(mira.report).toMatchObject({ rows: 2, realFailures: 0, byPolicy: [{ policy: "CA003 MFA" }] });
    const none = await bench.call("signIns.report", { ...filter, until: Date.UTC(2020, 1, 1) });
    expect(none.report.rows).toBe(0);
  },
  "signIns.rows": async (bench: Bench) => {
    await addLog(bench, "log.json", rows);
    const found = async (narrow: Partial<RowSelection>) =>
      (await bench.call("signIns.rows", { ...selection, ...narrow, ...page })).rows.map(({ code }) => code);
    expect(await found({})).toEqual([50126, 50076, 0]);
    expect(await found({ policy: "CA003 MFA" })).toEqual([50076]);
    expect(await found({ place: "Utrecht, NL" })).toEqual([50126, 50076, 0]);
    expect(await found({ failuresOnly: true })).toEqual([50126]);
    expect(await found({ search: rows[1]?.correlationId ?? "" })).toEqual([50076]);
    expect(await found({ search: "'; DROP TABLE rows; --" })).toEqual([]);
  },
  "signIns.row": async (bench: Bench) => {
    await addLog(bench, "log.json", rows);
    const { rows: found } = await bench.call("signIns.rows", { ...selection, ...page, search: "50076" });
    expect(await bench.call("signIns.row", { row: found[0]?.row ?? 0 })).toMatchObject({
      row: { code: 50076, policies: "CA003 MFA" },
      policies: [{ name: "CA003 MFA", result: "failure" }],
      steps: [],
      scopes: "openid",
    });
    expect(await bench.call("signIns.row", { row: 99 })).toBeNull();
  },
  "signIns.export": async (bench: Bench) => {
    await addLog(bench, "log.json", [...rows, testRow(5, { user: "=cmd|' /C calc'!A0" })]);
    const made = await bench.call("signIns.export", selection);
    const csv = bench.taken(made?.download).toString();
    expect(csv).toMatch(/^time,class,code,user/);
    expect(csv.match(/^2026-/gm)).toHaveLength(4);
    expect(csv).toContain(`"'=cmd|`);
    expect(made).toMatchObject({ fileName: "sign-ins.csv", savedTo: null });
  },
  "signIns.exportReport": async (bench: Bench) => {
    await addLog(bench, "log of contoso.json", rows);
    const made = await bench.call("signIns.exportReport", filter);
    const report = bench.taken(made?.download).toString();
    expect(report).toContain("1 real failure.");
    expect(report).toContain("| Person 1 |");
    expect(report).not.toMatch(/contoso|mira|jonas|CA003|0a0a0a0a|203\.0|Utrecht/i);
  },
  "signIns.kql": async (bench: Bench) => {
    expect((await bench.call("signIns.kql", { appIds: [jamfApp] })).kql).toContain(jamfApp);
  },
};
