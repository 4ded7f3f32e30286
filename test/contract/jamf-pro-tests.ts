import { expect } from "vitest";
import { startPracticeJamfPro } from "../../main/practice-jamf-pro/index.ts";
import { type Bench, createBench, openStaff } from "./bench.ts";
import { storeOf } from "./secret-store.ts";

async function server() {
  const started = await startPracticeJamfPro();
  if (!started.ok) throw new Error(started.problem.title);
  return started.value;
}

/** Delivers the open profile to a practice Jamf Pro on which somebody changes something in the same moment; the way to stop it. */
async function deliverWithMeddling(bench: Bench): Promise<() => Promise<void>> {
  const { origin, world, stop } = await server();
  await openStaff(bench);
  const signIn = { kind: "client", clientId: "practice-client", secret: "practice-secret" } as const;
  await bench.call("jamfPro.connect", { address: origin, ...nobody, signIn, remember: false });
  const scope = { kind: "string", value: "User" } as const;
  world.troubles = [
    {
      kind: "meddling",
      change: (root) => ({ kind: "dict", entries: new Map([...root.entries, ["PayloadScope", scope]]) }),
    },
  ];
  const { lockOut, name } = await bench.call("jamfPro.plan", { id: "2" });
  const lockOutOf = lockOut.length > 0 ? name : null;
  await bench.call("jamfPro.deliver", { id: "2", redeployTo: null, lockOutOf });
  return stop;
}

const nobody = { environmentId: null, tenantId: null };

