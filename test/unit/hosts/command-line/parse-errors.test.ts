import { Buffer } from "node:buffer";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";
import { throwawayIdentity } from "../../../support/throwaway-identity.ts";

/** Stands for a password, a client secret, a licence: with it, and with half of it, nothing may be printed. */
const canary = "Kanari7GeheimZx";
const halves = [canary.slice(0, 8), canary.slice(7)];
const digits = "98765432109876543210";

const plist = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n${inner}\n</dict>\n</plist>\n`;
const key = "<key>OIDCClientSecret</key>";

/** Property lists that break at the secret, and what the one line still has to say. */
const propertyLists: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ["an integer", plist(`${key}<integer>${canary}</integer>`), /Line 4, column \d+.*OIDCClientSecret/],
  ["a real", plist(`${key}<real>${canary}</real>`), /Line 4, .*OIDCClientSecret/],
  ["a date", plist(`${key}<date>${canary}</date>`), /Line 4, .*OIDCClientSecret/],
  ["data", plist(`${key}<data>${canary}*</data>`), /Line 4, .*OIDCClientSecret/],
  ["a boolean", plist(`${key}<true>${canary}</true>`), /Line 4, .*OIDCClientSecret/],
  ["a value in a list", plist(`${key}<array><integer>${canary}</integer></array>`), /OIDCClientSecret/],
  ["a nested value", plist(`<key>A</key><dict>${key}<date>${canary}</date></dict>`), /A\.OIDCClientSecret/],
  ["text between elements", plist(`${key}${canary}`), /Line 4, .*OIDCClientSecret/],
  ["a placeholder with a secret", plist(`${key}<integer>\${${canary}}-${canary}</integer>`), /placeholder/],
  ["an unescaped <", plist(`${key}<string>a<${canary}>b</string>`), /Line 4, .*OIDCClientSecret/],
  ["an unescaped < and blank", plist(`${key}<string>a<${canary} b</string>`), /Line 4/],
  ["an unescaped </", plist(`${key}<string>a</${canary}>b</string>`), /Line 4/],
  ["an unescaped &", plist(`${key}<string>a&${canary};b</string>`), /Line 4/],
  ["a bare &", plist(`${key}<string>a&${canary} b</string>`), /Line 4/],
  ["an attribute twice", plist(`${key}<string ${canary}="1" ${canary}="2">b</string>`), /Line 4/],
  ["an attribute without value", plist(`${key}<string ${canary}>b</string>`), /Line 4/],
  ["a processing instruction", plist(`${key}<string><?${canary}</string>`), /Line \d/],
  ["an unfinished closing tag", plist(`${key}<string>b</string${canary}<`), /Line \d/],
  ["a second value without key", plist(`${key}<string>a</string><${canary}9/>`), /Line 4/],
  ["the end cut off", plist(`${key}<string>${canary}`).slice(0, -30), /ends too early|Line/],
  ["text before the declaration", `${canary} <?xml version="1.0"?><plist/>`, /very first/],
  ["another kind of text", `${canary} is my password`, /not a property list/],
  ["old-style", `{ ClientSecret = "${canary}"; }`, /OpenStep/],
  ["an entity declaration", `<!DOCTYPE plist [<!ENTITY x "${canary}">]><plist/>`, /entities/],
];

/** Typed JSON, as `convert` and `diff` take it. */
const json: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ["a missing quote", `{\n"OIDCClientSecret": "${canary}\n}`, /Line 2, column \d+/],
  ["a missing comma", `{"OIDCClientSecret": "${canary}" "x": 1}`, /Line 1, column \d+/],
  ["a word", `{"OIDCClientSecret": ${canary}}`, /Line 1, column 22/],
  ["an early end", `{"OIDCClientSecret": "${canary}"`, /ends too early/],
  ["a bad escape", `{"OIDCClientSecret": "\\${canary}"}`, /Line 1, column \d+/],
  ["data", `{"OIDCClientSecret": {"$data": "${canary}*"}}`, /OIDCClientSecret/],
  ["a date", `{"OIDCClientSecret": {"$date": "${canary}"}}`, /OIDCClientSecret/],
  ["a real", `{"OIDCClientSecret": {"$real": "${canary}"}}`, /OIDCClientSecret/],
  ["an integer", `{"OIDCClientSecret": {"$integer": "${canary}"}}`, /OIDCClientSecret/],
  ["a large number", `{"OIDCClientSecret": ${digits}}`, /OIDCClientSecret/],
  ["null", `{"OIDCClientSecret": [null, "${canary}"]}`, /OIDCClientSecret/],
];

/** JSON of policies, contexts and practice tenants. */
const policies: readonly (readonly [what: string, text: string])[] = [
  ["a missing comma", `[{"id": "${canary}" "x": 1}]`],
  ["a word", `[{"id": ${canary}}]`],
  ["an early end", `[{"id": "${canary}"`],
  ["a bad escape", `[{"id": "\\${canary}"}]`],
  ["something else", canary],
  ["a web page", `<html>${canary}</html>`],
];

