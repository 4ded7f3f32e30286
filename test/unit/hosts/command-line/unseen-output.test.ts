import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../../../main/hosts/command-line/catalogue.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { safeOutput } from "../../../../main/hosts/command-line/safe-output.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

/** One of everything that is not seen: C0, C1, marks of direction, zero-width marks, separators, a tag, a filler. */
const unseen =
  "\u001b[31m\u0007\b\r\t\u007f\u0085\u009b2J\u202e\u2066\u2069\u061c\u200b\u200d\u200f\u2060\ufeff\u00ad\u2028\u2029\u{e0041}\u3164\ud800";
/** What of it XML 1.0 and file names can hold. */
const inFiles = "\u0085\u009b2J\u202e\u2066\u200b\u200f\ufeff\u00ad\u2028\u{e0041}";

const isUnseen =
  /(?!\n)\p{Cc}|\p{Cf}|\p{Surrogate}|\u2028|\u2029|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/u;

let folder = "";
const file = (name: string): string => join(folder, `${inFiles}\u001b]0;x\u0007${name}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-unseen-"));
  const settings = (extra: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>OIDCProvider</key><string>Custom${inFiles}</string><key>OIDCClientID${inFiles}</key><string>${inFiles}</string>${extra}</dict></plist>`;
  await writeFile(
    file("a.plist"),
    settings(`<key>A${inFiles}</key><array><string>${inFiles}</string></array>`),
  );
  await writeFile(file("b.plist"), settings(""));
  await writeFile(file("c.json"), JSON.stringify({ [`A${unseen}`]: unseen, OIDCProvider: unseen }));
  await writeFile(file("broken.plist"), `<plist><dict><key>A${inFiles}</key></dict></plist>`);
  await writeFile(file("stray.plist"), `<plist><dict>${inFiles}x</dict></plist>`);
  await writeFile(file("tenant.json"), JSON.stringify({ [`x${unseen}`]: unseen }));
  const policy = {
    id: `p${unseen}`,
    displayName: `All${unseen}apps`,
    state: `enabled${unseen}`,
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: [`x${unseen}`] } },
    grantControls: { operator: "OR", builtInControls: [`mfa${unseen}`] },
  };
  await writeFile(file("policy.json"), JSON.stringify({ value: [policy] }));
  await writeFile(file("context.json"), JSON.stringify({ [`x${unseen}`]: 1, country: unseen }));
  const row = {
    id: `r${unseen}`,
    createdDateTime: "2026-11-02T08:00:00Z",
    userPrincipalName: `robin${unseen}@contoso.example`,
    userId: `u${unseen}`,
    appId: "11111111-2222-4333-8444-555555555555",
    appDisplayName: `Jamf${unseen}Connect`,
    status: { errorCode: 50126, failureReason: unseen },
    location: { city: unseen, countryOrRegion: unseen },
    ipAddress: unseen,
  };
  await writeFile(file("rows.json"), JSON.stringify([row]));
  const entra = settings("").replace(`Custom${inFiles}`, "EntraID");
  await writeFile(file("com.jamf.connect.login.plist"), entra);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Calls of every command, with file names and contents made to fool a reader; `app` prints addresses of its own only. */
