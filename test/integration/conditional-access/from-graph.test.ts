import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import type { PracticeTenant, Tenant } from "../../../main/practice-tenant/index.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";
import { signInAsAsked } from "../../support/sign-in-as-asked.ts";
import { start } from "../practice-tenant/support.ts";

const CLIENT = "aaaabbbb-0000-4000-8000-0000000000c1";
/** Global Administrator, by the template id that policies name. */
const ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-graph-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const quick = (tenant: Tenant): Tenant => ({ ...tenant, deviceCode: { seconds: 900, interval: 1 } });

/** The scenario's profile as a file. */
async function profileOf(practice: PracticeTenant): Promise<string> {
  const path = join(folder, practice.profile.fileName);
  await writeFile(path, practice.profile.bytes);
  return path;
}

async function readFromGraph(practice: PracticeTenant, profile: string, ...more: readonly string[]) {
  const terminal = recordingTerminal();
  const args = ["--profile", profile, "--client-id", CLIENT, "--authority", practice.authority];
  const running = runCommandLine(["conditional-access", ...args, "--device-code", ...more], terminal);
  await signInAsAsked(terminal, practice);
  return { code: await running, out: terminal.out(), err: terminal.err() };
}

test("policies come from Graph with a device code, beside Microsoft's What If", async () => {
  const practice = await start("two-apis", quick);
  const profile = await profileOf(practice);
  const more = ["--read", "strengths,apps", "--ask-what-if", "--json"];
  const { code, out } = await readFromGraph(practice, profile, ...more);
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({ baselineScopes: "enforced", recipe: "two-apis" });
  expect(answer.signIns[0].policies).toHaveLength(1);
  expect(answer.whatIf).toMatchObject([
    { id: "login-window", agree: 1, differences: [] },
    { id: "password-check", agree: 1, differences: [] },
  ]);
});

test("a person comes from Graph in the same sign-in, and closes what hangs on groups and roles", async () => {
  const practice = await start("two-apis", (tenant) => ({
    ...quick(tenant),
    users: tenant.users.map((user, index) => (index === 0 ? { ...user, roles: [ADMINISTRATOR] } : user)),
    conditionalAccessPolicies: tenant.conditionalAccessPolicies.map((policy) => ({
      ...policy,
      conditions: { ...policy.conditions, users: { includeRoles: [ADMINISTRATOR] } },
    })),
  }));
  const profile = await profileOf(practice);
  const applies = (out: string) => JSON.parse(out).signIns[0].policies[0].applies;
  const open = await readFromGraph(practice, profile, "--json");
  expect(applies(open.out)).toBe("depends");
  const known = await readFromGraph(practice, profile, "--json", "--person", "robin@contoso.example");
  expect(known.err).toContain("Read robin@contoso.example: member, 1 group, 1 active role.");
  expect(applies(known.out)).toBe("yes");
  const nobody = await readFromGraph(practice, profile, "--person", "mira@contoso.example");
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining("knows no such person") });
});

test("a document for others names policies, and nobody's ids", async () => {
  const practice = await start("two-apis", quick);
  const profile = await profileOf(practice);
  const { out } = await readFromGraph(practice, profile, "--format", "markdown", "--ask-what-if");
  expect(out).toContain("# Conditional Access and Jamf Connect's two sign-ins");
  expect(out).toContain("## Microsoft's What If: Login window");
  expect(out).toContain("CA001 Require MFA for all users");
  expect(out).not.toMatch(/1a7c4e00-/);
});

test("the setting of the tenant counts, and policies of another tenant are called so", async () => {
  const other = await start("two-apis", (tenant) => ({ ...quick(tenant), baselineScopes: "legacy" }));
  const fixtures = join(import.meta.dirname, "../../fixtures/policies/recipes/simple");
  const profile = join(fixtures, "profile.mobileconfig");
  const { code, out } = await readFromGraph(other, profile, "--json");
  expect(code).toBe(1);
  const { baselineScopes, findings } = JSON.parse(out);
  expect(baselineScopes).toBe("legacy");
  expect(findings.map(({ rule }: { rule: string }) => rule)).toContain("policies-of-other-tenant");
});

test("saved answers of What If are compared, and say where they differ", async () => {
  const policies = join(import.meta.dirname, "../../fixtures/policies/recipes/simple/policies.json");
  const profile = join(import.meta.dirname, "../../fixtures/policies/recipes/simple/profile.mobileconfig");
  const saved = join(folder, "what-if.json");
  await writeFile(saved, JSON.stringify({ value: [] }));
  const run = async (...more: readonly string[]) => {
    const terminal = recordingTerminal();
    const args = [policies, "--profile", profile, "--what-if", saved, ...more];
    const code = await runCommandLine(["conditional-access", ...args], terminal);
    return { code, out: terminal.out(), err: terminal.err() };
  };
  const one = await run();
  expect(one.out).toContain("Microsoft's What If, login window");
  expect(one.out).toContain("there not named.");
  await writeFile(saved, "<html>");
  expect(await run()).toMatchObject({
    code: 2,
    err: expect.stringContaining("no answer of Microsoft's What If"),
  });
});

test("a person who is given twice is refused before anybody signs in", async () => {
  const practice = await start("two-apis", quick);
  const context = join(folder, "context.json");
  await writeFile(context, JSON.stringify({ groups: [] }));
  const terminal = recordingTerminal();
  const args = ["--profile", await profileOf(practice), "--client-id", CLIENT, "--context", context];
  const more = ["--authority", practice.authority, "--person", "robin@contoso.example"];
  expect(await runCommandLine(["conditional-access", ...args, ...more], terminal)).toBe(2);
  expect(terminal.err()).toContain("either with --person or in the context");
});

test.each([
  [["--device-code"], "--device-code belongs to --client-id"],
  [["--client-id", "mine"], "--client-id takes the application (client) id"],
  [["policies.json", "--client-id", CLIENT], "Give either POLICIES or --client-id"],
  [["--client-id", CLIENT, "--read", "mail"], "--read takes strengths, apps, groups, attributes, consent"],
  [["policies.json", "--person", "robin@contoso.example"], "--person belongs to --client-id"],
  [["policies.json", "--unmasked"], "--unmasked belongs to --format"],
  [["policies.json", "--format", "pdf"], "--format takes markdown or json"],
])("a call that says two things is refused: %j", async (args, said) => {
  const terminal = recordingTerminal();
  const more = args.some((each) => each === "policies.json" || each === "--client-id")
    ? []
    : ["policies.json"];
  const call = ["conditional-access", ...args, ...more, "--profile", "p.mobileconfig"];
  expect(await runCommandLine(call, terminal)).toBe(2);
  expect(terminal.err()).toContain(said);
});
