import { expect } from "vitest";
import type { CallInput } from "../../preload/contract.ts";
import type { Bench } from "./bench.ts";
import { practise, running } from "./practise.ts";

type Change = CallInput<"practice.change">;

/** For every switch: a change, and what the next password check of the scenario's first account ends with. */
const switchTests: readonly {
  readonly scenario: string;
  readonly change: (username: string) => Change;
  readonly end: readonly [outcome: string, code: number | null];
}[] = [
  {
    scenario: "all-cloud-apps-mfa",
    change: () => ({ policyStates: { "1a7c4e00-0000-4000-8000-000000ca0001": "disabled" } }),
    end: ["succeeded", null],
  },
  {
    scenario: "custom-scope-2023-enforced",
    change: () => ({ baselineScopes: "legacy" }),
    end: ["succeeded", null],
  },
  { scenario: "no-mfa", change: () => ({ securityDefaults: true }), end: ["password-correct", 50079] },
  { scenario: "no-mfa", change: () => ({ maliciousAddress: true }), end: ["account", 50053] },
  { scenario: "no-mfa", change: () => ({ publicClientFlows: false }), end: ["misconfigured", 7000218] },
  { scenario: "no-mfa", change: () => ({ consent: false }), end: ["misconfigured", 65001] },
  { scenario: "consent-missing", change: () => ({ consent: true }), end: ["succeeded", null] },
  { scenario: "no-mfa", change: () => ({ outage: "sign-in" }), end: ["unreachable", 90033] },
  { scenario: "no-mfa", change: () => ({ outage: "everything" }), end: ["unreachable", 90033] },
  {
    scenario: "blocked-location",
    change: () => ({ place: "1a7c4e00-0000-4000-8000-0000000000e9" }),
    end: ["succeeded", null],
  },
  { scenario: "blocked-country", change: () => ({ country: "de" }), end: ["succeeded", null] },
  // The password check shows no device, whatever Entra knows of the Mac; the login of the next test does.
  {
    scenario: "compliant-device",
    change: () => ({ device: "compliant", deviceShownBy: "browsers" }),
    end: ["blocked", 53000],
  },
  {
    scenario: "user-risk",
    change: (name) => ({ accounts: { [name]: { risk: "none" } } }),
    end: ["succeeded", null],
  },
  {
    scenario: "no-mfa",
    change: (name) => ({ accounts: { [name]: { perUserMfa: true, hasSecondFactor: true } } }),
    end: ["password-correct", 50076],
  },
  {
    scenario: "all-cloud-apps-mfa",
    change: (name) => ({ accounts: { [name]: { hasSecondFactor: false } } }),
    end: ["password-correct", 50079],
  },
  {
    scenario: "no-mfa",
    change: (name) => ({ accounts: { [name]: { isEnabled: false } } }),
    end: ["account", 50057],
  },
  {
    scenario: "no-mfa",
    change: (name) => ({ accounts: { [name]: { isPasswordExpired: true } } }),
    end: ["password-expired", 50055],
  },
  {
    scenario: "pass-through",
    change: (name) => ({ accounts: { [name]: { isPasswordExpired: true } } }),
    end: ["password-expired", 50144],
  },
  {
    scenario: "locked-out",
    change: (name) => ({ accounts: { [name]: { isLockedOut: false } } }),
    end: ["succeeded", null],
  },
];

/** Starts a scenario with its profile; `check` runs the password check of its first account. */
async function startPractice(bench: Bench, scenario: string) {
  const who = await practise(bench, scenario);
  const check = async () => {
    await bench.start("test.ropg", who);
    const { result } = await bench.next("test.finished");
    return [result.outcome, result.error?.code ?? null];
  };
  return { username: who.username, check };
}

