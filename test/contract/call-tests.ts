import { expect } from "vitest";
import type { CallName } from "../../preload/contract.ts";
import { throwawayIdentity } from "../support/throwaway-identity.ts";
import { type Bench, createBench, openStaff, staffProfile } from "./bench.ts";
import { historyTests } from "./history-tests.ts";

const payload = { domain: "com.jamf.connect.login", index: 0 };
const everyone = { from: "login", allowHost: null } as const;

/** One behaviour of every call. A call of the contract that is missing here does not compile and fails the walk. */
export const callTests: { readonly [N in CallName]: (bench: Bench) => Promise<void> } = {
  "app.describe": async (bench) => {
    expect(await bench.call("app.describe", {})).toMatchObject({
      version: "0.0.0-test",
      capabilities: { canOpenLoginWindow: false },
    });
  },

  "profile.choose": async () => {
    const bench = createBench({ dialogs: true });
    expect(await bench.call("profile.choose", {})).toBeNull();
    bench.pick({ name: "staff.mobileconfig", bytes: Buffer.from(staffProfile) });
    expect((await bench.call("profile.choose", {}))?.displayName).toBe("Contoso staff");
  },
  "profile.open": async (bench) => {
    const view = await openStaff(bench);
    expect(view).toMatchObject({
      format: "mobileconfig",
      encoding: "xml",
      signature: null,
      edited: false,
      practice: false,
    });
    expect(view.payloads.map(({ domain, form }) => [domain, form])).toEqual([
      ["com.jamf.connect.login", "direct"],
      ["com.jamf.connect", "direct"],
    ]);
    const junk = await bench.problem("profile.open", {
      name: "x.plist",
      data: Buffer.from("hello").toString("base64"),
    });
    expect(junk.title).not.toBe("");
    expect((await bench.call("profile.current", {}))?.displayName).toBe("Contoso staff");
  },
  "profile.current": async (bench) => {
    expect(await bench.call("profile.current", {})).toBeNull();
    await openStaff(bench);
    const view = await bench.call("profile.current", {});
    expect(JSON.stringify(view)).not.toContain("not-for-the-screen");
  },
  "profile.edit": async (bench) => {
    await openStaff(bench);
    const patch = { op: "set", payload, path: ["DenyLocal"], value: true } as const;
    const view = await bench.call("profile.edit", { patch });
    expect(view.payloads[0]?.keys.find((key) => key.keyPath === "DenyLocal")?.display).toBe("Yes");
    expect(view.edited).toBe(true);
    const elsewhere = { ...patch, payload: { domain: "com.contoso.none" } };
    expect(JSON.stringify(await bench.problem("profile.edit", { patch: elsewhere }))).toContain(
      "com.contoso.none",
    );
  },
  "profile.editField": async (bench) => {
    await openStaff(bench);
    const both = await bench.call("profile.editField", {
      field: "tenant",
      value: "contoso.com",
      domain: null,
    });
    const tenant = both.identity.find((field) => field.id === "tenant");
    expect(tenant).toMatchObject({ value: "contoso.com", differs: false });
    expect(tenant?.destinations.map(({ keyPath, value }) => [keyPath, value])).toEqual([
      ["OIDCTenant", "contoso.com"],
      ["IdPSettings.TenantID", "contoso.com"],
    ]);
    const one = await bench.call("profile.editField", {
      field: "tenant",
      value: "fabrikam.com",
      domain: "com.jamf.connect",
    });
    expect(one.identity.find((field) => field.id === "tenant")?.differs).toBe(true);
    const codes = await bench.call("profile.editField", {
      field: "success-codes",
      value: "50076, 50079",
      domain: null,
    });
    expect(codes.source).toContain("<string>50079</string>");
  },
  "profile.undo": async (bench) => {
    const before = await openStaff(bench);
    await bench.call("profile.editField", { field: "tenant", value: "contoso.com", domain: null });
    expect((await bench.call("profile.undo", {})).source).toBe(before.source);
    expect((await bench.call("profile.undo", {})).canUndo).toBe(false);
  },
  "profile.redo": async (bench) => {
    await openStaff(bench);
    const after = await bench.call("profile.editField", {
      field: "tenant",
      value: "contoso.com",
      domain: null,
    });
    await bench.call("profile.undo", {});
    expect((await bench.call("profile.redo", {})).source).toBe(after.source);
  },
  "profile.close": async (bench) => {
    await openStaff(bench);
    await bench.call("profile.close", {});
    expect(await bench.call("profile.current", {})).toBeNull();
    expect((await bench.problem("profile.undo", {})).code).toBe("no-profile");
  },

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
  "practice.stop": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: false });
    expect(await bench.call("practice.stop", {})).toEqual({ running: false });
  },

  "test.target": async (bench) => {
    await openStaff(bench);
    const target = await bench.call("test.target", { kind: "oidc", from: "login" });
    expect(target).toEqual({ host: "login.microsoftonline.com", practice: false, known: true });
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: false });
    expect(await bench.call("test.target", { kind: "oidc", from: "login" })).toMatchObject({
      practice: true,
      known: true,
    });
  },
  "test.ropg": async (bench) => {
    const practice = await bench.call("practice.start", {
      scenario: "all-cloud-apps-mfa",
      openProfile: true,
    });
    const account = practice.running ? practice.accounts[0] : undefined;
    const call = {
      ...everyone,
      from: "menu-bar",
      username: account?.username ?? "",
      password: account?.password ?? "",
    } as const;
    const { runId } = await bench.call("test.ropg", call);
    const finished = await bench.next("test.finished");
    expect(finished.runId).toBe(runId);
    expect(finished.result).toMatchObject({
      outcome: "password-correct",
      error: { code: 50076 },
      jamfConnect: { accepts: true },
      prediction: { mfa: "yes", blocked: "no", policies: [{ applies: "yes" }] },
    });
    expect(JSON.stringify(finished)).not.toContain(call.password);
  },
  "test.oidc": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.call("test.oidc", { username: null, allowHost: null });
    const signIn = await bench.next("test.signIn");
    expect(signIn).toMatchObject({ runId, how: "paste", redirectUri: "https://127.0.0.1/jamfconnect" });
    expect(new URL(signIn.url).searchParams.get("redirect_uri")).toBe("https://127.0.0.1/jamfconnect");
    await bench.call("test.cancel", { runId });
    expect((await bench.next("test.finished")).result.outcome).toBe("cancelled");
  },
  "test.both": async (bench) => {
    const practice = await bench.call("practice.start", {
      scenario: "all-cloud-apps-mfa",
      openProfile: true,
    });
    const account = practice.running ? practice.accounts[0] : undefined;
    const call = {
      ...everyone,
      from: "menu-bar",
      username: account?.username ?? "",
      password: account?.password ?? "",
    } as const;
    const { runId } = await bench.call("test.both", call);
    await bench.next("test.signIn");
    await bench.call("test.finishSignIn", {
      runId,
      address: "https://127.0.0.1/jamfconnect?error=access_denied",
    });
    const pair = await bench.next("test.pairFinished");
    expect(pair).toMatchObject({
      runId,
      login: { kind: "oidc" },
      check: { kind: "ropg", outcome: "password-correct", error: { code: 50076 } },
      paired: { loginMfa: "not-proven", checkClean: false },
    });
    expect(JSON.stringify(pair)).not.toContain(call.password);
    expect((await bench.call("history.list", {})).runs[0]).toMatchObject({ kind: "both" });
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
  "test.finishSignIn": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.call("test.oidc", { username: null, allowHost: null });
    await bench.next("test.signIn");
    await bench.call("test.finishSignIn", {
      runId,
      address: "https://127.0.0.1/jamfconnect?code=x&state=forged",
    });
    const { result } = await bench.next("test.finished");
    expect(result.outcome).not.toBe("succeeded");
    expect(
      (await bench.problem("test.finishSignIn", { runId: "none", address: "https://a.example" })).code,
    ).toBe("not-waiting");
  },
  "test.cancel": async (bench) => {
    expect(await bench.call("test.cancel", { runId: "none" })).toBeNull();
  },

  ...historyTests,

  "export.unlockP12": async (bench) => {
    {
      const { p12 } = throwawayIdentity("Contoso Profile Signing");
      const identity = await bench.call("export.unlockP12", {
        name: "signing.p12",
        data: p12,
        passphrase: "open sesame",
      });
      expect(identity).toMatchObject({
        label: "signing.p12",
        subject: expect.stringContaining("Contoso Profile Signing"),
      });
      const wrong = await bench.problem("export.unlockP12", {
        name: "signing.p12",
        data: p12,
        passphrase: "wrong guess",
      });
      expect(wrong.code).toBe("wrong-passphrase");
      expect(JSON.stringify(wrong)).not.toContain("wrong guess");
    }
  },
  "export.unlockPem": async (bench) => {
    {
      const { certificate, key } = throwawayIdentity("Contoso Profile Signing");
      const input = { name: "signing.pem", certificate, key, passphrase: "" };
      expect((await bench.call("export.unlockPem", input)).subject).toContain("Contoso Profile Signing");
    }
  },
  "export.save": async (bench) => {
    await openStaff(bench);
    const plain = await bench.call("export.save", { form: "mobileconfig", domain: null, identityId: null });
    expect(Buffer.from(plain?.data ?? "", "base64").toString()).toContain("not-for-the-screen");
    expect(plain).toMatchObject({ fileName: "Contoso staff.mobileconfig", savedTo: null, signature: null });
    {
      const { p12 } = throwawayIdentity("Contoso Profile Signing");
      const { id } = await bench.call("export.unlockP12", {
        name: "signing.p12",
        data: p12,
        passphrase: "open sesame",
      });
      const signed = await bench.call("export.save", { form: "mobileconfig", domain: null, identityId: id });
      expect(signed?.signature?.signers[0]?.subject).toContain("Contoso Profile Signing");
      const opened = await bench.call("profile.open", {
        name: "again.mobileconfig",
        data: signed?.data ?? "",
      });
      expect(opened.signature?.status).toBe("untrusted");
    }
    const gone = await bench.problem("export.save", {
      form: "mobileconfig",
      domain: null,
      identityId: "none",
    });
    expect(gone.code).toBe("identity-locked");
    const dialogs = createBench({ dialogs: true });
    await openStaff(dialogs);
    const saved = await dialogs.call("export.save", {
      form: "plist",
      domain: "com.jamf.connect",
      identityId: null,
    });
    expect(saved).toMatchObject({ savedTo: "/somewhere/com.jamf.connect.plist", data: null });
    expect(dialogs.saved()).toHaveLength(1);
  },
};
