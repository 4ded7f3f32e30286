import { expect } from "vitest";
import type { WhatIf } from "../../preload/contract.ts";
import { type Bench, createBench, openStaff } from "./bench.ts";
import { practise } from "./practise.ts";
import { createBenchElsewhere } from "./provider-elsewhere.ts";

const nothingTried: WhatIf = {
  assumed: {},
  baselineScopes: null,
  changes: [],
  scopes: { login: null, check: null },
};

export const runTests = {
  "test.target": async (bench) => {
    await openStaff(bench);
    const target = await bench.call("test.target", { kind: "oidc", from: "login" });
    expect(target).toEqual({
      host: "login.microsoftonline.com",
      name: { title: "11112222…", rest: "login", about: "11112222…", whole: "11112222…, login" },
      practice: false,
      known: true,
      thisMachine: false,
      question: null,
    });
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    expect(await bench.call("test.target", { kind: "oidc", from: "login" })).toMatchObject({
      practice: true,
      known: true,
      thisMachine: true,
    });
    const who = { from: "menu-bar", username: "robin@contoso.example" } as const;
    for (const password of ["wrong-1", "wrong-2"]) {
      await bench.start("test.ropg", { ...who, password, allowHost: null });
      expect((await bench.next("test.finished")).result.passwordVerdict).toBe("wrong");
    }
    const check = { ...who, kind: "ropg", username: "Robin@contoso.example" } as const;
    expect((await bench.call("test.target", check)).question).toMatchObject({ about: "lock-out", wrong: 2 });
    expect((await bench.call("test.target", { ...check, acceptedWrong: 2 })).question).toBeNull();
    expect((await bench.call("test.target", { ...check, kind: "oidc", from: "login" })).question).toBeNull();
  },
  "test.ropg": async (bench) => {
    const who = await practise(bench, "all-cloud-apps-mfa");
    const { runId } = await bench.start("test.ropg", who);
    const finished = await bench.next("test.finished");
    expect(finished.runId).toBe(runId);
    expect(finished.result).toMatchObject({
      outcome: "password-correct",
      error: { code: 50076 },
      jamfConnect: { accepts: true },
      prediction: { mfa: "yes", blocked: "no", policies: [{ applies: "yes" }] },
    });
    expect(JSON.stringify(finished)).not.toContain(who.password);
  },
  "test.oidc": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
    const signIn = await bench.next("test.signIn");
    expect(signIn).toMatchObject({ runId, how: "paste", redirectUri: "https://127.0.0.1/jamfconnect" });
    expect(new URL(signIn.url).searchParams.get("redirect_uri")).toBe("https://127.0.0.1/jamfconnect");
    await bench.call("test.cancel", { runId });
    expect((await bench.next("test.finished")).result.outcome).toBe("cancelled");
  },
  "test.both": async (bench) => {
    const who = await practise(bench, "all-cloud-apps-mfa");
    const { runId } = await bench.start("test.both", who);
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
    expect(JSON.stringify(pair)).not.toContain(who.password);
    expect((await bench.call("history.list", {})).runs[0]).toMatchObject({ kind: "both" });
  },
  "test.running": async (bench) => {
    expect(await bench.call("test.running", {})).toEqual([]);
    await bench.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: true });
    const person = { from: "menu-bar", username: "robin@contoso.example", allowHost: null } as const;
    const run = await bench.start("test.both", { ...person, password: "must-not-come-back" });
    const planned = await bench.next("test.planned");
    const prompt = await bench.next("test.signIn");
    const [running, ...others] = await bench.call("test.running", {});
    expect(others).toEqual([]);
    // All that was told before the page asked.
    expect(running).toMatchObject({
      ...run,
      kind: "both",
      from: "menu-bar",
      username: "robin@contoso.example",
      practice: true,
      via: "browser",
      plan: { login: planned.login, check: planned.check },
      question: null,
    });
    // Time has gone by since it was told.
    expect(running?.signIn?.leftMs).toBeLessThanOrEqual(prompt.leftMs);
    expect({ ...running?.signIn, ...run, leftMs: prompt.leftMs }).toEqual(prompt);
    expect(running?.host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(running?.steps.map(({ signIn, step }) => `${signIn} ${step.id} ${step.status}`)).toEqual([
      "login settings ok",
      "login discovery ok",
      "login authorize ok",
      "login sign-in running",
    ]);
    expect(JSON.stringify(running)).not.toContain("must-not-come-back");
    await bench.call("test.cancel", run);
    await bench.next("test.pairFinished");
    expect(await bench.call("test.running", {})).toEqual([]);
    expect((await bench.call("history.list", {})).runs).toMatchObject([{ id: run.runId }]);
    // An id is taken once, also in other letters.
    const again = { runId: run.runId.toUpperCase(), username: null, allowHost: null };
    expect((await bench.problem("test.oidc", again)).code).toBe("run-id-taken");
  },
  "test.brokenOff": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const breakOff = async () => {
      bench.breakNext("test.planned");
      await bench.start("test.oidc", { username: null, allowHost: null });
      return bench.next("test.failed");
    };
    expect(await bench.call("test.brokenOff", {})).toEqual([]);
    // A page that comes later is told what was told to nobody, as often as one comes.
    const failed = await breakOff();
    expect(await bench.call("test.brokenOff", {})).toEqual([failed]);
    expect(await bench.call("test.brokenOff", {})).toEqual([failed]);
    await bench.call("test.cancel", { runId: failed.runId });
    expect(await bench.call("test.brokenOff", {})).toEqual([]);
    // It is no news any more when the next run starts, or when another profile is open.
    await breakOff();
    const next = await breakOff();
    expect(await bench.call("test.brokenOff", {})).toEqual([next]);
    await openStaff(bench);
    expect(await bench.call("test.brokenOff", {})).toEqual([]);
  },
  "test.finishSignIn": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
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
  "test.predict": async (bench) => {
    await openStaff(bench);
    expect(await bench.call("test.predict", { from: "menu-bar", username: null })).toBeNull();
    await bench.call("practice.start", { scenario: "two-apis", openProfile: true });
    const known = await bench.call("test.predict", { from: "menu-bar", username: "robin@contoso.example" });
    expect(known).toMatchObject({
      recipe: "two-apis",
      login: { mfa: "yes", blocked: "no" },
      check: { mfa: "no", policies: [] },
    });
  },
  "recipes.list": async (bench) => {
    const listed = await bench.call("recipes.list", {});
    expect(listed.find(({ letter }) => letter === "D")).toMatchObject({
      name: "two-apis",
      outcomes: { enforced: { login: "mfa", check: "clean" } },
    });
  },
  "recipes.apply": async (bench) => {
    const apps = {
      loginApi: "aaaa1111-0000-4000-8000-000000000001",
      checkApi: "api://check.contoso.com/ropg",
    };
    expect((await bench.problem("recipes.apply", { name: "two-apis", ...apps })).code).toBe("no-profile");
    await openStaff(bench);
    const changed = await bench.change("recipes.apply", { name: "two-apis", ...apps });
    const value = (id: string) => changed.identity.find((field) => field.id === id)?.value;
    expect(value("login-scopes")).toBe(`api://${apps.loginApi}/jamfconnect+openid+profile+email`);
    expect(value("check-scopes")).toBe("api://check.contoso.com/ropg+openid+profile+email");
    expect(changed.identity.find(({ id }) => id === "check-scopes")?.differs).toBe(false);
    // One change, so one undo.
    const undone = await bench.change("profile.undo", {});
    expect(undone.identity.find(({ id }) => id === "login-scopes")?.value).toBe("");
    expect(undone.canUndo).toBe(false);
    const equal = { name: "two-apis", loginApi: apps.loginApi, checkApi: apps.loginApi };
    expect((await bench.problem("recipes.apply", equal)).code).toBe("api-apps-equal");
    expect((await bench.problem("recipes.apply", { ...equal, name: "two-api" })).code).toBe("recipe-unknown");
  },
  "policies.explain": async (bench) => {
    await openStaff(bench);
    const about = { from: "menu-bar", username: null, whatIf: nothingTried } as const;
    expect(await bench.call("policies.explain", about)).toBeNull();
    await bench.call("practice.start", { scenario: "two-apis", openProfile: true });
    const answer = await bench.call("policies.explain", { ...about, username: "robin@contoso.example" });
    expect(answer).toMatchObject({ recipe: "two-apis", baselineScopes: "enforced" });
    const [login, check] = answer?.signIns ?? [];
    expect(login?.policies[0]).toMatchObject({ applies: "yes", effect: "MFA" });
    expect(check?.policies[0]).toMatchObject({ applies: "no", reason: "application" });
    expect(check?.policies[0]?.because.join(" ")).toMatch(/exclude/);
  },
  "policies.matrix": async (bench) => {
    await openStaff(bench);
    const about = { from: "menu-bar", username: null, whatIf: nothingTried } as const;
    expect(await bench.call("policies.matrix", about)).toBeNull();
    await bench.call("practice.start", { scenario: "two-apis", openProfile: true });
    const robin = { ...about, username: "robin@contoso.example" };
    const view = await bench.call("policies.matrix", robin);
    expect(view?.headline).toMatchObject({
      sentence: "The login gets MFA, and the password check stays clean.",
      lines: [{ word: "MFA, as wanted" }, { word: "Clean, no MFA" }],
    });
    const [row] = view?.rows ?? [];
    expect(row).toMatchObject({ group: "mfa", before: null, check: { word: "No, resource" } });
    const off = { kind: "set-state", policyId: row?.id ?? "", state: "disabled" } as const;
    const tried = await bench.call("policies.matrix", {
      ...robin,
      whatIf: { ...nothingTried, changes: [off] },
    });
    expect(tried?.headline.sentence).toBe("Neither sign-in gets MFA.");
    expect(tried?.before?.headline).toEqual(view?.headline);
    expect(tried?.rows[0]).toMatchObject({ group: "does-not-apply", before: { login: "MFA" } });
    const wrong = { ...nothingTried, assumed: { ipAddress: "nowhere" } };
    expect((await bench.problem("policies.matrix", { ...about, whatIf: wrong })).code).toBe("wrong-context");
  },
  "policies.export": async (bench) => {
    await openStaff(bench);
    const about = { from: "menu-bar", username: null, whatIf: nothingTried } as const;
    const document = { ...about, format: "markdown", isMasked: true } as const;
    expect(await bench.call("policies.export", document)).toBeNull();
    await bench.call("practice.start", { scenario: "two-apis", openProfile: true });
    expect(await bench.call("policies.export", document)).toMatchObject({
      fileName: "conditional-access.md",
    });
    const json = { ...about, format: "json", isMasked: false } as const;
    expect(await bench.call("policies.export", json)).toMatchObject({ fileName: "conditional-access.json" });
  },
  "policies.detail": async (bench) => {
    await bench.call("practice.start", { scenario: "two-apis", openProfile: true });
    const about = { from: "menu-bar", username: null, whatIf: nothingTried } as const;
    const view = await bench.call("policies.matrix", about);
    const policyId = view?.rows[0]?.id ?? "";
    const detail = await bench.call("policies.detail", { ...about, policyId });
    expect(detail).toMatchObject({ id: policyId, effect: "MFA", lost: null });
    expect(detail?.signIns.map(({ id }) => id)).toEqual(["login-window", "password-check"]);
    expect(detail?.signIns[0]?.conditions.map(({ title }) => title)).toContain("Resource");
    expect(await bench.call("policies.detail", { ...about, policyId: "none" })).toBeNull();
  },
  "test.showSignIn": async (bench) => {
    await bench.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
    await bench.next("test.signIn");
    // Only the page's own link can open a tab.
    expect((await bench.problem("test.showSignIn", { runId })).code).toBe("not-waiting");
    const windows = createBench({ loginWindow: true });
    await windows.call("practice.start", { scenario: "no-mfa", openProfile: true });
    const shown = await windows.start("test.oidc", { username: null, allowHost: null });
    expect(await windows.next("test.signIn")).toMatchObject({ how: "window", via: "window" });
    expect(await windows.call("test.showSignIn", shown)).toBeNull();
    await windows.session.dispose();
  },
  "test.answerHost": async () => {
    const { bench, pages } = await createBenchElsewhere();
    const refused = await bench.start("test.oidc", { username: null, allowHost: null });
    const { runId: _, ...question } = await bench.next("test.askHost");
    expect(await bench.call("test.running", {})).toMatchObject([{ ...refused, question }]);
    await bench.call("test.answerHost", { ...refused, allow: false });
    const { result } = await bench.next("test.finished");
    expect(result.findings.map(({ rule }) => rule)).toContain("unknown-host");
    expect(pages()).toEqual([]);
    expect((await bench.problem("test.answerHost", { ...refused, allow: true })).code).toBe("not-waiting");
    // Yes holds for the session: the next run does not ask again.
    for (const asks of [true, false]) {
      const run = await bench.start("test.oidc", { username: null, allowHost: null });
      if (asks) {
        await bench.next("test.askHost");
        await bench.call("test.answerHost", { ...run, allow: true });
      }
      await bench.next("test.signIn");
      await bench.call("test.cancel", run);
      await bench.next("test.finished");
    }
    expect(pages()).toHaveLength(2);
    await bench.session.dispose();
  },
  "test.cancel": async (bench) => {
    expect(await bench.call("test.cancel", { runId: "none" })).toBeNull();
  },
  "keys.catalogue": async (bench) => {
    const entries = await bench.call("keys.catalogue", {});
    const named = (domain: string, keyPath: string) =>
      entries.find((entry) => entry.domain === domain && entry.keyPath === keyPath);
    expect(named("com.jamf.connect.login", "OIDCClientSecret")).toMatchObject({ sensitive: true });
    // A view names places and values; every known key in it is in the catalogue.
    const view = await openStaff(bench);
    const [first] = view.payloads[0]?.keys ?? [];
    expect(Object.keys(first ?? {}).sort()).toEqual([
      "display",
      "keyPath",
      "path",
      "payload",
      "secret",
      "type",
      "unseen",
      "value",
    ]);
    expect(named(first?.payload.domain ?? "", first?.keyPath ?? "")?.title).not.toBe("");
  },
  "rules.explain": async (bench) => {
    expect(await bench.call("rules.explain", { rule: "not-a-guid" })).toMatchObject({
      name: expect.any(String),
      certainty: "documented",
      source: expect.stringMatching(/^https:/),
      fires: expect.stringContaining("<key>OIDCClientID</key>"),
      silent: expect.stringContaining("<key>OIDCClientID</key>"),
    });
    expect(await bench.call("rules.explain", { rule: "constructor" })).toBeNull();
  },
  "tokens.claims": async (bench) => {
    const { claims, header } = await bench.call("tokens.claims", {});
    const named = (name: string) => claims.find((claim) => claim.name === name);
    expect(named("tid")).toMatchObject({ title: "Tenant id", certainty: "documented" });
    expect(named("roles")?.jamfConnect?.does).toContain("OIDCAdminAttribute");
    expect(header.find((member) => member.name === "kid")?.source).toMatch(/^https:/);
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
