import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeXmlPlist } from "../../../../main/core/plist/index.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import type { PracticeJamfPro } from "../../../../main/practice-jamf-pro/index.ts";
import { practiceJamfPro } from "../../../support/practice-jamf-pro.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";
import { direct, login, profile, type Settings } from "../../core/jamf-pro/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-upload-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "staff.mobileconfig");
const write = (settings: Settings) =>
  writeFileSync(file, writeXmlPlist(profile([direct(login, settings)]).root));
const sound: Settings = { OIDCProvider: "EntraID", OIDCTenant: "contoso.com", LicenseNote: "R&D" };
beforeAll(() => write(sound));

async function upload(
  practice: PracticeJamfPro,
  args: readonly string[],
  stdin = [practice.world.clientSecret],
) {
  const terminal = recordingTerminal(stdin);
  const who = args.includes("--user") ? [] : ["--client-id", practice.world.clientId, "--secret-stdin"];
  const gateway = practice.world.kind === "gateway" ? ["--environment-id", practice.world.context.id] : [];
  const code = await runCommandLine(
    ["upload", "--jamf-pro", practice.origin, ...who, ...gateway, ...args],
    terminal,
  );
  return { code, out: terminal.out(), err: terminal.err() };
}

const answerOf = ({ out }: { readonly out: string }) =>
  JSON.parse(out) as { action: string; id: number; differences: { keyPath: string; kind: string }[] };

describe.each(["classic", "gateway"] as const)("upload to a %s", (kind) => {
  it("goes the whole way: created, dry run, updated, unchanged, drift", async () => {
    const practice = await practiceJamfPro({ kind });
    write(sound);
    const created = await upload(practice, [file, "--json"]);
    expect(created).toMatchObject({ code: 0 });
    expect(answerOf(created)).toMatchObject({ action: "created", id: 3 });
    write({ ...sound, OIDCTenant: "fabrikam.com" });
    const dry = await upload(practice, [file, "--json", "--dry-run"]);
    expect(dry.code).toBe(0);
    expect(answerOf(dry)).toMatchObject({
      action: "updated",
      id: 3,
      differences: [{ keyPath: "OIDCTenant" }],
    });
    expect(answerOf(await upload(practice, [file, "--json"]))).toMatchObject({ action: "updated", id: 3 });
    expect(answerOf(await upload(practice, [file, "--json"]))).toMatchObject({ action: "unchanged", id: 3 });
    expect(await upload(practice, [file, "--compare"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("is what was sent"),
    });
    write(sound);
    const drift = await upload(practice, [file, "--compare", "--json"]);
    expect(drift.code).toBe(1);
    expect(answerOf(drift).differences).toEqual(
      expect.arrayContaining([expect.objectContaining({ keyPath: "OIDCTenant", kind: "unexplained" })]),
    );
  });

  it("names a missing right in one line with Jamf Pro's own name, and exits with 2", async () => {
    const practice = await practiceJamfPro({ kind });
    practice.world.privileges = practice.world.privileges.filter((name) => !/create/i.test(name));
    const refused = await upload(practice, [file]);
    expect(refused.code).toBe(2);
    expect(refused.err.trim().split("\n").at(-1)).toContain(
      kind === "gateway" ? "configuration-profiles:create" : "Create macOS Configuration Profiles",
    );
  });
});

describe("upload", () => {
  it("accepts a difference with a reason, which is told, and leaves what is none as it is", async () => {
    const practice = await practiceJamfPro();
    write(sound);
    await upload(practice, [file]);
    write({ ...sound, OIDCTenant: "fabrikam.com" });
    const accept = ["--accept-difference", "OIDCTenant=moved with the help desk (ticket a=b)"];
    const compared = await upload(practice, [file, "--compare", "--json", ...accept]);
    expect(compared.code).toBe(0);
    expect(answerOf(compared).differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          keyPath: "OIDCTenant",
          kind: "unexplained",
          accepted: "moved with the help desk (ticket a=b)",
        }),
      ]),
    );
    const told = await upload(practice, [file, "--compare", ...accept]);
    expect(told.out).toContain("differs as accepted");
    expect(told.out).toMatch(/^ {2}accepted {6}OIDCTenant .*\(moved with the help desk/m);
    const wrong = await upload(practice, [file, "--compare", "--accept-difference", "OIDCProvider=why not"]);
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringContaining("OIDCProvider is no unexplained difference"),
    });
    for (const given of ["OIDCTenant", "=reason", "OIDCTenant= "])
      expect((await upload(practice, [file, "--compare", "--accept-difference", given])).code).toBe(2);
  });

  it("signs in with an account, and attack: its password stands in no output", async () => {
    const practice = await practiceJamfPro();
    const done = await upload(
      practice,
      [file, "--user", practice.world.user.name, "--password-stdin", "--dry-run"],
      [practice.world.user.password],
    );
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining("would be created") });
    const wrong = await upload(
      practice,
      [file, "--user", practice.world.user.name, "--password-stdin"],
      ["canary-password"],
    );
    expect(wrong).toMatchObject({
      code: 2,
      err: expect.stringContaining("does not take this client or account"),
    });
    expect(wrong.out + wrong.err).not.toContain("canary");
  });

  it("lists the profiles that hold Jamf Connect, with conflicts", async () => {
    const practice = await practiceJamfPro();
    const listed = await upload(practice, [file, "--list"]);
    expect(listed).toMatchObject({
      code: 1,
      out: expect.stringContaining("Conflict: OIDCTenant in com.jamf.connect.login"),
    });
  });

  it("prints code and contacts nothing", async () => {
    for (const format of ["terraform", "jamf-cli"]) {
      const terminal = recordingTerminal();
      expect(await runCommandLine(["upload", file, "--format", format], terminal)).toBe(0);
      expect(terminal.out()).toContain(
        format === "terraform" ? 'resource "jamfplatform_pro_macos_configuration_profile"' : "jamf-cli pro",
      );
    }
  });

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ["no file", ["--jamf-pro", "http://127.0.0.1:1", "--client-id", "c"]],
    ["no address", [file, "--client-id", "c"]],
    ["nobody to sign in", [file, "--jamf-pro", "http://127.0.0.1:1"]],
    ["two to sign in", [file, "--jamf-pro", "http://127.0.0.1:1", "--client-id", "c", "--user", "u"]],
    [
      "http elsewhere",
      [file, "--jamf-pro", "http://contoso.jamfcloud.com", "--client-id", "c", "--secret-stdin"],
    ],
    [
      "another redeploy",
      [file, "--jamf-pro", "http://127.0.0.1:1", "--client-id", "c", "--redeploy", "some"],
    ],
    ["two modes", [file, "--jamf-pro", "http://127.0.0.1:1", "--client-id", "c", "--dry-run", "--compare"]],
    ["another format", [file, "--format", "yaml"]],
    [
      "no such option for the secret",
      [file, "--jamf-pro", "http://127.0.0.1:1", "--client-id", "c", "--secret", "x"],
    ],
    [
      "a server that is not there",
      [file, "--jamf-pro", "http://127.0.0.1:1", "--client-id", "c", "--secret-stdin"],
    ],
  ];
  it.each(wrong)("says what is wrong with a call: %s", async (_name, args) => {
    const terminal = recordingTerminal(["secret"]);
    expect(await runCommandLine(["upload", ...args], terminal)).toBe(2);
    expect(terminal.err().trim().split("\n")).toHaveLength(1);
    expect(terminal.out()).toBe("");
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});
