import { expect } from "vitest";
import { type Bench, openStaff } from "./bench.ts";

const everyone = { from: "login", allowHost: null } as const;

export const runTests = {
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
  "tokens.claims": async (bench) => {
    const { claims, header } = await bench.call("tokens.claims", {});
    const named = (name: string) => claims.find((claim) => claim.name === name);
    expect(named("tid")).toMatchObject({ title: "Tenant id", certainty: "documented" });
    expect(named("roles")?.jamfConnect?.does).toContain("OIDCAdminAttribute");
    expect(header.find((member) => member.name === "kid")?.source).toMatch(/^https:/);
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