export const jamfProTests = {
  "jamfPro.current": async (bench) => {
    const current = await bench.call("jamfPro.current", {});
    expect(current).toMatchObject({ connection: null, canRemember: false });
    // The names are those that a refusal has, too.
    expect(current.rights.server).toMatchObject({
      create: "Create macOS Configuration Profiles",
      place: expect.stringContaining("API roles and clients"),
    });
    expect(current.rights.gateway).toMatchObject({
      update: "configuration-profiles:update",
      place: expect.stringContaining("Jamf Account"),
    });
    const practice = await bench.call("jamfPro.practise", { gateway: false });
    expect(await bench.call("jamfPro.current", {})).toMatchObject({
      connection: practice,
      canRemember: false,
    });
  },
  "jamfPro.connect": async (bench) => {
    const { origin, stop } = await server();
    const signIn = { kind: "client", clientId: "practice-client", secret: "practice-secret" } as const;
    const wanted = { address: origin, ...nobody, signIn, remember: false };
    const connection = await bench.call("jamfPro.connect", wanted);
    expect(connection).toMatchObject({
      isPractice: true,
      version: "11.34.0-PRACTICE",
      missing: [],
      isRemembered: false,
    });
    expect(JSON.stringify(connection)).not.toContain("practice-secret");
    const wrong = await bench.problem("jamfPro.connect", {
      ...wanted,
      signIn: { ...signIn, secret: "canary-secret" },
    });
    expect(wrong.code).toBe("jamf-pro-unauthorized");
    expect(JSON.stringify(wrong)).not.toContain("canary");
    // Where the system has no store, remembering is refused, and nothing is sent.
    expect(await bench.problem("jamfPro.connect", { ...wanted, remember: true })).toMatchObject({
      code: "remember-unavailable",
      detail: expect.stringContaining("nothing was sent"),
    });
    const secrets = new Map<string, string>();
    const locked = createBench({ secretStore: storeOf(secrets, false) });
    expect((await locked.problem("jamfPro.connect", { ...wanted, remember: true })).code).toBe(
      "remember-unavailable",
    );
    await locked.session.dispose();
    const keeping = createBench({ secretStore: storeOf(secrets) });
    expect(await keeping.call("jamfPro.connect", { ...wanted, remember: true })).toMatchObject({
      isRemembered: true,
    });
    expect([...secrets.keys()]).toEqual([`jamf-pro ${origin} practice-client`]);
    const later = { ...wanted, signIn: { ...signIn, secret: null } };
    expect(await keeping.call("jamfPro.connect", later)).toMatchObject({ isRemembered: true });
    await keeping.call("jamfPro.disconnect", { forget: true });
    expect(secrets.size).toBe(0);
    expect((await keeping.problem("jamfPro.connect", later)).code).toBe("secret-not-remembered");
    await keeping.session.dispose();
    // While practice is on, nothing leaves this machine.
    await bench.practise("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: false });
    expect(
      (await bench.problem("jamfPro.connect", { ...wanted, address: "https://contoso.jamfcloud.com" })).code,
    ).toBe("practice-elsewhere");
    await stop();
  },
  "jamfPro.practise": async (bench) => {
    expect(await bench.call("jamfPro.practise", { gateway: false })).toMatchObject({
      isPractice: true,
      isGateway: false,
    });
    expect(await bench.call("jamfPro.practise", { gateway: true })).toMatchObject({
      isPractice: true,
      isGateway: true,
    });
  },
  "jamfPro.disconnect": async (bench) => {
    await bench.call("jamfPro.practise", { gateway: false });
    await bench.call("jamfPro.disconnect", { forget: false });
    expect((await bench.call("jamfPro.current", {})).connection).toBeNull();
    expect((await bench.problem("jamfPro.profiles", {})).code).toBe("jamf-pro-signed-out");
  },
  "jamfPro.profiles": async (bench) => {
    await openStaff(bench);
    await bench.call("jamfPro.practise", { gateway: false });
    const list = await bench.call("jamfPro.profiles", {});
    expect(list).toMatchObject({
      looked: 2,
      unread: 0,
      profiles: [{ id: "2", scope: "1 target", category: "PRACTICE", isNamesake: false }],
    });
    expect(list.conflicts.map(({ keyPath }) => keyPath)).toContain("OIDCTenant");
  },
  "jamfPro.stopReading": async (bench) => {
    await bench.call("jamfPro.practise", { gateway: false });
    const list = bench.call("jamfPro.profiles", {});
    await bench.next("jamfPro.reading");
    await bench.call("jamfPro.stopReading", {});
    // What was read so far is an answer, and says how much is left.
    expect(await list).toMatchObject({ all: 2, looked: expect.any(Number) });
    expect(await bench.call("jamfPro.profiles", {})).toMatchObject({ all: 2, looked: 2 });
  },
  "jamfPro.plan": async (bench) => {
    await openStaff(bench);
    expect((await bench.problem("jamfPro.plan", { id: null })).code).toBe("jamf-pro-signed-out");
    await bench.call("jamfPro.practise", { gateway: false });
    const plan = await bench.call("jamfPro.plan", { id: null });
    expect(plan).toMatchObject({ action: "create", id: null });
    expect(plan.changes.length).toBeGreaterThan(3);
    expect(JSON.stringify(plan)).not.toContain("not-for-the-screen");
    const onto = await bench.call("jamfPro.plan", { id: "2" });
    expect(onto).toMatchObject({
      action: "update",
      id: "2",
      name: "PRACTICE Jamf Connect, pilot",
      scope: "1 target",
    });
  },
  "jamfPro.deliver": async (bench) => {
    await openStaff(bench);
    await bench.call("jamfPro.practise", { gateway: false });
    const plan = await bench.call("jamfPro.plan", { id: null });
    const quiet = { id: null, redeployTo: null, lockOutOf: plan.lockOut.length > 0 ? plan.name : null };
    const created = await bench.call("jamfPro.deliver", quiet);
    expect(created).toMatchObject({ action: "created", id: "3", scope: "nobody", canRestore: false });
    expect((await bench.problem("jamfPro.deliver", quiet)).code).toBe("jamf-pro-name-exists");
    const again = { ...quiet, id: "3" };
    expect(await bench.call("jamfPro.deliver", again)).toMatchObject({ action: "unchanged" });
    expect((await bench.problem("jamfPro.deliver", { ...again, redeployTo: "all of them" })).code).toBe(
      "not-confirmed",
    );
    expect(await bench.call("jamfPro.deliver", { ...again, redeployTo: created.name })).toMatchObject({
      action: "updated",
      canRestore: true,
    });
  },
  "jamfPro.accept": async (bench) => {
    expect((await bench.problem("jamfPro.accept", { domain: null, keyPath: "A", reason: "b" })).code).toBe(
      "jamf-pro-nothing-delivered",
    );
    const stop = await deliverWithMeddling(bench);
    const wanted = { domain: null, keyPath: "PayloadScope" };
    expect((await bench.problem("jamfPro.accept", { ...wanted, reason: " " })).code).toBe("reason-missing");
    const other = await bench.problem("jamfPro.accept", {
      domain: null,
      keyPath: "OIDCTenant",
      reason: "agreed",
    });
    expect(other.code).toBe("jamf-pro-nothing-to-accept");
    const accepted = await bench.call("jamfPro.accept", { ...wanted, reason: " agreed with the help desk " });
    expect(accepted.differences.find(({ keyPath }) => keyPath === "PayloadScope")).toMatchObject({
      kind: "unexplained",
      accepted: "agreed with the help desk",
    });
    expect(accepted.steps.at(-1)?.text).toBe("Accepted PayloadScope: agreed with the help desk");
    await stop();
  },
  "jamfPro.report": async (bench) => {
    expect((await bench.problem("jamfPro.report", {})).code).toBe("jamf-pro-nothing-delivered");
    const stop = await deliverWithMeddling(bench);
    await bench.call("jamfPro.accept", { domain: null, keyPath: "PayloadScope", reason: "agreed" });
    const made = await bench.call("jamfPro.report", {});
    expect(made?.fileName).toBe("PRACTICE Jamf Connect, pilot delivery.md");
    const page = bench.taken(made?.download).toString();
    expect(page).toContain("Accepted PayloadScope: agreed");
    expect(page).not.toMatch(/not-for-the-screen|practice-secret/);
    await stop();
  },
  "jamfPro.restore": async (bench) => {
    await openStaff(bench);
    await bench.call("jamfPro.practise", { gateway: false });
    expect((await bench.problem("jamfPro.restore", {})).code).toBe("jamf-pro-nothing-to-restore");
    const { lockOut } = await bench.call("jamfPro.plan", { id: "2" });
    const lockOutOf = lockOut.length > 0 ? "PRACTICE Jamf Connect, pilot" : null;
    await bench.call("jamfPro.deliver", { id: "2", redeployTo: null, lockOutOf });
    expect(await bench.call("jamfPro.restore", {})).toMatchObject({
      restored: true,
      canRestore: false,
      id: "2",
    });
    expect(await bench.call("jamfPro.plan", { id: "2" })).toMatchObject({ action: "update" });
  },
  "jamfPro.code": async (bench) => {
    await openStaff(bench);
    const { code } = await bench.call("jamfPro.code", { format: "terraform" });
    expect(code).toContain('resource "jamfplatform_pro_macos_configuration_profile"');
    expect(code).not.toContain("not-for-the-screen");
    expect((await bench.call("jamfPro.code", { format: "jamf-cli" })).code).toContain("jamf-cli pro");
  },
} satisfies { readonly [name: string]: (bench: Bench) => Promise<void> };
