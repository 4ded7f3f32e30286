import { expect } from "vitest";
import type { SetUpChoice } from "../../preload/contract.ts";
import { type Bench, openStaff } from "./bench.ts";
import { running } from "./practise.ts";

export const twoApis: SetUpChoice = { recipe: "two-apis", additions: [], name: "", breakGlass: "" };

/** A practice tenant in which nothing is set up, with its profile open. */
async function emptyTenant(bench: Bench) {
  return running(await bench.practise("practice.start", { scenario: "nothing-set-up", openProfile: true }));
}

async function view(bench: Bench, choice = twoApis) {
  return bench.call("setUp.view", { choice });
}

export const setUpTests = {
  "setUp.view": async (bench) => {
    expect((await bench.problem("setUp.view", { choice: twoApis })).code).toBe("no-profile");
    await openStaff(bench);
    // Without policies nothing is known about today, and what recipes lead to is known all the same.
    const without = await view(bench);
    expect(without).toMatchObject({ policies: null, holds: null, isPractice: false });
    expect(without.because.strong).toContain("No policies are loaded");
    expect(without.lines.map(({ name, after }) => [name, after.login, after.check])).toEqual([
      ["simple", "mfa", "mfa"],
      ["custom-scope-2023", "mfa", "mfa"],
      ["api-excluded", "mfa", "no-mfa"],
      ["two-apis", "mfa", "no-mfa"],
      ["placeholder", "mfa", "no-mfa"],
    ]);
    expect(without.plan?.steps.map(({ state }) => state)).not.toContain("done");
    const wrong = await view(bench, { ...twoApis, breakGlass: "Sam" });
    expect([wrong.plan, wrong.problem?.code]).toEqual([null, "break-glass-invalid"]);
    // The tenant of a recipe that no longer holds says so, and why.
    await bench.practise("practice.start", { scenario: "custom-scope-2023-enforced", openProfile: true });
    const held = await view(bench);
    expect(held.sentence).toBe(
      "Recipe B no longer holds. Recipe D keeps MFA at the login and a clean check.",
    );
    expect(held.because.strong).toMatch(/^Since June 2026 .*MFA.* applies to the check of recipe B too\.$/);
    expect(held.lines.find(({ name }) => name === "custom-scope-2023")?.today).toEqual({
      login: "mfa",
      check: "mfa",
    });
  },
  "setUp.script": async (bench) => {
    await openStaff(bench);
    const asked = { choice: twoApis, format: "graph-rest", isUndo: false } as const;
    const script: unknown = JSON.parse((await bench.call("setUp.script", asked)).text);
    expect(script).toMatchObject({ recipe: "two-apis", steps: expect.any(Array) });
    const undo = await bench.call("setUp.script", { ...asked, isUndo: true });
    expect(undo.text).toContain("DELETE");
    expect((await bench.problem("setUp.script", { ...asked, format: "bicep" })).code).toBe("wrong-input");
  },
  "setUp.saveScript": async (bench) => {
    await openStaff(bench);
    const asked = { choice: twoApis, format: "graph-rest", isUndo: true } as const;
    const saved = await bench.call("setUp.saveScript", asked);
    expect(saved?.fileName).toBe("jamf-connect-two-apis-undo.json");
    expect(bench.taken(saved?.download).toString()).toContain("DELETE");
  },
  "setUp.carryOut": async (bench) => {
    await openStaff(bench);
    expect((await bench.problem("setUp.carryOut", { choice: twoApis, isUndo: false })).code).toBe(
      "practice-not-running",
    );
    await emptyTenant(bench);
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: false });
    const made = await view(bench);
    const other = made.plan?.steps.filter(({ state }) => state !== "done");
    expect(other?.map(({ id, state }) => [id, state])).toEqual([
      ["other-policies", "not-needed"],
      ["switch-on", "to-do"],
    ]);
    expect(made).toMatchObject({ sentence: "One step is left: turn the policy on.", nextStep: "switch-on" });
    // A second run finds everything and makes nothing.
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: false });
    const again = await bench.call("setUp.walk", {});
    expect(new Set(again?.steps.map(({ status }) => status))).toEqual(
      new Set(["found", "not-needed", "by-hand"]),
    );
    // The way back removes what it made, and only that.
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: true });
    const back = await view(bench);
    const done = back.plan?.steps.filter(({ state }) => state === "done");
    expect(done?.map(({ id }) => id)).toEqual(["graph-principal"]);
  },
  "setUp.press": async (bench) => {
    await emptyTenant(bench);
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: false });
    expect((await bench.problem("setUp.press", { choice: twoApis, stepId: "policy" })).code).toBe(
      "set-up-no-press",
    );
    await bench.call("setUp.press", { choice: twoApis, stepId: "switch-on" });
    expect((await view(bench)).plan?.steps.at(-1)).toMatchObject({ id: "switch-on", state: "done" });
    // A second run leaves it on.
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: false });
    expect((await view(bench)).plan?.steps.at(-1)).toMatchObject({ id: "switch-on", state: "done" });
  },
  "setUp.stop": async (bench) => {
    await emptyTenant(bench);
    const walking = bench.problem("setUp.carryOut", { choice: twoApis, isUndo: false });
    await bench.next("setUp.walked");
    await bench.call("setUp.stop", {});
    expect((await walking).code).toBe("set-up-stopped");
    expect((await bench.call("setUp.walk", {}))?.isRunning).toBe(false);
  },
  "setUp.walk": async (bench) => {
    expect(await bench.call("setUp.walk", {})).toBeNull();
    await emptyTenant(bench);
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: false });
    const walk = await bench.call("setUp.walk", {});
    expect(walk).toMatchObject({ kind: "set-up", isRunning: false, problem: null });
    // Each request stands there as it was sent, with its answer.
    const [first] = walk?.steps ?? [];
    expect(first?.exchanges.map(({ request, status }) => [request.method, status])).toEqual([
      ["GET", 200],
      ["POST", 201],
    ]);
    expect(JSON.stringify(walk)).not.toMatch(/bearer|eyJ/i);
  },
  "setUp.fill": async (bench) => {
    const { accounts } = await emptyTenant(bench);
    await bench.call("setUp.carryOut", { choice: twoApis, isUndo: false });
    await bench.call("setUp.press", { choice: twoApis, stepId: "switch-on" });
    const printed = (await view(bench)).plan?.printed ?? "";
    expect((await bench.problem("setUp.fill", { choice: twoApis, printed: "no ids" })).code).toBe(
      "ids-missing",
    );
    const foreign = printed.replace(
      /latchkey\.tenant=\S+/u,
      "latchkey.tenant=7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9",
    );
    expect((await bench.problem("setUp.fill", { choice: twoApis, printed: foreign })).code).toBe(
      "ids-of-other-tenant",
    );
    expect(await bench.call("setUp.fill", { choice: twoApis, printed })).toEqual({ keys: 6 });
    expect((await view(bench)).plan?.settings.map(({ holds }) => holds)).toEqual([true, true, true, true]);
    // What it comes to is proven by a check that is clean.
    const { username = "", password = "" } = accounts[0] ?? {};
    await bench.start("test.ropg", { from: "menu-bar", username, password, allowHost: null });
    expect((await bench.next("test.finished")).result.outcome).toBe("succeeded");
    // One undo takes all of it back.
    await bench.call("profile.undo", {});
    expect((await view(bench)).plan?.settings.map(({ holds }) => holds)).not.toContain(true);
  },
  "setUp.usersText": async (bench) => {
    expect((await bench.problem("setUp.usersText", { recipe: "two-apis" })).code).toBe("no-profile");
    await emptyTenant(bench);
    const { users, serviceDesk } = await bench.call("setUp.usersText", { recipe: "two-apis" });
    expect(users).toContain("You are asked for a second factor");
    expect(users).not.toContain("service desk");
    expect(serviceDesk).toContain("50126: the password is wrong.");
  },
  "setUp.saveUsersText": async (bench) => {
    await emptyTenant(bench);
    const save = async (reader: "users" | "service-desk") => {
      const saved = await bench.call("setUp.saveUsersText", { recipe: "simple", reader });
      return [saved?.fileName, bench.taken(saved?.download).toString()];
    };
    expect(await save("users")).toEqual(["what-users-will-see.md", expect.stringContaining("login window")]);
    expect(await save("service-desk")).toEqual([
      "for-the-service-desk.md",
      expect.stringContaining("50076 for every check"),
    ]);
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
