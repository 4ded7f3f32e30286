import { expect } from "vitest";
import { submit, visit } from "../support/practice-pages.ts";
import { type Bench, createBench } from "./bench.ts";
import { running } from "./practise.ts";
import { storeOf } from "./secret-store.ts";

/** Starts a scenario, and what its Graph is asked with. */
export async function practiceGraph(bench: Bench) {
  const view = running(await bench.practise("practice.start", { scenario: "two-apis", openProfile: true }));
  const { authority, clientId } = await bench.call("graph.view", {});
  const asked = {
    clientId: clientId ?? "",
    authority: authority ?? "",
    how: "browser" as const,
    features: ["strengths", "apps"] as const,
    remember: false,
  };
  return { account: view.accounts[0], asked };
}

/** The page where the person has to sign in, once it is known. */
async function signInPage(bench: Bench): Promise<string> {
  for (;;) {
    const state = await bench.next("graph.changed");
    if (state.kind === "signing-in" && state.url !== null) return state.url;
  }
}

/** Goes where the app says, and signs in. */
export async function signInOnPage(
  bench: Bench,
  { account, asked }: Awaited<ReturnType<typeof practiceGraph>>,
) {
  const practice = { authority: asked.authority };
  const named = { loginfmt: account?.username ?? "", passwd: account?.password ?? "" };
  const second = await submit(await visit(await signInPage(bench)), practice, named);
  const otc = account?.mfa?.code ?? "";
  const ended = second.text.includes('name="otc"') ? await submit(second, practice, { otc }) : second;
  await submit(ended, practice, {});
}

