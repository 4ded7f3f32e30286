import { expect } from "vitest";
import type { Bench } from "./bench.ts";

export const practiceTests = {
  "practice.scenarios": async (bench) => {
    const names = (await bench.call("practice.scenarios", {})).map((scenario) => scenario.name);
    expect(names).toEqual(expect.arrayContaining(["no-mfa", "all-cloud-apps-mfa"]));
  },
  "practice.status": async (bench) => {
    expect(await bench.call("practice.status", {})).toEqual({ running: false });
  },
  "practice.start": async (bench) => {
    const view = await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    expect(view).toMatchObject({ running: true, scenario: { name: "no-mfa" } });
    expect(await bench.call("profile.current", {})).toMatchObject({ practice: true });
    expect(
      (await bench.problem("practice.start", { scenario: "nowhere", openProfile: false })).title,
    ).toContain("nowhere");
  },
  "practice.change": async (bench) => {
    expect((await bench.problem("practice.change", { securityDefaults: true })).code).toBe(
      "practice-not-running",
    );
    const started = await bench.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: true });
    const account = started.running ? started.accounts[0] : undefined;
    const policy = started.running ? started.switches.policies[0] : undefined;
    expect(policy).toMatchObject({ state: "enabled" });
    const changed = await bench.call("practice.change", { policyStates: { [policy?.id ?? ""]: "disabled" } });
    expect(changed).toMatchObject({ switches: { policies: [{ state: "disabled" }] } });
    const call = {
      from: "menu-bar",
      allowHost: null,
      username: account?.username ?? "",
      password: account?.password ?? "",
    } as const;
    await bench.call("test.ropg", call);
    expect((await bench.next("test.finished")).result.outcome).toBe("succeeded");
    await bench.call("practice.change", { perUserMfa: { [call.username]: true }, baselineScopes: "legacy" });
    await bench.call("test.ropg", call);
    expect((await bench.next("test.finished")).result.error?.code).toBe(50076);
  },
  "practice.stop": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: false });
    expect(await bench.call("practice.stop", {})).toEqual({ running: false });
  },
  "policies.current": async (bench) => {
    expect(await bench.call("policies.current", {})).toBeNull();
    await bench.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: false });
    expect(await bench.call("policies.current", {})).toMatchObject({ source: "practice", count: 1 });
  },
  "policies.load": async (bench) => {
    const policy = {
      id: "11111111-2222-4333-8444-555555555555",
      displayName: "CA001 Block everything",
      state: "enabled",
      conditions: {
        users: { includeUsers: ["All"] },
        applications: { includeApplications: ["All"] },
        clientAppTypes: ["all"],
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    };
    const data = Buffer.from(JSON.stringify([policy])).toString("base64");
    const view = await bench.call("policies.load", { name: "policies.json", data });
    expect(view).toMatchObject({ source: "file", fileName: "policies.json", count: 1 });
    const html = Buffer.from("<!doctype html><title>Sign in</title>").toString("base64");
    expect((await bench.problem("policies.load", { name: "portal.json", data: html })).title).not.toBe("");
  },
  "policies.clear": async (bench) => {
    await bench.call("policies.clear", {});
    expect(await bench.call("policies.current", {})).toBeNull();
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
