import { expect } from "vitest";
import type { CallOutput } from "../../preload/contract.ts";
import { type Bench, openStaff } from "./bench.ts";

/** Starts a practice scenario with its profile and runs one password check as its first account. */
export async function checkIn(bench: Bench, scenario: string): Promise<string> {
  const practice = await bench.call("practice.start", { scenario, openProfile: true });
  const account = practice.running ? practice.accounts[0] : undefined;
  return check(bench, account?.username ?? "", account?.password ?? "");
}

export async function check(bench: Bench, username: string, password: string): Promise<string> {
  const { runId } = await bench.call("test.ropg", { from: "menu-bar", username, password, allowHost: null });
  await bench.next("test.finished");
  return runId;
}

const listed = (view: CallOutput<"history.list">) => view.runs.map(({ id, label }) => [id, label.text]);

export const historyTests = {
  "history.list": async (bench: Bench) => {
    expect(await bench.call("history.list", {})).toEqual({ runs: [], problems: [] });
    const first = await checkIn(bench, "no-mfa");
    await bench.call("profile.editField", { field: "check-scopes", value: "openid", domain: null });
    const second = await check(bench, "nobody@contoso.example", "wrong");
    const history = await bench.call("history.list", {});
    expect(listed(history)).toEqual([
      [second, expect.stringContaining("50034")],
      [first, "Signed in, no MFA"],
    ]);
    const [newer, older] = history.runs;
    expect(newer).toMatchObject({ kept: false, practice: true, scenario: "no-mfa", profileIsCurrent: true });
    expect(newer?.changeBefore?.keys).toEqual(["ROPGScopes", "IdPSettings.ROPGScopes"]);
    expect(Date.parse(newer?.changeBefore?.at ?? "")).toBeGreaterThan(0);
    expect(older).toMatchObject({ profileIsCurrent: false, changeBefore: null });
    await openStaff(bench);
    expect((await bench.call("history.list", {})).runs).toEqual([]);
  },
  "history.run": async (bench: Bench) => {
    const id = await checkIn(bench, "no-mfa");
    const run = await bench.call("history.run", { runId: id });
    expect(run).toMatchObject({ id, kind: "ropg", results: [{ outcome: "succeeded" }], paired: null });
    expect((await bench.problem("history.run", { runId: "none" })).code).toBe("run-unknown");
  },
  "history.compare": async (bench: Bench) => {
    const a = await checkIn(bench, "no-mfa");
    const b = await checkIn(bench, "all-cloud-apps-mfa");
    const comparison = await bench.call("history.compare", { a: b, b: a });
    expect(comparison).toMatchObject({ before: a, after: b });
    expect(comparison.sentence).toContain("Was clean, now 50076.");
    expect(comparison.sentence).toContain("The practice scenarios differ.");
    expect((await bench.problem("history.compare", { a, b: "none" })).code).toBe("run-unknown");
  },
  "history.forget": async (bench: Bench) => {
    const first = await checkIn(bench, "no-mfa");
    const second = await check(bench, "nobody@contoso.example", "wrong");
    expect((await bench.call("history.forget", { runId: first })).runs.map(({ id }) => id)).toEqual([second]);
    expect((await bench.call("history.forget", { runId: "all" })).runs).toEqual([]);
    expect((await bench.problem("history.run", { runId: second })).code).toBe("run-unknown");
  },
  "rollout.judge": async (bench: Bench) => {
    expect((await bench.problem("rollout.judge", {})).code).toBe("no-profile");
    await openStaff(bench);
    const untested = await bench.call("rollout.judge", {});
    expect(untested).toMatchObject({ decision: "not-yet", runId: null });
    const id = await checkIn(bench, "no-mfa");
    const half = await bench.call("rollout.judge", {});
    expect(half.runId).toBeNull();
    await bench.call("test.oidc", { username: null, allowHost: null });
    const { runId } = await bench.next("test.signIn");
    await bench.call("test.finishSignIn", {
      runId,
      address: "https://127.0.0.1/jamfconnect?code=x&state=forged",
    });
    await bench.next("test.finished");
    expect(runId).not.toBe(id);
    const whole = await bench.call("rollout.judge", {});
    expect(whole).toMatchObject({ decision: "no-go", runId });
    expect(whole.reasons[0]).toEqual({ ok: false, text: "The login does not work." });
  },
};
