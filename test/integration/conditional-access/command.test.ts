import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/policies");
const recipe = (name: string, file: string): string => join(FIXTURES, "recipes", name, file);
const profile = (name: string): readonly string[] => ["--profile", recipe(name, "profile.mobileconfig")];
const context = ["--context", join(FIXTURES, "context.json")];
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-policies-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = recordingTerminal();
  const code = await runCommandLine(["conditional-access", ...args], terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

describe("conditional-access --json", () => {
  it("prints one JSON value with the answer", async () => {
    const { code, out, err } = await run(
      recipe("custom-scope-2023", "policies.json"),
      ...profile("custom-scope-2023"),
      ...context,
      "--json",
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const answer = JSON.parse(out);
    expect(out.endsWith("\n")).toBe(true);
    expect(answer).toMatchObject({ recipe: "custom-scope-2023", baselineScopes: "enforced" });
    expect(answer.signIns.map((each: { id: string }) => each.id)).toEqual(["login-window", "password-check"]);
    expect(answer.signIns.map((each: { verdict: { mfa: string } }) => each.verdict.mfa)).toEqual([
      "yes",
      "yes",
    ]);
    expect(answer.cost.rowsPerDay).toBe(96 * 1186);
  });

  it.each([
    ["legacy", "no"],
    ["LEGACY", null],
    ["44444444-4444-4444-8444-444444444444", "depends"],
    ["not-a-guid", null],
  ])("--baseline-scopes %s", async (setting, mfa) => {
    const args = [recipe("custom-scope-2023", "policies.json"), ...profile("custom-scope-2023"), ...context];
    const { code, out, err } = await run(...args, "--baseline-scopes", setting, "--json");
    if (mfa === null) {
      expect(code).toBe(2);
      expect(err).toContain("--baseline-scopes takes");
      return;
    }
    expect(code).toBe(0);
    expect(JSON.parse(out).signIns[1].verdict.mfa).toBe(mfa);
  });

  it.each([
    ["the Mac is not given", [], ["error lockout-grant", "error lockout-grant"]],
    ["the Mac given is compliant", context, ["error lockout-grant", "warning lockout-grant"]],
  ])("ends with 1 when people can be locked out: %s", async (_which, more, expected) => {
    const policies = join(FIXTURES, "lockout/policies.json");
    const { code, out } = await run(policies, ...profile("simple"), ...more, "--json");
    expect(code).toBe(1);
    const findings: { rule: string; severity: string }[] = JSON.parse(out).findings;
    const grants = findings.filter((finding) => finding.rule === "lockout-grant");
    expect(grants.map((finding) => `${finding.severity} ${finding.rule}`)).toEqual(expected);
  });

  it("takes a folder, leaves out what is no policy, and says so", async () => {
    const { code, out } = await run(
      join(FIXTURES, "forms"),
      join(FIXTURES, "not-policies/arm-template.json"),
      ...profile("simple"),
      ...context,
      "--json",
    );
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    const rules = answer.findings.map((finding: { rule: string }) => finding.rule);
    expect(rules).toEqual(
      expect.arrayContaining(["policy-given-twice", "not-a-policy", "incomplete-policy-export"]),
    );
    expect(answer.signIns[0].policies).toHaveLength(3);
  });

  it("compares the address with named locations that lie beside the policies", async () => {
    const id = "e0000000-0000-4000-8000-0000000000aa";
    const block = {
      id: "e0000000-0000-4000-8000-0000000000ab",
      displayName: "Only the office",
      state: "enabled",
      conditions: {
        users: { includeUsers: ["All"] },
        applications: { includeApplications: ["All"] },
        locations: { includeLocations: ["All"], excludeLocations: [id] },
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    };
    const office = {
      id,
      displayName: "Office",
      isTrusted: true,
      ipRanges: [{ cidrAddress: "203.0.113.0/24" }],
    };
    const [policies, places] = [join(folder, "only-office.json"), join(folder, "places.json")];
    await writeFile(policies, JSON.stringify(block));
    await writeFile(places, JSON.stringify({ value: [office] }));
    const from = async (ipAddress: string, ...files: readonly string[]) => {
      const at = join(folder, "at.json");
      await writeFile(at, JSON.stringify({ ipAddress }));
      const { out } = await run(...files, ...profile("simple"), "--context", at, "--json");
      return JSON.parse(out).signIns[0].verdict.blocked;
    };
    expect(await from("203.0.113.7", policies, places)).toBe("no");
    expect(await from("198.51.100.7", policies, places)).toBe("yes");
    expect(await from("203.0.113.7", policies)).toBe("depends");
    const alone = await run(places, ...profile("simple"), "--json");
    expect(alone.code).toBe(2);
  });

  it("takes login and menu-bar settings from a file each", async () => {
    const plist = (body: string): string =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${body}</dict></plist>\n`;
    const one = join(folder, "com.jamf.connect.login.plist");
    const two = join(folder, "com.jamf.connect.plist");
    await writeFile(
      one,
      plist("<key>OIDCProvider</key><string>Azure</string><key>OIDCClientID</key><string>c</string>"),
    );
    await writeFile(
      two,
      plist(
        "<key>IdPSettings</key><dict><key>Provider</key><string>Azure</string><key>ROPGID</key><string>c</string><key>ROPGScopes</key><string>api://11111111-1111-4111-8111-111111111111/x+openid</string></dict>",
      ),
    );
    const { out } = await run(
      recipe("api-excluded", "policies.json"),
      "--profile",
      one,
      "--profile",
      two,
      ...context,
      "--json",
    );
    expect(JSON.parse(out).recipe).toBe("api-excluded");
    const only = await run(recipe("simple", "policies.json"), "--profile", two, ...context, "--json");
    expect(JSON.parse(only.out).signIns.map((each: { id: string }) => each.id)).toEqual(["password-check"]);
  });
});

describe("conditional-access for people", () => {
  it("prints verdicts, the matrix, the cost and the findings with steps", async () => {
    const { out } = await run(recipe("simple", "policies.json"), ...profile("simple"), ...context);
    expect(out).toContain("Predicted from 5 policies; basic scopes: enforced; recipe: simple.");
    expect(out).toMatch(/Login window: asks for openid profile email/u);
    expect(out).toMatch(/CA001 Require MFA for all users +MFA +MFA/u);
    expect(out).toMatch(/CA002 Block legacy authentication +no, client app +no, client app/u);
    expect(out).toMatch(/CA003 .* +report only: compliant device/u);
    expect(out).toMatch(/CA005 .* +no, turned off/u);
    expect(out).toContain(
      "About 96 red lines a day for each Mac, one for every check (every 15 minutes): 113,856 for 1,186 Macs.",
    );
    expect(out).toContain("WARNING: The password check is asked for MFA, which it cannot do.");
    expect(out).toContain("  - Register an API app");
  });

  it("prints no terminal escape from the name of a policy", async () => {
    const file = join(folder, "escape.json");
    const policy = {
      displayName: "\u001b]0;owned\u0007\u001b[31mred\u202e",
      state: "enabled",
      conditions: {
        users: { includeUsers: ["All"] },
        applications: { includeApplications: ["All"] },
        "\u001b[2J": 1,
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    };
    await writeFile(file, JSON.stringify(policy));
    const { out } = await run(file, ...profile("simple"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about control characters.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  });
});

describe("bad input ends with 2 and one line", () => {
  const good = recipe("simple", "policies.json");

  it.each<[string, readonly string[], RegExp]>([
    ["no policies given", [...profile("simple")], /needs POLICIES\./u],
    ["no profile given", [good], /needs --profile FILE\./u],
    ["a file that is not there", [join(FIXTURES, "nowhere.json"), ...profile("simple")], /nowhere\.json/u],
    [
      "a signed-out portal",
      [join(FIXTURES, "not-policies/signed-out-portal.json"), ...profile("simple")],
      /web page/u,
    ],
    [
      "truncated JSON beside a good file",
      [good, join(FIXTURES, "not-policies/truncated.json"), ...profile("simple")],
      /middle of the JSON/u,
    ],
    ["a group", [join(FIXTURES, "not-policies/group.json"), ...profile("simple")], /is a group/u],
    [
      "a context that is no JSON",
      [good, ...profile("simple"), "--context", join(FIXTURES, "not-policies/broken.json")],
      /not valid JSON/u,
    ],
    ["a profile that is none", [good, "--profile", good], /policies\.json/u],
  ])("%s", async (_name, args, message) => {
    const { code, out, err } = await run(...args, "--json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("an empty folder", async () => {
    const empty = join(folder, "empty");
    await mkdir(empty);
    const { code, err } = await run(empty, ...profile("simple"));
    expect(code).toBe(2);
    expect(err).toContain("no .json file");
  });

  it("a profile for another provider", async () => {
    const file = join(folder, "okta.plist");
    await writeFile(
      file,
      '<plist version="1.0"><dict><key>OIDCProvider</key><string>Okta</string><key>OIDCClientID</key><string>c</string></dict></plist>',
    );
    const { code, err } = await run(good, "--profile", file);
    expect(code).toBe(2);
    expect(err).toContain("another provider");
  });
});