const calls: Readonly<Record<string, (name: typeof file) => readonly (readonly string[])[]>> = {
  app: () => [["--port", unseen]],
  show: (name) => [
    [name("a.plist")],
    [name("a.plist"), "--domain", unseen],
    [name("broken.plist")],
    [name("stray.plist")],
    [name("missing")],
    [folder],
  ],
  convert: (name) => [
    [name("c.json"), "-o", name("c-out.plist"), "--domain", unseen],
    [name("c.json"), "-o", name("c-out.json")],
    [name("a.plist"), "-o", name("a-out.json")],
    [name("a.plist"), "-o", name("a-out.plist"), "--to", unseen],
  ],
  lint: (name) => [
    [name("a.plist"), name("com.jamf.connect.login.plist"), name("broken.plist")],
    [name("com.jamf.connect.login.plist"), "--policies", name("policy.json"), name("tenant.json")],
    [name("com.jamf.connect.login.plist"), "--sarif"],
    [name("com.jamf.connect.login.plist"), "--fix", "--dry-run"],
    [folder, "--baseline", name("context.json")],
  ],
  diff: (name) => [
    [name("a.plist"), name("b.plist")],
    [name("a.plist"), name("c.json")],
  ],
  sign: (name) => [
    [name("a.plist"), "-o", name("signed"), "--p12", name("missing.p12")],
    [name("a.plist"), "-o", name("signed"), "--p12", name("b.plist")],
    [name("broken.plist"), "-o", name("signed"), "--p12", name("b.plist")],
  ],
  verify: (name) => [[name("a.plist")], [name("broken.plist")], [name("a.plist"), "--ca", name("missing")]],
  unsign: (name) => [[name("a.plist"), "-o", name("out")]],
  test: (name) => [
    ["ropg", "--profile", name("com.jamf.connect.login.plist"), "--username", unseen],
    ["ropg", "--profile", name("com.jamf.connect.login.plist"), "--username", "u", "--password-stdin"],
    ["oidc", "--profile", name("com.jamf.connect.login.plist"), "--authority", unseen, "--redirect", "paste"],
    [unseen],
  ],
  setup: () => [
    ["--tenant", unseen, "--recipe", "simple", "--format", "markdown"],
    ["--tenant", "contoso.example", "--recipe", unseen, "--format", "az"],
    ...["graph-powershell", "az", "graph-rest", "markdown"].map((format) => [
      ...["--tenant", "contoso.example", "--recipe", "two-apis"],
      ...["--name", unseen, "--format", format],
    ]),
  ],
  discover: (name) => [
    ["--profile", name("missing")],
    ["--profile", name("a.plist")],
    ["--profile", name("com.jamf.connect.login.plist"), "--authority", `http://${unseen}.example`],
  ],
  explain: () => [
    [`${unseen}`],
    [`AADSTS50076: ${unseen} Trace ID: x`],
    [`{"error":"${inFiles}","error_codes":[50076]}`],
  ],
  "conditional-access": (name) => [
    [name("policy.json"), "--profile", name("com.jamf.connect.login.plist")],
    [
      name("policy.json"),
      "--profile",
      name("com.jamf.connect.login.plist"),
      "--context",
      name("context.json"),
    ],
    [name("tenant.json"), "--profile", name("com.jamf.connect.login.plist")],
    [folder, "--profile", name("missing")],
  ],
  signins: (name) => [
    [name("rows.json")],
    [name("rows.json"), "--app-id", unseen],
    [name("rows.json"), "--since", unseen],
    [name("tenant.json")],
    [name("missing")],
  ],
  upload: (name) => [
    [name("com.jamf.connect.login.plist"), "--format", "terraform"],
    [name("com.jamf.connect.login.plist"), "--format", "jamf-cli"],
    [name("missing"), "--jamf-pro", "http://127.0.0.1:1", "--client-id", unseen],
    [name("com.jamf.connect.login.plist"), "--jamf-pro", `http://${unseen}`, "--client-id", "c"],
    [
      name("com.jamf.connect.login.plist"),
      "--jamf-pro",
      "http://127.0.0.1:1",
      "--user",
      unseen,
      "--password-stdin",
    ],
  ],
  "practice-jamf-pro": () => [["--port", unseen]],
  completion: () => [[unseen], ["bash"], ["zsh"], ["fish"]],
  "practice-tenant": (name) => [["--tenant", name("tenant.json")], ["--scenario", unseen], ["--list"]],
};

describe("what leaves for a terminal", () => {
  it("names calls of every command", () => {
    expect(Object.keys(calls).toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  it.each(Object.keys(calls))(
    "attack: %s prints nothing that is not seen, whatever files are called and hold",
    async (command) => {
      for (const args of calls[command]?.(file) ?? []) {
        for (const json of [[], ["--json"]]) {
          const terminal = recordingTerminal([unseen]);
          await runCommandLine([command, ...args, ...json], terminal);
          const printed = terminal.out() + terminal.err();
          expect(printed, JSON.stringify([command, ...args])).not.toMatch(isUnseen);
          expect(printed).not.toBe("");
          // What was escaped is still the JSON that it was.
          if (json.length > 0 && terminal.out() !== "") JSON.parse(terminal.out());
        }
      }
    },
  );

  it("attack: a command and an option that do not exist are named without their escapes", async () => {
    for (const args of [[`x${unseen}`], ["show", `--${unseen}`], ["show", `--domain${unseen}=x`]]) {
      const terminal = recordingTerminal();
      expect(await runCommandLine(args, terminal)).toBe(2);
      expect(terminal.err()).not.toMatch(isUnseen);
    }
  });

  it("attack: a prompt for a password cannot be rewritten by the name in it", async () => {
    const asked: string[] = [];
    const terminal = safeOutput({
      ...recordingTerminal(),
      askHidden: async (prompt) => {
        asked.push(prompt);
        return "";
      },
    });
    await terminal.askHidden(`Password of ${unseen}: `);
    expect(asked.join("")).not.toMatch(isUnseen);
    expect(asked.join("")).toContain("\\u202e");
  });

  it("keeps the value of JSON: escaped is not changed", async () => {
    const terminal = recordingTerminal();
    expect(await runCommandLine(["show", file("a.plist"), "--json"], terminal)).toBe(0);
    expect(terminal.out()).toContain("\\u202e");
    expect(JSON.parse(terminal.out()).payloads[0].values[`A${inFiles}`]).toEqual([inFiles]);
  });

  it("keeps line feeds and everything that is seen", () => {
    const terminal = recordingTerminal();
    const text = "Größe 值 שלום 😀\n  é\n";
    safeOutput(terminal).stdout(text);
    expect(terminal.out()).toBe(text);
  });
});