const contexts: readonly (readonly [what: string, value: object])[] = [
  ["platform", { platform: canary }],
  ["user", { user: [canary] }],
  ["type of user", { user: { type: canary } }],
  ["groups", { groups: [[canary]] }],
  ["location", { location: canary }],
  ["address", { location: { ipAddress: canary } }],
  ["trust", { location: { trusted: canary } }],
  ["device", { device: canary }],
  ["risk", { risk: { user: canary } }],
  ["apps", { applications: canary }],
  ["per-user MFA", { perUserMfa: canary }],
];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-parse-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Runs calls that fail, looks for the secret in everything they print, and returns that. */
async function refused(...calls: readonly (readonly string[])[]): Promise<string> {
  let printed = "";
  for (const args of calls) {
    for (const form of [[], ["--json"]]) {
      const terminal = recordingTerminal([canary]);
      expect(await runCommandLine([...args, ...form], terminal), args.join(" ")).toBe(2);
      printed += terminal.out() + terminal.err();
    }
  }
  for (const secret of [...halves, digits]) expect(printed.toLowerCase()).not.toContain(secret.toLowerCase());
  return printed;
}

describe("what a reader says about a file that it cannot read", () => {
  it.each(propertyLists)(
    "attack: a secret at the fault of a property list stays out: %s",
    async (what, text, says) => {
      const path = await saved("broken.plist", text);
      const out = join(folder, "out");
      const printed = await refused(
        ["show", path],
        ["convert", path, "-o", out],
        ["diff", path, path],
        ["verify", path],
        ["sign", path, "-o", out, "--p12", path],
        ["test", "ropg", "--profile", path, "--username", "u", "--password-stdin"],
        ["discover", "--profile", path],
      );
      expect(printed, what).toMatch(says);
    },
  );

  it.each(json)("attack: a secret at the fault of typed JSON stays out: %s", async (what, text, says) => {
    const path = await saved("broken.json", text);
    const printed = await refused(["convert", path, "-o", join(folder, "out")], ["diff", path, path]);
    expect(printed, what).toMatch(says);
  });

  it.each(policies)("attack: a secret at the fault of other JSON stays out: %s", async (_, text) => {
    const path = await saved("policies.json", text);
    const profile = await saved("com.jamf.connect.login.plist", entra);
    const good = await saved("good.json", goodPolicy);
    const printed = await refused(
      ["conditional-access", path, "--profile", profile],
      ["conditional-access", good, "--profile", profile, "--context", path],
      ["practice-tenant", "--tenant", path],
    );
    // Three calls in two forms, and each names the place.
    if (text.startsWith("[")) expect(printed.match(/line 1, column \d+/gi)?.length).toBeGreaterThanOrEqual(6);
  });

  it.each(contexts)(
    "attack: a value of a context that does not fit is not repeated: %s",
    async (_, value) => {
      const path = await saved("context.json", JSON.stringify(value));
      const profile = await saved("com.jamf.connect.login.plist", entra);
      const good = await saved("good.json", goodPolicy);
      await refused(["conditional-access", good, "--profile", profile, "--context", path]);
    },
  );

  it("attack: a practice tenant with values that do not fit does not repeat them", async () => {
    for (const value of [
      { x: canary },
      {
        tenantId: canary,
        users: canary,
        applications: [{ appId: canary }],
        practice: { loginClient: canary },
      },
    ]) {
      const path = await saved("tenant.json", JSON.stringify(value));
      await refused(["practice-tenant", "--tenant", path]);
    }
  });

  it("attack: a client secret that XML cannot hold is named by its key", async () => {
    const path = await saved(
      "c.json",
      JSON.stringify({ IdPSettings: { OIDCClientSecret: `${canary}\u0001` } }),
    );
    const printed = await refused(["convert", path, "-o", join(folder, "out.plist"), "--to", "plist"]);
    expect(printed).toContain("IdPSettings.OIDCClientSecret");
  });

  it("attack: damaged identities and passphrases stay out", async () => {
    const identity = throwawayIdentity("Contoso");
    const profile = await saved("good.plist", plist("<key>A</key><string>b</string>"));
    const body = identity.key.split("\n");
    const damagedKey = [body[0], canary, ...body.slice(1)].join("\n");
    const noKey = await saved("key.pem", damagedKey);
    const noBlock = await saved("text.pem", `-----BEGIN PRIVATE KEY-----\n${canary}`);
    const certificate = await saved("cert.pem", identity.certificate);
    const damagedCertificate = await saved(
      "cert-damaged.pem",
      `-----BEGIN CERTIFICATE-----\n${canary}\n-----END CERTIFICATE-----\n`,
    );
    const p12 = await saved("id.p12", Buffer.from(identity.p12, "base64"));
    const noP12 = await saved(
      "no.p12",
      Buffer.concat([Buffer.from([0x30, 0x82, 0x01]), Buffer.from(canary)]),
    );
    const out = ["-o", join(folder, "signed")];
    await refused(
      ["sign", profile, ...out, "--cert", certificate, "--key", noKey],
      ["sign", profile, ...out, "--cert", certificate, "--key", noBlock],
      ["sign", profile, ...out, "--cert", damagedCertificate, "--key", noKey],
      ["sign", profile, ...out, "--p12", p12, "--password-stdin"],
      ["sign", profile, ...out, "--p12", noP12, "--password-stdin"],
    );
  });

  it("attack: what nobody expected is told without its text", async () => {
    const terminal = {
      ...recordingTerminal(),
      readFile: async () => {
        throw new TypeError(`cannot take ${canary}`);
      },
    };
    expect(await runCommandLine(["show", "x.plist"], terminal)).toBe(2);
    expect(terminal.err()).toContain("TypeError");
    expect(terminal.err()).not.toContain(canary);
  });
});

const entra = plist(
  "<key>OIDCProvider</key><string>EntraID</string><key>OIDCClientID</key><string>11111111-1111-4111-8111-111111111111</string>",
);
const goodPolicy = JSON.stringify([
  {
    id: "1a7c4e00-0000-4000-8000-000000000001",
    displayName: "MFA",
    state: "enabled",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  },
]);
