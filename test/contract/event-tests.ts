import { expect } from "vitest";
import type { EventName } from "../../preload/contract.ts";
import { heldFile } from "../support/held-file.ts";
import { testRow } from "../support/sign-in-rows.ts";
import { type Bench, openStaff, staffProfile } from "./bench.ts";
import { checkIn, nobody } from "./practise.ts";
import { createBenchElsewhere } from "./provider-elsewhere.ts";
import { twoApis } from "./set-up-tests.ts";
import { addLog } from "./sign-ins-tests.ts";

/** How every event comes about. Events without one are never announced by main itself, and say so here. */
export const eventTests: { readonly [E in EventName]: (bench: Bench) => Promise<void> } = {
  "profile.changed": async (bench) => {
    await openStaff(bench);
    expect((await bench.next("profile.changed"))?.displayName).toBe("Contoso staff");
    // A change is told before it is answered, so whoever has the answer has had the view.
    const edit = { field: "tenant", value: "fabrikam.com", domain: null } as const;
    expect(await bench.call("profile.editField", edit)).toBeNull();
    expect(bench.told("profile.changed").map((view) => view?.edited)).toEqual([true]);
    expect((await bench.next("profile.changed"))?.source).toContain("fabrikam.com");
    await bench.call("profile.close", {});
    expect(await bench.next("profile.changed")).toBeNull();
  },
  "explain.progress": async (bench) => {
    const file = bench.give("jamf_login.log", "2026-11-18 09:03:52 AADSTS50105\n");
    const files = [{ file, path: "jamf_login.log" }];
    await bench.call("explain.files", { folder: null, files, passedOver: 0, notRead: [] });
    const told = await bench.next("explain.progress");
    expect(told).toEqual({ file: "jamf_login.log", index: 1, count: 1, bytes: 32 });
  },
  "signIns.changed": async (bench) => {
    await addLog(bench, "log.json", [testRow(1)]);
    const told = bench.told("signIns.changed");
    expect(told.map((view) => [view?.rows, view?.reading?.file ?? null])).toEqual([
      [0, "log.json"],
      [1, null],
    ]);
    await bench.call("signIns.clear", {});
    expect(bench.told("signIns.changed").at(-1)).toBeNull();
  },
  "jamfPro.reading": async (bench) => {
    await bench.call("jamfPro.practise", { gateway: false });
    await bench.call("jamfPro.profiles", {});
    expect(bench.told("jamfPro.reading")).toEqual([
      { read: 0, all: 2 },
      { read: 1, all: 2 },
    ]);
  },
  "graph.changed": async (bench) => {
    await bench.call("graph.signOut", {});
    expect(await bench.next("graph.changed")).toEqual({ kind: "signed-out" });
  },
  "setUp.walked": async (bench) => {
    await bench.call("practice.start", { scenario: "nothing-set-up", openProfile: true });
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: false });
    const told = bench.told("setUp.walked");
    expect(told.at(-1)).toMatchObject({ kind: "set-up", isRunning: false, problem: null });
    expect(told.some(({ steps }) => steps.some(({ status }) => status === "running"))).toBe(true);
  },
  "practice.changed": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: false });
    expect((await bench.next("practice.changed")).running).toBe(true);
    // A test may have locked an account out, or given consent.
    await openStaff(bench);
    await bench.start("test.ropg", nobody);
    expect((await bench.next("practice.changed")).running).toBe(true);
    await bench.call("practice.stop", {});
    expect((await bench.next("practice.changed")).running).toBe(false);
  },
  "test.planned": async (bench) => {
    await bench.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: true });
    const who = { ...nobody, username: "robin@contoso.example" };
    const { runId } = await bench.start("test.both", who);
    const planned = await bench.next("test.planned");
    expect(planned).toMatchObject({
      runId,
      login: { prediction: { mfa: "yes" } },
      check: { prediction: { mfa: "yes", policies: [{ displayName: "CA001 Require MFA for all users" }] } },
    });
    await bench.next("test.signIn");
    await bench.call("test.cancel", { runId });
    const { login, check } = await bench.next("test.pairFinished");
    // What was announced is what the record holds, step by step.
    for (const [signIn, result] of [
      [planned.login, login],
      [planned.check, check],
    ] as const) {
      expect(signIn?.steps).toEqual(result.steps.map(({ id, title }) => ({ id, title })));
    }
  },
  "test.step": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.start("test.ropg", nobody);
    const first = await bench.next("test.step");
    expect(first).toMatchObject({ runId, signIn: "check", step: { status: "running" } });
    const second = await bench.next("test.step");
    expect(second.step).toMatchObject({ id: first.step.id, status: "ok" });
    await bench.next("test.finished");
  },
  "test.signIn": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
    const signIn = await bench.next("test.signIn");
    expect(signIn).toMatchObject({ runId, how: "paste", via: "browser" });
    expect(signIn.leftMs).toBeGreaterThan(0);
    await bench.call("test.cancel", { runId });
  },
  "test.askHost": async () => {
    const { bench } = await createBenchElsewhere();
    const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
    expect(await bench.next("test.askHost")).toEqual({
      runId,
      host: "login.microsoftonline.com.evil.example",
      carries: "sign-in page",
    });
    await bench.call("test.cancel", { runId });
    expect((await bench.next("test.finished")).result.outcome).toBe("cancelled");
    await bench.session.dispose();
  },
  "test.finished": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
    await bench.next("test.signIn");
    await bench.call("test.cancel", { runId });
    expect(await bench.next("test.finished")).toMatchObject({
      runId,
      result: { outcome: "cancelled", kind: "oidc" },
    });
  },
  "history.changed": async (bench) => {
    await openStaff(bench);
    expect((await bench.next("history.changed")).runs).toEqual([]);
    const id = await checkIn(bench, "no-mfa");
    expect((await bench.next("history.changed")).runs).toEqual([]);
    expect((await bench.next("history.changed")).runs).toMatchObject([{ id }]);
    // Told before it is answered, so whoever has the answer has had the list.
    await bench.call("history.keep", { runId: id });
    expect(bench.told("history.changed").at(-1)?.runs).toMatchObject([{ id, kept: true }]);
    await bench.call("history.forget", { runId: id });
    expect(bench.told("history.changed").at(-1)?.runs).toEqual([]);
  },
  "test.pairFinished": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.start("test.both", nobody);
    await bench.next("test.signIn");
    await bench.call("test.cancel", { runId });
    expect(await bench.next("test.pairFinished")).toMatchObject({
      runId,
      login: { outcome: "cancelled" },
      check: { outcome: "cancelled" },
    });
  },
  "test.failed": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    bench.breakNext("test.planned");
    const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
    const failed = await bench.next("test.failed");
    expect(failed).toMatchObject({ runId, problem: { code: "run-broke-off" } });
    expect(JSON.stringify(failed)).not.toContain("must not come back");
    // The run is over, and the app is not: the next one starts.
    expect((await bench.problem("test.finishSignIn", { runId, address: "x" })).code).toBe("not-waiting");
    const next = await bench.start("test.oidc", { username: null, allowHost: null });
    await bench.next("test.signIn");
    await bench.call("test.cancel", { runId: next.runId });
    await bench.next("test.finished");
  },
  "drafts.changed": async (bench) => {
    await bench.call("drafts.forget", { id: null });
    expect(await bench.next("drafts.changed")).toEqual({ drafts: [], problems: [], notKept: null });
  },
  "document.offered": async (bench) => {
    await openStaff(bench);
    await bench.call("profile.editField", { field: "tenant", value: "fabrikam.com", domain: null });
    const other = Buffer.from(staffProfile.replace("Contoso staff", "Contoso pilot"));
    await bench.session.openFile(heldFile({ name: "pilot.mobileconfig", bytes: other }));
    const offered = await bench.next("document.offered");
    expect(offered.fileName).toBe("pilot.mobileconfig");
    // The one before stays until the page has asked.
    expect(await bench.call("profile.current", {})).toMatchObject({
      displayName: "Contoso staff",
      edited: true,
    });
    await bench.call("profile.open", { file: offered.file });
    expect((await bench.call("profile.current", {}))?.displayName).toBe("Contoso pilot");
  },
  "signIns.offered": async (bench) => {
    const log = [{ id: "1", createdDateTime: "2026-11-09T08:00:00Z", status: { errorCode: 50126 } }];
    const bytes = Buffer.from(JSON.stringify(log));
    await bench.session.openFile(heldFile({ name: "SignIns.json", bytes }));
    const { fileName, file } = await bench.next("signIns.offered");
    expect(fileName).toBe("SignIns.json");
    expect(await bench.call("signIns.add", { files: [{ file, path: fileName }] })).toMatchObject({ rows: 1 });
  },
  "app.closing": async (bench) => {
    // Comes from the host's window, which this bench has none of; the Electron specs close it.
    expect(bench.closing()).toEqual([]);
  },
  "app.command": async (bench) => {
    // Comes from the host's menu, which this bench has none of; the Electron specs press the menu items.
    expect(await bench.call("app.describe", {})).toMatchObject({
      capabilities: { drawsWindowButtons: false },
    });
  },
};