export const graphTests = {
  "graph.view": async (bench) => {
    const view = await bench.call("graph.view", {});
    expect(view).toMatchObject({ state: { kind: "signed-out" }, authority: null, clientId: null });
    expect(view.features[0]).toMatchObject({ id: "policies", scopes: ["Policy.Read.ConditionalAccess"] });
    expect(view.features.flatMap(({ scopes }) => scopes).filter((scope) => /write/i.test(scope))).toEqual([]);
  },
  "graph.load": async (bench) => {
    const { account, asked } = await practiceGraph(bench);
    const loading = bench.call("graph.load", asked);
    const first = await visit(await signInPage(bench));
    const practice = { authority: asked.authority };
    const named = { loginfmt: account?.username ?? "", passwd: account?.password ?? "" };
    const second = await submit(first, practice, named);
    const code = account?.mfa?.code ?? "";
    const ended = second.text.includes('name="otc"') ? await submit(second, practice, { otc: code }) : second;
    await submit(ended, practice, {});
    expect(await loading).toMatchObject({ source: "graph", count: 1, fileName: null });
    expect((await bench.call("graph.view", {})).state).toMatchObject({
      kind: "signed-in",
      userName: account?.username,
    });
    // The matrix rests on what was read, and stays signed in for the next time.
    expect(await bench.call("policies.current", {})).toMatchObject({ source: "graph" });
    expect(await bench.call("graph.load", asked)).toMatchObject({ count: 1 });
    const elsewhere = { ...asked, authority: "https://evil.example/t" };
    expect((await bench.problem("graph.load", elsewhere)).code).toBe("unknown-authority");
    // Policies of a practice tenant are nobody else's.
    await bench.call("practice.stop", {});
    expect(await bench.call("policies.current", {})).toBeNull();
  },
  "graph.whatIf": async (bench) => {
    const { account, asked } = await practiceGraph(bench);
    const whatIf = { assumed: {}, baselineScopes: null, changes: [], scopes: { login: null, check: null } };
    const about = { from: "menu-bar", username: null, whatIf } as const;
    expect((await bench.problem("graph.whatIf", about)).code).toBe("graph-signed-out");
    const loading = bench.call("graph.load", asked);
    const practice = { authority: asked.authority };
    const named = { loginfmt: account?.username ?? "", passwd: account?.password ?? "" };
    const second = await submit(await visit(await signInPage(bench)), practice, named);
    const otc = account?.mfa?.code ?? "";
    const ended = second.text.includes('name="otc"') ? await submit(second, practice, { otc }) : second;
    await submit(ended, practice, {});
    await loading;
    // The person who signed in is asked about; what both know is the same.
    const compared = await bench.call("graph.whatIf", { ...about, username: account?.username ?? "" });
    expect(compared?.map(({ id, agree, differences }) => [id, agree, differences])).toEqual([
      ["login-window", 1, []],
      ["password-check", 1, []],
    ]);
    const other = { ...about, whatIf: { ...whatIf, assumed: { user: "kim@contoso.example" } } };
    expect((await bench.problem("graph.whatIf", other)).code).toBe("what-if-needs-id");
  },
  "graph.findPeople": async (bench) => {
    const nobody = await bench.problem("graph.findPeople", { words: "robin" });
    expect(nobody.code).toBe("graph-signed-out");
    const at = await practiceGraph(bench);
    const loading = bench.call("graph.load", at.asked);
    await signInOnPage(bench, at);
    await loading;
    // The permissions are new: the person signs in once more, and not again for the same.
    const { personScopes } = await bench.call("graph.view", {});
    expect(personScopes).toEqual(["User.Read.All", "RoleManagement.Read.Directory"]);
    const finding = bench.call("graph.findPeople", { words: "robin" });
    await signInOnPage(bench, at);
    const { people } = await finding;
    expect(people).toEqual([expect.objectContaining({ userPrincipalName: at.account?.username })]);
    expect(await bench.call("graph.findPeople", { words: "nobody" })).toEqual({ people: [], areMore: false });
    // What was allowed before still is.
    expect(await bench.call("graph.load", at.asked)).toMatchObject({ count: 1 });
    const about = { from: "menu-bar", username: null } as const;
    const person = people[0] && (await bench.call("graph.person", { id: people[0].id }));
    const assumed = { user: person?.id ?? "", groups: person?.groups ?? [] };
    const whatIf = { assumed, baselineScopes: null, changes: [], scopes: { login: null, check: null } };
    expect(await bench.call("graph.whatIf", { ...about, whatIf })).toHaveLength(2);
  },
  "graph.person": async (bench) => {
    const id = "aaaa0000-0000-4000-8000-000000000001";
    expect((await bench.problem("graph.person", { id })).code).toBe("graph-signed-out");
    const at = await practiceGraph(bench);
    const loading = bench.call("graph.load", at.asked);
    await signInOnPage(bench, at);
    await loading;
    const asking = bench.problem("graph.person", { id });
    await signInOnPage(bench, at);
    expect((await asking).code).toBe("graph-person-unknown");
  },
  "graph.stop": async (bench) => {
    const { asked } = await practiceGraph(bench);
    const loading = bench.problem("graph.load", asked);
    await signInPage(bench);
    await bench.call("graph.stop", {});
    expect((await loading).code).toBe("graph-sign-in-stopped");
    expect((await bench.call("graph.view", {})).state).toEqual({ kind: "signed-out" });
  },
  "graph.signOut": async (bench) => {
    await bench.call("graph.signOut", {});
    expect(await bench.next("graph.changed")).toEqual({ kind: "signed-out" });
    // Where the system has no store, or none that encrypts, keeping is refused before anybody signs in.
    const { asked } = await practiceGraph(bench);
    const remembered = { ...asked, remember: true };
    expect(await bench.problem("graph.load", remembered)).toMatchObject({ code: "remember-unavailable" });
    expect(await bench.call("graph.view", {})).toMatchObject({ canRemember: false, keptUser: null });
    const secrets = new Map<string, string>();
    const locked = createBench({ secretStore: storeOf(secrets, false) });
    expect((await locked.problem("graph.load", remembered)).code).toBe("remember-unavailable");
    await locked.session.dispose();
    expect(secrets.size).toBe(0);
    // A session that is kept asks nobody the next time, and signing out deletes it.
    const first = createBench({ secretStore: storeOf(secrets) });
    const at = await practiceGraph(first);
    const wanted = { ...at.asked, remember: true };
    const loading = first.call("graph.load", wanted);
    await signInOnPage(first, at);
    expect(await loading).toMatchObject({ source: "graph" });
    expect([...secrets.keys()]).toEqual(["microsoft-graph"]);
    const next = createBench({ secretStore: storeOf(secrets) });
    expect(await next.call("graph.view", {})).toMatchObject({
      canRemember: true,
      keptUser: at.account?.username,
      clientId: wanted.clientId,
    });
    expect(await next.call("graph.load", wanted)).toMatchObject({ source: "graph" });
    await next.call("graph.signOut", {});
    expect(secrets.size).toBe(0);
    expect((await next.call("graph.view", {})).keptUser).toBeNull();
    await next.session.dispose();
    await first.session.dispose();
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