export const practiceTests = {
  "practice.scenarios": async (bench) => {
    const names = (await bench.call("practice.scenarios", {})).map((scenario) => scenario.name);
    expect(names).toEqual(expect.arrayContaining(["no-mfa", "all-cloud-apps-mfa"]));
  },
  "practice.status": async (bench) => {
    expect(await bench.call("practice.status", {})).toEqual({ running: false });
  },
  "practice.start": async (bench) => {
    const view = await bench.practise("practice.start", { scenario: "no-mfa", openProfile: true });
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
    for (const { scenario, change, end } of switchTests) {
      const { check, username } = await startPractice(bench, scenario);
      const view = await bench.practise("practice.change", change(username));
      expect(await check(), JSON.stringify(change(username))).toEqual(end);
      expect(view.running && view.switches).not.toEqual(view.running && view.scenarioSwitches);
    }
    expect((await bench.problem("practice.change", { country: "Germany" })).code).toBe("wrong-input");
  },
  "practice.reset": async (bench) => {
    expect((await bench.problem("practice.reset", {})).code).toBe("practice-not-running");
    const { check, username } = await startPractice(bench, "blocked-location");
    const started = await bench.call("practice.status", {});
    const [office] = (started.running && started.switches.place?.options) || [];
    await bench.call("practice.change", {
      place: office?.id ?? "",
      device: "compliant",
      securityDefaults: true,
      consent: false,
      publicClientFlows: false,
      accounts: { [username]: { isEnabled: false, hasSecondFactor: false, isLockedOut: true } },
    });
    const { switches, ...view } = running(await bench.practise("practice.reset", {}));
    expect(switches).toEqual(view.scenarioSwitches);
    expect({ ...view, switches }).toEqual(started);
    expect(await check()).toEqual(["blocked", 53003]);
  },
  "practice.stop": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: false });
    expect(await bench.practise("practice.stop", {})).toEqual({ running: false });
  },
  "policies.current": async (bench) => {
    expect(await bench.call("policies.current", {})).toBeNull();
    await bench.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: false });
    expect(await bench.call("policies.current", {})).toMatchObject({ source: "practice", count: 1 });
  },
  "policies.load": async (bench) => {
    const policy = (id: string, displayName: string) =>
      JSON.stringify({
        id,
        displayName,
        state: "enabled",
        conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
        grantControls: { operator: "OR", builtInControls: ["mfa"] },
      });
    const give = (path: string, content: string | Buffer) => ({ path, file: bench.give(path, content) });
    const load = (files: ReturnType<typeof give>[], adds = false) => ({ name: "Export", files, adds });
    const [one, two] = ["1a7c4e00-0000-4000-8000-000000ca0001", "1a7c4e00-0000-4000-8000-000000ca0002"];
    const view = await bench.call(
      "policies.load",
      load([
        give("ca/one.json", policy(one, "One")),
        give("ca/two.json", policy(two, "Two")),
        give("groups/staff.json", '{"id":"1","displayName":"Staff","groupTypes":[]}'),
        give("ca/cut.json", '{"displayName":"One","conditions":{'),
        give("log.json", '{"correlationId":"1"}'),
      ]),
    );
    expect(view).toMatchObject({ source: "file", fileName: "Export", count: 2 });
    expect(view.files.map(({ policies, names, problem }) => [policies, names, problem?.code])).toEqual([
      [1, 0, undefined],
      [1, 0, undefined],
      [0, 1, undefined],
      [0, 0, "truncated-json"],
      [0, 0, "no-policy"],
    ]);
    expect(view.findings.map(({ rule }) => rule)).toEqual(["policy-file-refused", "not-a-policy"]);
    const [three] = ["1a7c4e00-0000-4000-8000-000000ca0003"];
    const more = await bench.call("policies.load", load([give("three.json", policy(three, "Three"))], true));
    expect(more).toMatchObject({ count: 3, fileName: "Export and Export" });
    // A refused file that comes again, mended, takes its own place.
    const mended = await bench.call("policies.load", load([give("cut.json", policy(one, "One"))], true));
    expect(mended.findings.map(({ rule }) => rule)).toEqual(["not-a-policy", "policy-given-twice"]);
    // Nothing of use leaves what was loaded before.
    const problem = async (content: string | Buffer) =>
      (await bench.problem("policies.load", load([give("x.json", content)]))).code;
    expect(await problem('{"displayName":"One","conditions":{')).toBe("truncated-json");
    expect(await problem("<!doctype html><title>Sign in</title>")).toBe("html-instead-of-policies");
    expect(await problem(Buffer.alloc(17 * 1024 * 1024))).toBe("file-too-large");
    expect((await bench.call("policies.current", {}))?.count).toBe(3);
  },
  "policies.clear": async (bench) => {
    await bench.call("policies.clear", {});
    expect(await bench.call("policies.current", {})).toBeNull();
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
